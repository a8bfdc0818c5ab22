using Microsoft.Extensions.DependencyInjection;
using YbPay.Client;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Demo;

/// <summary>The SDK set up from sandbox.json, as a hospital would set it up from what its centre gave it.</summary>
internal static class DemoClient
{
    /// <summary>The hospital's own window to the core.</summary>
    public static IServiceCollection AddCore(this IServiceCollection services, SandboxFile sandbox, SandboxPartner partner)
    {
        services.AddYbPayBureau(options =>
        {
            options.BaseUrl = new Uri(sandbox.Bureau.BaseUrl);
            (options.FixmedinsCode, options.Admdvs, options.Operator, options.OperatorName) = (partner.OrgCodg, "440100", "0001", "收费窗口");
            options.FixmedinsName = SandboxPlan.Institutions.First(institution => institution.OrgCodg == partner.OrgCodg).Name;
        });
        return services;
    }

    public static ServiceProvider AddClient(this IServiceCollection services, SandboxFile sandbox, SandboxPartner partner)
    {
        services.AddLogging();
        services.AddYbPay(options =>
        {
            options.BaseUrl = new Uri(sandbox.Center.BaseUrl);
            options.AppId = partner.AppId;
            options.AppSecret = partner.AppSecret;
            options.PrivateKey = partner.PrivateKey;
            options.CenterPublicKey = sandbox.Center.PublicKey;
            // The sandbox's clock may have been put on; its replies carry that time.
            options.ClockTolerance = Timeout.InfiniteTimeSpan;
        });
        return services.BuildServiceProvider();
    }
}
