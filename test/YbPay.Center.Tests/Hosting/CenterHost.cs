using System.Collections.Concurrent;
using YbPay.Bureau;
using YbPay.Cli.Demo;
using YbPay.Cli.Hosting;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;
using YbPay.Storage.Ledger;

namespace YbPay.Center.Tests.Hosting;

/// <summary>A whole sandbox on free loopback ports: centre, core, bank, hospitals and control, each a server of its own.</summary>
internal sealed class CenterHost : IAsyncDisposable
{
    private static readonly FreePorts Ports = new(12_000, 32_000, Environment.ProcessId * 37);
    private readonly OwnStorage _storage;
    private readonly ConcurrentDictionary<string, Hospital> _hospitals = new();
    private SandboxWorld? _world;

    private CenterHost(OwnStorage storage)
    {
        _storage = storage;
        Started = Clock.GetUtcNow();
        PortBase = Ports.Take();
        Plan = new SandboxPlan(storage.Folder, SandboxAddresses.FromPortBase(PortBase), storage.Postgres, Clock);
        Control = new Control(Plan.Addresses.Control);
    }

    public SandboxClock Clock { get; } = new();

    /// <summary>Before then no role of this world has said anything.</summary>
    public DateTimeOffset Started { get; }

    public SandboxPlan Plan { get; }

    public Control Control { get; }

    public int PortBase { get; }

    /// <summary>The connection string; null on SQLite.</summary>
    public string? Postgres => _storage.Postgres;

    public static IReadOnlyList<SandboxPerson> Persons { get; } = SandboxPersons.From(BureauSeed.Default);

    /// <summary>A big hospital, level 3: a deductible of 100 yuan a year; gets its notices sealed.</summary>
    public Hospital Hospital => At(0);

    /// <summary>A health centre, level 1: no deductible, insured employees get 80 in a hundred; gets its notices clear.</summary>
    public Hospital Clinic => At(1);

    /// <param name="kind">From <see cref="BothDatabases"/>.</param>
    /// <param name="roles">Those that run in this process; all when null.</param>
    /// <param name="center">Changes what the centre is told.</param>
    public static async Task<CenterHost> StartAsync(string kind, IReadOnlyCollection<string>? roles = null, Action<CenterOptions>? center = null)
    {
        var host = new CenterHost(await OwnStorage.CreateAsync(kind));
        try
        {
            host._world = await SandboxWorld.StartAsync(host.Plan, host.Clock, roles ?? SandboxRoles.All, verbose: false, center: center);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Every claim of the books of centre and core was examined and holds; the bank may be a moment ahead of us.</summary>
    public async Task BooksAreCleanAsync()
    {
        await Eventually.GetAsync(async () => Breaches(await BooksPage.AskAsync(Plan, CancellationToken.None)), breaches => breaches.Length == 0, "the books are clean", TimeSpan.FromSeconds(20));

        static string Breaches(BooksReport report) => string.Join("; ", report.Claims.SelectMany(
            claim => claim.Breaches.Append(claim.Skipped).OfType<string>().Select(breach => $"{claim.Name}: {breach}")));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hospital in _hospitals.Values) hospital.Dispose();
        Control.Dispose();
        if (_world is not null) await _world.DisposeAsync();
        await _storage.DisposeAsync();
    }

    private Hospital At(int index) => _hospitals.GetOrAdd(SandboxPlan.Institutions[index].OrgCodg, orgCodg => new Hospital(this, orgCodg));
}
