using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Bureau;
using YbPay.Center;
using YbPay.Huimin;
using YbPay.Protocol.MobilePay;
using YbPay.Sandbox.AccountBank;
using YbPay.Sandbox.Bank;
using YbPay.Sandbox.Control;
using YbPay.Sandbox.CreditBank;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Hospital;
using YbPay.Sandbox.Hospital.Huimin;
using YbPay.Sandbox.Insurer;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;

namespace YbPay.Cli.Hosting;

/// <summary>Builds the servers of a sandbox, each as it would stand alone.</summary>
internal sealed class SandboxHosts(SandboxPlan plan, SandboxClock clock, FaultBook faults, bool verbose, BureauSeed? seed = null, Action<CenterOptions>? center = null)
{
    /// <summary>A core that needs longer than this has not answered: short, so that a person at the demonstration need not wait.</summary>
    private static readonly TimeSpan CoreTimeout = TimeSpan.FromSeconds(3);

    private readonly BureauSeed _seed = seed ?? BureauSeed.Default;

    private const string Admdvs = "440100";

    public async Task<WebApplication> CenterAsync()
    {
        var builder = Builder(SandboxRoles.Center, plan.Addresses.Center);
        await builder.Services.AddCenterAsync(CenterOptions());
        var app = builder.Build();
        app.MapCenter();
        return app;
    }

    public WebApplication Bureau()
    {
        var builder = Builder(SandboxRoles.Bureau, plan.Addresses.Bureau);
        builder.Services.AddBureau(options =>
        {
            options.Database = plan.DatabaseOf(SandboxRoles.Bureau);
            options.MasterKeys = MasterKeys(SandboxRoles.Bureau);
            options.Admdvs = Admdvs;
            options.Seed = _seed;
            options.InternalToken = plan.Secrets.InternalToken;
            // A hospital that tries its connection sends codes of its own catalogue: its bills shall still be paid for in part.
            options.UnknownItems = UnknownItems.ClassA;
            options.AccountBank = new AccountBankSettings
            {
                BaseUrl = plan.Addresses.AccountBank, Core = SandboxPlan.AccountBankCore, Secret = plan.Secrets.AccountBankSecret,
                Timeout = CoreTimeout / 2, ResolveAfter = TimeSpan.FromMilliseconds(500),
            };
        });
        var app = builder.Build();
        app.UseFaults(faults, FaultyServers.Core);
        app.MapBureau();
        return app;
    }

    public WebApplication Bank()
    {
        var builder = Builder(SandboxRoles.Bank, plan.Addresses.Bank);
        builder.Services.AddBank(plan.Bank());
        var app = builder.Build();
        app.UseFaults(faults, FaultyServers.Bank);
        app.MapBank();
        return app;
    }

    public WebApplication AccountBank()
    {
        var builder = Builder(SandboxRoles.AccountBank, plan.Addresses.AccountBank);
        builder.Services.AddAccountBank(plan.AccountBank(_seed));
        var app = builder.Build();
        app.UseFaults(faults, FaultyServers.AccountBank);
        app.MapAccountBank();
        return app;
    }

    public WebApplication CreditBank()
    {
        var builder = Builder(SandboxRoles.CreditBank, plan.Addresses.CreditBank);
        builder.Services.AddCreditBank(plan.CreditBank(_seed));
        var app = builder.Build();
        app.UseFaults(faults, FaultyServers.CreditBank);
        app.MapCreditBank();
        return app;
    }

    public WebApplication Insurer()
    {
        var builder = Builder(SandboxRoles.Insurer, plan.Addresses.Insurer);
        builder.Services.AddInsurer(plan.Insurer(_seed));
        var app = builder.Build();
        app.UseFaults(faults, FaultyServers.Insurer);
        app.MapInsurer();
        return app;
    }

    public async Task<WebApplication> HuiminAsync()
    {
        var builder = Builder(SandboxRoles.Huimin, plan.Addresses.Huimin);
        await builder.Services.AddHuiminAsync(HuiminOptions());
        var app = builder.Build();
        app.MapHuimin();
        return app;
    }

    public WebApplication Hospital()
    {
        var builder = Builder(SandboxRoles.Hospital, plan.Addresses.Hospital);
        builder.Services.AddSingleton<IFreshness>(new SandboxFreshness(clock));
        builder.Services.AddHospital(plan.Hospital(_seed));
        var app = builder.Build();
        app.UseFaults(faults, FaultyServers.Hospital);
        app.MapHospital();
        return app;
    }

