using YbPay.Cli.Bench.Processes;
using YbPay.Cli.Hosting;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;

namespace YbPay.Cli.Tests.Hosting;

/// <summary>A whole sandbox, as <c>up</c> starts it, on free loopback ports, in a folder and a database of its own.</summary>
internal sealed class DemoWorld : IAsyncDisposable
{
    private static readonly FreePorts Ports = new(5_000, 6_900, Environment.ProcessId * 37);
    private readonly string folder = Directory.CreateTempSubdirectory("ybpay-demo-").FullName;
    private BenchPostgres? server;
    private BenchDatabase? database;
    private SandboxWorld? running;

    private DemoWorld()
    {
    }

    public SandboxClock Clock { get; } = new();

    public SandboxPlan Plan { get; private set; } = null!;

    public SandboxFile File { get; private set; } = null!;

    public static async Task<DemoWorld> StartAsync(string kind)
    {
        var world = new DemoWorld();
        try
        {
            await world.StartThisAsync(kind, TestContext.Current.CancellationToken);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (running is not null) await running.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
        if (server is not null) await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Roles keep their data in schemas of their own names, so that a world on PostgreSQL needs a database of its own.</summary>
    private async Task StartThisAsync(string kind, CancellationToken cancel)
    {
        await using var given = TestPlace.Create(kind); // skips where there is no PostgreSQL
        if (kind == BothDatabases.Postgres)
        {
            server = await BenchPostgres.StartAsync(TestPlace.PostgresServer, cancel);
            database = await server!.CreateAsync(cancel);
        }

        Plan = new SandboxPlan(folder, SandboxAddresses.FromPortBase(Ports.Take()), database?.Connection, Clock);
        running = await SandboxWorld.StartAsync(Plan, Clock, SandboxRoles.All, verbose: false);
        File = await running.PublishAsync(cancel);
    }
}
