using Microsoft.Extensions.DependencyInjection;
using YbPay.Client;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Days.World;

/// <summary>A hospital's own system: its line to the payment centre and its line to the core, on the world's clock.</summary>
internal sealed class HospitalSide : IDisposable
{
    private readonly ServiceProvider _services;

    public HospitalSide(SandboxPlan plan, SandboxInstitution institution, TimeProvider clock)
    {
        Institution = institution;
        var secrets = plan.Secrets.Partners[institution.OrgCodg];
        Partner = new SandboxPartner(secrets.AppId, secrets.AppSecret, secrets.PrivateKey, secrets.PublicKey, institution.OrgCodg, institution.OrgId, plan.CallbackBaseOf(institution.OrgCodg));
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddLogging();
        services.AddYbPay(options =>
        {
            options.BaseUrl = new Uri(plan.Addresses.Center);
            (options.AppId, options.AppSecret, options.PrivateKey, options.CenterPublicKey) = (secrets.AppId, secrets.AppSecret, secrets.PrivateKey, plan.Secrets.CenterPublicKey);
            // What is repeated is repeated by plan.
            options.Retries = 0;
        });
        services.AddYbPayBureau(options =>
        {
            options.BaseUrl = new Uri(plan.Addresses.Bureau);
            (options.FixmedinsCode, options.FixmedinsName, options.Admdvs) = (institution.OrgCodg, institution.Name, "440100");
            (options.Operator, options.OperatorName) = ("0001", "对账员");
        });
        _services = services.BuildServiceProvider();
    }

    public SandboxInstitution Institution { get; }

    public SandboxPartner Partner { get; }

    public string OrgCodg => Institution.OrgCodg;

    public IYbPayClient Center => _services.GetRequiredService<IYbPayClient>();

    public IBureauClient Core => _services.GetRequiredService<IBureauClient>();

    public void Dispose() => _services.Dispose();
}
