using Microsoft.Extensions.DependencyInjection;
using YbPay.Bureau;
using YbPay.Cli.Hosting;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;
using YbPay.Storage;

namespace YbPay.Cli.Days.World;

/// <summary>A whole sandbox in this process on free ports, with a clock of its own, and what moves it.</summary>
internal sealed class DaysWorld : IAsyncDisposable
{
    private readonly SandboxWorld _sandbox;
    private readonly string _folder;
    private readonly bool _isOurs;

    private DaysWorld(SandboxWorld sandbox, SandboxClock clock, IDatabase core, string folder, bool isOurs)
    {
        (_sandbox, Clock, CoreBooks, _folder, _isOurs) = (sandbox, clock, core, folder, isOurs);
        Control = new Levers(sandbox.Plan.Addresses.Control);
        Still = new Stillness(sandbox, clock, core);
        Hospitals = [.. SandboxPlan.Institutions.Select(institution => new HospitalSide(sandbox.Plan, institution, clock))];
    }

    public SandboxClock Clock { get; }

    /// <summary>The core's database, opened beside it; nothing is written here.</summary>
    public IDatabase CoreBooks { get; }

    private static readonly FreePorts Ports = new(20_000, 30_000, Random.Shared.Next());

    public SandboxPlan Plan => _sandbox.Plan;

    public Levers Control { get; }

    public Stillness Still { get; }

    public IReadOnlyList<HospitalSide> Hospitals { get; }

    public static IReadOnlyList<SandboxPerson> Persons { get; } = SandboxPersons.From(BureauSeed.Default);

    public IServiceProvider ServicesOf(string role) => _sandbox.ServicesOf(role);

    /// <param name="postgres">The run's own, empty database; null for SQLite files in the folder.</param>
    public static async Task<DaysWorld> StartAsync(DaysSettings settings, string? postgres)
    {
        var clock = new SandboxClock(DaysSettings.FirstMorning);
        var folder = settings.Folder is { } given ? Directory.CreateDirectory(given).FullName : Directory.CreateTempSubdirectory("ybpay-days-").FullName;
        if (settings.Folder is not null && Directory.EnumerateFiles(folder, "*.db").FirstOrDefault() is { } old)
            throw new InvalidDataException($"{old} is of another run: the days begin with empty books. Name another folder with --data.");
        var plan = new SandboxPlan(folder, SandboxAddresses.FromPortBase(Ports.Take()), postgres, clock);
        var sandbox = await SandboxWorld.StartAsync(plan, clock, SandboxRoles.All, verbose: false);
        var core = await Databases.OpenAsync(plan.DatabaseOf(SandboxRoles.Bureau), typeof(BureauSeed).Assembly);
        return new DaysWorld(sandbox, clock, core, folder, settings.Folder is null);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hospital in Hospitals) hospital.Dispose();
        Control.Dispose();
        await CoreBooks.DisposeAsync();
        await _sandbox.DisposeAsync();
        if (_isOurs) Directory.Delete(_folder, recursive: true);
    }
}
