using YbPay.Cli.Hosting;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;

namespace YbPay.Cli.Bench.Processes;

/// <summary>Centre, core and bank, or some of them, in one process, without the hospital, which the load generator plays. Serves until its input ends.</summary>
internal static class BenchServer
{
    public const string Ready = "ready";

    public static readonly string[] Roles = [SandboxRoles.Center, SandboxRoles.Bureau, SandboxRoles.Bank];

    public static async Task<int> RunAsync(SandboxPlan plan, SandboxClock clock, int persons, IReadOnlyCollection<string> roles, CancellationToken cancel)
    {
        await using var world = await SandboxWorld.StartAsync(plan, clock, roles, verbose: false, BenchPersons.Seed(persons));
        Console.Out.WriteLine(Ready);
        await Console.In.ReadToEndAsync(cancel);
        return 0;
    }
}
