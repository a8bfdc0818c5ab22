using YbPay.Cli.Hosting;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;

namespace YbPay.Cli.Bench.Processes;

/// <summary>Centre, core and bank, or some of them, in one process, without the hospital, which the load generator plays. Serves until its input ends.</summary>
internal static class BenchServer
{
    private const string Ready = "ready";

    public static readonly string[] Roles = [SandboxRoles.Center, SandboxRoles.Bureau, SandboxRoles.Bank];

    public static async Task<int> RunAsync(SandboxPlan plan, SandboxClock clock, int persons, IReadOnlyCollection<string> roles, CancellationToken cancel)
    {
        await using var world = await SandboxWorld.StartAsync(plan, clock, roles, verbose: false, persons == 0 ? null : BenchPersons.Seed(persons));
        Console.Out.WriteLine(Ready);
        await Console.In.ReadToEndAsync(cancel);
        return 0;
    }

    /// <summary>A server in a process of its own, once it is ready; <paramref name="arguments"/> as <c>bench server</c> takes them.</summary>
    public static async Task<OwnProgram> StartAsync(string[] arguments, CancellationToken cancel)
    {
        var server = OwnProgram.Start(["bench", "server", .. arguments]);
        try
        {
            if (await server.LineAsync(cancel) != Ready) throw new InvalidOperationException("The server did not get ready.");
            server.Ignore();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }
}
