using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using YbPay.Storage;

namespace YbPay.Bureau.Tests.Hosting;

/// <summary>A core on a free loopback port with a database and a clock of its own; its whole log is kept.</summary>
public sealed class BureauHost : IAsyncDisposable
{
    private readonly TestPlace place;
    private readonly WebApplication app;

    private readonly bool ownsPlace;

    private BureauHost(TestPlace place, bool ownsPlace, WebApplication app, TestClock clock, LogMemory log, HttpClient http, IDatabase database) =>
        (this.place, this.ownsPlace, this.app, Clock, Log, Http, Database) = (place, ownsPlace, app, clock, log, http, database);

    public static byte[] MasterKey { get; } = [.. Enumerable.Range(7, 32).Select(i => (byte)i)];

    public TestClock Clock { get; }

    public LogMemory Log { get; }

    public HttpClient Http { get; }

    /// <summary>A second connection to the core's tables, for assertions that no transaction can make.</summary>
    public IDatabase Database { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Where the core keeps its data, for a program that reads it from outside.</summary>
    public DatabaseOptions Place => place.Options("bureau");

    /// <summary>The file of a SQLite database.</summary>
    public string StoragePath => place.Options("bureau").Storage;

    /// <param name="configure">What is other than usual: policy, seed.</param>
    public static Task<BureauHost> StartAsync(string databaseKind, Action<BureauOptions>? configure = null) => StartAsync(TestPlace.Create(databaseKind), ownsPlace: true, configure);

    /// <summary>A second core over the same database, as another node or a restart.</summary>
    public Task<BureauHost> StartAnotherAsync(Action<BureauOptions>? configure = null) => StartAsync(place, ownsPlace: false, configure);

    private static async Task<BureauHost> StartAsync(TestPlace place, bool ownsPlace, Action<BureauOptions>? configure)
    {
        var clock = new TestClock();
        var log = new LogMemory();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddBureau(options =>
        {
            options.Database = place.Options("bureau");
            options.MasterKeys = new Dictionary<int, byte[]> { [1] = MasterKey };
            options.Seed = BureauSeed.Default;
            configure?.Invoke(options);
        });
        var app = builder.Build();
        app.MapBureau();
        await app.StartAsync();
        var database = await Databases.OpenAsync(place.Options("bureau"), typeof(BureauSeed).Assembly);
        return new BureauHost(place, ownsPlace, app, clock, log, new HttpClient { BaseAddress = new Uri(app.Urls.First()) }, database);
    }

    /// <summary>A signed-in institution of the seed.</summary>
    public async Task<TestInstitution> SignInAsync(string code = TestInstitution.Hospital)
    {
        var institution = new TestInstitution(this, code);
        await institution.SignInAsync();
        return institution;
    }

    public async Task<string> PostAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await Http.PostAsync(new Uri("/fsi/api/callService", UriKind.Relative), content);
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException($"The core answered {answer.StatusCode}. Its log:\n{Log.Errors}", null, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    public Task<long> CountAsync(string table) => Database.ReadAsync(session => session.FirstOrDefaultAsync<long>($"SELECT COUNT(*) FROM {table}"));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Database.DisposeAsync();
        await app.DisposeAsync();
        if (ownsPlace) await place.DisposeAsync();
    }
}
