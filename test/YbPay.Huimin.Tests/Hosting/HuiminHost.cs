using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using YbPay.Bureau;
using YbPay.Bureau.Tests.Hosting;
using YbPay.Sandbox.CreditBank;
using YbPay.Protocol.MobilePay;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Hospital;
using YbPay.Sandbox.Hospital.Huimin;
using YbPay.Sandbox.Insurer;
using YbPay.Sandbox.Orders;
using YbPay.Sandbox.Tests;
using YbPay.Sandbox.Time;
using YbPay.Storage;

namespace YbPay.Huimin.Tests.Hosting;

/// <summary>
/// A huimin platform with its credit bank and insurer, each on a port and a database of its own, over HTTP. One clock moves all; faults strike the
/// servers outside; the platform's whole log is kept.
/// </summary>
internal sealed class HuiminHost : IAsyncDisposable
{
    internal const string Secret = "a secret of more than 16";
    private readonly TestPlace place;
    private readonly string folder;
    private readonly bool ownsPlace;
    private readonly LocalServer bank;
    private readonly LocalServer insurer;
    private readonly LocalServer hospital;
    private readonly WebApplication app;
    private Uri? process;

    private HuiminHost(TestPlace place, string folder, bool ownsPlace, Outside outside, WebApplication app, SandboxClock clock, FaultBook faults, LogMemory log, IDatabase database) =>
        (this.place, this.folder, this.ownsPlace, (bank, insurer, hospital), this.app, Clock, Faults, Log, Database) = (place, folder, ownsPlace, (outside.Bank, outside.Insurer, outside.Hospital), app, clock, faults, log, database);

    public static byte[] MasterKey { get; } = [.. Enumerable.Range(11, 32).Select(i => (byte)i)];

    public SandboxClock Clock { get; }

    public FaultBook Faults { get; }

    public LogMemory Log { get; }

    /// <summary>A second connection to the platform's tables, for assertions that no transaction can make.</summary>
    public IDatabase Database { get; }

    public CreditDesk Bank => bank.Services.GetRequiredService<CreditDesk>();

    public InsurerDesk Insurer => insurer.Services.GetRequiredService<InsurerDesk>();

    /// <summary>What both hospitals know, were told by the platform, and how they answer it.</summary>
    public HospitalWard Ward => hospital.Services.GetRequiredService<HospitalWard>();

    public HuiminDesk HospitalDesk => hospital.Services.GetRequiredService<HuiminDesk>();

    /// <summary>Where images lie, sealed.</summary>
    public string ImageFolder => Path.Combine(folder, "images");

    /// <summary>The platform's database, where it is a file.</summary>
    public string StoragePath => place.Options("huimin").Storage;

    public IServiceProvider Services => app.Services;

    /// <summary>The platform's; after <see cref="LeaveToAsync"/> that of a process.</summary>
    public Uri Address => process ?? new(app.Urls.First());

    public Uri BankAddress => bank.Address;

    public Uri InsurerAddress => insurer.Address;

    /// <summary>The two hospitals of every test.</summary>
    public TestHospital First => new(this, TestHospital.Partners[0]);

    public TestHospital Second => new(this, TestHospital.Partners[1]);

    /// <param name="at">The time that all clocks show; null for the wall clock's.</param>
    /// <param name="core">The core that the hospitals ask for a person (1101); null: they reach none.</param>
    /// <param name="storage">Where the platform keeps its data; null for a place of the test's own.</param>
    public static async Task<HuiminHost> StartAsync(
        string database, Action<HuiminOptions>? configure = null, SandboxClock? at = null, Uri? core = null, DatabaseOptions? storage = null)
    {
        var (place, clock, faults) = (TestPlace.Create(database), at ?? new SandboxClock(), new FaultBook());
        var bank = await LocalServer.StartAsync(
            services => services.AddSingleton<TimeProvider>(clock).AddCreditBank(new()
            {
                Database = place.Options("creditbank"), Platform = new("P1", "惠民平台", Secret), Accounts = CreditAccountSeed.For(BureauSeed.Default),
            }),
            server =>
            {
                server.UseFaults(faults, FaultyServers.CreditBank);
                server.MapCreditBank();
            });
        var insurer = await LocalServer.StartAsync(
            services => services.AddSingleton<TimeProvider>(clock).AddInsurer(new()
            {
                Database = place.Options("insurer"), Platform = new("P1", "惠民平台", Secret), Book = InsuranceBook.For(BureauSeed.Default),
            }),
            server =>
            {
                server.UseFaults(faults, FaultyServers.Insurer);
                server.MapInsurer();
            });
        var hospital = await LocalServer.StartAsync(
            services => services.AddSingleton<TimeProvider>(clock).AddSingleton<IFreshness>(new SandboxFreshness(clock)).AddHospital(TestHospital.Servers(place, clock.GetUtcNow(), core)),
            server =>
            {
                server.UseFaults(faults, FaultyServers.Hospital);
                server.MapHospital();
            });
        var folder = Directory.CreateTempSubdirectory("ybpay-huimin-").FullName;
        return await StartAsync(place, folder, ownsPlace: true, new(bank, insurer, hospital), clock, faults, configure, storage);
    }

