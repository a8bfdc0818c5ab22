using Microsoft.Extensions.DependencyInjection;
using YbPay.Client;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Demo;

/// <summary>The SDK set up from sandbox.json, as a hospital would set it up from what its centre gave it.</summary>
internal static class DemoClient
{
    public static ServiceProvider AddClient(this ServiceCollection services, SandboxFile sandbox, SandboxPartner partner)
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
