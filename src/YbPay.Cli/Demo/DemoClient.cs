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

    /// <summary>The huimin platform's client, whose messages are dated by the given clock; further settings of its connection go to <paramref name="connection"/>.</summary>
    public static ServiceProvider AddHuimin(
        this IServiceCollection services, SandboxFile sandbox, SandboxHuiminPartner partner, TimeProvider clock, Action<IHttpClientBuilder>? connection = null)
    {
        services.AddLogging();
        services.AddSingleton(clock);
        var client = services.AddYbPayHuimin(options =>
        {
            options.BaseUrl = new Uri((sandbox.Huimin ?? throw new DemoFailedException("sandbox.json 中没有惠民平台")).BaseUrl);
            (options.PlatformId, options.Secret) = (partner.PlatformId, partner.Secret);
        });
        connection?.Invoke(client);
        return services.BuildServiceProvider();
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