    /// <summary>A second platform over the same database, as another node or a restart.</summary>
    public Task<HuiminHost> StartAnotherAsync(Action<HuiminOptions>? configure = null) => StartAsync(place, folder, ownsPlace: false, new(bank, insurer, hospital), Clock, Faults, configure);

    /// <summary>This node stops; everything else stands, and hospitals call the process that is to go on over the same database.</summary>
    public async Task LeaveToAsync(Uri address)
    {
        if (process is null) await app.StopAsync();
        process = address;
    }

    public void Order(FaultTarget target, string transaction, FaultKind kind, int count = 1) => Faults.Order(new Fault(target, transaction, kind, count, 0));

    /// <summary>What the bank does with the next orders of a kind (CreditOrderKind).</summary>
    public void PullAtBank(LeverAction action, string what, int count = 1, TimeSpan? after = null) => Bank.Levers.Pull(new(action, what, null, null, count, after ?? TimeSpan.FromMinutes(1)));

    /// <summary>What the insurer does with the next orders of a kind (InsurerOrderKind).</summary>
    public void PullAtInsurer(LeverAction action, string what, int count = 1, TimeSpan? after = null) => Insurer.Levers.Pull(new(action, what, null, null, count, after ?? TimeSpan.FromMinutes(1)));

    public Task<long> NumberAsync(string sql) => Database.ReadAsync(session => session.FirstOrDefaultAsync<long>($"SELECT CAST(({sql}) AS BIGINT)"));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Database.DisposeAsync();
        if (!ownsPlace) return;
        await bank.DisposeAsync();
        await insurer.DisposeAsync();
        await hospital.DisposeAsync();
        await place.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<HuiminHost> StartAsync(
        TestPlace place, string folder, bool ownsPlace, Outside outside, SandboxClock clock, FaultBook faults, Action<HuiminOptions>? configure, DatabaseOptions? storage = null)
    {
        var log = new LogMemory();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(clock);
        var options = new HuiminOptions
        {
            Database = storage ?? place.Options("huimin"),
            MasterKeys = new Dictionary<int, byte[]> { [1] = MasterKey },
            PublicBase = "http://127.0.0.1",
            ImageFolder = Path.Combine(folder, "images"),
            InternalToken = TestHospital.InternalToken,
            CreditBank = new() { BaseUrl = outside.Bank.Address.ToString(), Merchant = "P1", Secret = Secret, Timeout = TimeSpan.FromSeconds(2), ResolveAfter = TimeSpan.FromMilliseconds(20) },
            Insurer = new() { BaseUrl = outside.Insurer.Address.ToString(), Merchant = "P1", Secret = Secret, Timeout = TimeSpan.FromSeconds(2), ResolveAfter = TimeSpan.FromMilliseconds(20) },
        };
        foreach (var partner in TestHospital.PartnersAt(outside.Hospital.Address)) options.Partners.Add(partner);
        configure?.Invoke(options);
        await builder.Services.AddHuiminAsync(options);
        var app = builder.Build();
        app.MapHuimin();
        await app.StartAsync();
        options.PublicBase = app.Urls.First(); // pages lead back to the port that was free
        var database = await Databases.OpenAsync(options.Database, typeof(HuiminServices).Assembly);
        return new HuiminHost(place, folder, ownsPlace, outside, app, clock, faults, log, database);
    }

    /// <summary>The servers that the platform calls.</summary>
    private sealed record Outside(LocalServer Bank, LocalServer Insurer, LocalServer Hospital);
}
