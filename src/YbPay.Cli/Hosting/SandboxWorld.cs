using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using YbPay.Bureau;
using YbPay.Center;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;

namespace YbPay.Cli.Hosting;

/// <summary>A running sandbox: all servers, or those of one process. Stopping stops them in the order of their dependence.</summary>
internal sealed class SandboxWorld : IAsyncDisposable
{
    private readonly List<WebApplication> _running = [];
    private readonly Dictionary<string, IServiceProvider> _services = [];

    private SandboxWorld(SandboxPlan plan) => Plan = plan;

    public SandboxPlan Plan { get; }

    /// <summary>Starts the named roles; control needs bank and hospital beside it.</summary>
    /// <param name="seed">Persons, institutions and catalogue of the core; null for the default.</param>
    /// <param name="center">Changes what the centre is told, such as the channels that take its cash.</param>
    public static async Task<SandboxWorld> StartAsync(SandboxPlan plan, SandboxClock clock, IReadOnlyCollection<string> roles, bool verbose, BureauSeed? seed = null, Action<CenterOptions>? center = null)
    {
        var world = new SandboxWorld(plan);
        try
        {
            await world.StartRolesAsync(new SandboxHosts(plan, clock, new FaultBook(), verbose, seed, center), roles);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes sandbox.json with a QR code for each person, fresh from the centre.</summary>
    public async Task<SandboxFile> PublishAsync(CancellationToken cancel)
    {
        using var http = new HttpClient();
        var codes = new Dictionary<string, string>();
        var persons = SandboxPersons.From(BureauSeed.Default);
        foreach (var person in persons)
        {
            using var answer = await http.PostAsJsonAsync($"{Plan.Addresses.Control}/vouchers", new { psnNo = person.PsnNo, kind = "qrCode" }, cancel);
            answer.EnsureSuccessStatusCode();
            codes[person.PsnNo] = (await answer.Content.ReadFromJsonAsync<JsonElement>(cancel)).GetProperty("value").GetString()!;
        }

        var file = Plan.File(persons.WithQrCodes(codes));
        file.Write(Plan.DataFolder);
        return file;
    }

    /// <summary>The services of a role that runs in this process.</summary>
    public IServiceProvider ServicesOf(string role) => _services[role];

    public Task WaitForStopAsync(CancellationToken cancel) => Task.WhenAny(_running.Select(app => app.WaitForShutdownAsync(cancel)));

    public async ValueTask DisposeAsync()
    {
        foreach (var app in Enumerable.Reverse(_running))
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await app.StopAsync(patience.Token);
            await app.DisposeAsync();
        }

        _running.Clear();
    }

    private async Task StartRolesAsync(SandboxHosts hosts, IReadOnlyCollection<string> roles)
    {
        if (roles.Contains(SandboxRoles.AccountBank)) await StartAsync(SandboxRoles.AccountBank, hosts.AccountBank());
        if (roles.Contains(SandboxRoles.Bureau)) await StartAsync(SandboxRoles.Bureau, hosts.Bureau());
        if (roles.Contains(SandboxRoles.CreditBank)) await StartAsync(SandboxRoles.CreditBank, hosts.CreditBank());
        if (roles.Contains(SandboxRoles.Insurer)) await StartAsync(SandboxRoles.Insurer, hosts.Insurer());
        if (roles.Contains(SandboxRoles.Bank)) await StartAsync(SandboxRoles.Bank, hosts.Bank());
        if (roles.Contains(SandboxRoles.Hospital)) await StartAsync(SandboxRoles.Hospital, hosts.Hospital());
        if (roles.Contains(SandboxRoles.Center)) await StartAsync(SandboxRoles.Center, await hosts.CenterAsync());
        if (roles.Contains(SandboxRoles.Huimin)) await StartAsync(SandboxRoles.Huimin, await hosts.HuiminAsync());
        if (!roles.Contains(SandboxRoles.Control)) return;
        if (Started(SandboxRoles.Bank) is not { } bank || Started(SandboxRoles.Hospital) is not { } hospital)
            throw new InvalidOperationException("The control runs beside bank and hospital: serve them in one process.");
        await StartAsync(SandboxRoles.Control, hosts.Control(bank, hospital, Started(SandboxRoles.CreditBank), Started(SandboxRoles.Insurer)));
    }

    private IServiceProvider? Started(string role) => _services.GetValueOrDefault(role);

    private async Task StartAsync(string role, WebApplication app)
    {
        _running.Add(app);
        await app.StartAsync();
        _services[role] = app.Services;
    }
}