    /// <summary>The control moves bank and hospital directly, and credit bank and insurer where they run, so it lives in their process.</summary>
    public WebApplication Control(IServiceProvider bank, IServiceProvider hospital, IServiceProvider? creditBank, IServiceProvider? insurer)
    {
        var builder = Builder(SandboxRoles.Control, plan.Addresses.Control);
        builder.Services.AddControl(
            plan.Control(SandboxPersons.From(_seed)), faults, clock, bank.GetRequiredService<PatientDesk>(), hospital.GetRequiredService<HospitalWard>(),
            creditBank?.GetRequiredService<CreditDesk>(), insurer?.GetRequiredService<InsurerDesk>(), hospital.GetRequiredService<HuiminDesk>());
        var app = builder.Build();
        app.MapControl();
        return app;
    }

    private WebApplicationBuilder Builder(string role, string address) => RoleHost.Loopback(role, address, plan.DataFolder, verbose, clock);

    private Dictionary<int, byte[]> MasterKeys(string role) => new() { [1] = plan.Secrets.MasterKeys[role] };

    private HuiminOptions HuiminOptions()
    {
        var options = new HuiminOptions
        {
            Database = plan.DatabaseOf(SandboxRoles.Huimin),
            MasterKeys = MasterKeys(SandboxRoles.Huimin),
            PublicBase = plan.Addresses.Huimin,
            ImageFolder = plan.HuiminImages,
            InternalToken = plan.Secrets.InternalToken,
            Freshness = new SandboxFreshness(clock),
            Retired = true, // what the document has withdrawn is there to be tried
            CreditBank = Outside(plan.Addresses.CreditBank, plan.Secrets.CreditBankSecret),
            Insurer = Outside(plan.Addresses.Insurer, plan.Secrets.InsurerSecret),
        };
        foreach (var (institution, partner) in SandboxPlan.Institutions.Zip(plan.HuiminPartners))
        {
            options.Partners.Add(new HuiminPartnerOptions
            {
                PlatformId = partner.PlatformId, Secret = partner.Secret, HospitalId = partner.HospitalId, HospitalName = institution.Name, CityCode = partner.CityCode,
                CallbackUrl = plan.HuiminCallbackOf(partner.HospitalId),
            });
        }

        return options;
    }

    private static OutsideOptions Outside(string address, string secret) =>
        new() { BaseUrl = address, Merchant = SandboxPlan.HuiminPlatform, Secret = secret, Timeout = CoreTimeout, ResolveAfter = TimeSpan.FromMilliseconds(500) };

    private CenterOptions CenterOptions()
    {
        var options = new CenterOptions
        {
            Database = plan.DatabaseOf(SandboxRoles.Center),
            MasterKeys = MasterKeys(SandboxRoles.Center),
            PrivateKey = plan.Secrets.CenterPrivateKey,
            Admdvs = Admdvs,
            PublicBase = plan.Addresses.Center,
            InternalToken = plan.Secrets.InternalToken,
            Freshness = new SandboxFreshness(clock),
            Core = new CoreOptions { BaseUrl = plan.Addresses.Bureau, Timeout = CoreTimeout, ResolveAfter = TimeSpan.FromMilliseconds(500) },
            Bank = new Center.BankOptions
            {
                BaseUrl = plan.Addresses.Bank, Merchant = plan.Secrets.BankMerchantId, Secret = plan.Secrets.BankMerchantSecret, NotifyBase = plan.Addresses.Center,
            },
            // A QR code of sandbox.json must still be good when somebody comes to use it.
            VoucherLives = new VoucherLives { QrCode = TimeSpan.FromDays(365) },
        };
        foreach (var institution in SandboxPlan.Institutions)
        {
            var secrets = plan.Secrets.Partners[institution.OrgCodg];
            options.Partners.Add(new PartnerOptions
            {
                AppId = secrets.AppId,
                AppSecret = secrets.AppSecret,
                PublicKey = secrets.PublicKey,
                Institutions =
                {
                    new InstitutionOptions
                    {
                        OrgCodg = institution.OrgCodg, OrgName = institution.Name, CallbackBase = plan.CallbackBaseOf(institution.OrgCodg),
                        SealedCallbacks = institution.SealedCallbacks,
                        HomePage = plan.CallbackBaseOf(institution.OrgCodg) + "/home",
                        FrontReturnUrl = plan.CallbackBaseOf(institution.OrgCodg) + "/front",
                        OwnChannels = institution.OwnChannels,
                    },
                },
            });
        }

        center?.Invoke(options);
        return options;
    }
}
