using System.Net.Http.Json;
using YbPay.Bureau;
using YbPay.Center.Features.Books;
using YbPay.Cli.Hosting;
using YbPay.Huimin;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;
using YbPay.Storage.Ledger;

namespace YbPay.Cli.Demo;

/// <summary>Asks a running centre and core for the check of their books, and shows it.</summary>
internal static class BooksPage
{
    /// <summary>A check of millions of entries takes its time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Both sides' claims in one report. Throws <see cref="HttpRequestException"/> when one does not answer.</summary>
    public static async Task<BooksReport> AskAsync(SandboxPlan plan, CancellationToken cancel)
    {
        var centre = await AskAsync(plan.Addresses.Center, plan, cancel);
        var core = await AskAsync(plan.Addresses.Bureau, plan, cancel);
        return new BooksReport([.. centre.Claims, .. core.Claims]);
    }

    /// <summary>All that keep books: centre, core and the huimin platform. Throws <see cref="HttpRequestException"/> when one does not answer.</summary>
    public static async Task<BooksReport> AskAllAsync(SandboxPlan plan, CancellationToken cancel)
    {
        var report = await AskAsync(plan, cancel);
        var huimin = await AskHuiminAsync(plan, cancel);
        return new BooksReport([.. report.Claims, .. huimin.Claims]);
    }

    /// <summary>The huimin platform's own claims. Throws <see cref="HttpRequestException"/> when it does not answer.</summary>
    public static Task<BooksReport> AskHuiminAsync(SandboxPlan plan, CancellationToken cancel) => AskAsync(plan.Addresses.Huimin, plan, cancel);

    /// <summary>Of a sandbox that is down: its databases alone can still be proved, each side by itself.</summary>
    public static async Task<BooksReport> AloneAsync(SandboxPlan plan, SandboxClock clock, CancellationToken cancel)
    {
        var centre = await CentreAloneAsync(plan, clock);
        var core = await BureauBooks.CheckAsync(plan.DatabaseOf(SandboxRoles.Bureau), cancel);
        var huimin = await HuiminAloneAsync(plan, clock);
        return new BooksReport([.. centre.Claims, .. core.Claims, .. huimin.Claims]);
    }

    public static async Task<BooksReport> CentreAloneAsync(SandboxPlan plan, SandboxClock clock)
    {
        await using var centre = await new SandboxHosts(plan, clock, new FaultBook(), verbose: false).CenterAsync();
        return await BooksDoor.CheckAloneAsync(centre.Services);
    }

    private static async Task<BooksReport> HuiminAloneAsync(SandboxPlan plan, SandboxClock clock)
    {
        await using var huimin = await new SandboxHosts(plan, clock, new FaultBook(), verbose: false).HuiminAsync();
        return await PlatformBooks.CheckAloneAsync(huimin.Services);
    }

    private static async Task<BooksReport> AskAsync(string server, SandboxPlan plan, CancellationToken cancel)
    {
        using var http = new HttpClient { Timeout = Patience };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server}/internal/books");
        request.Headers.Add("X-Internal-Token", plan.Secrets.InternalToken);
        using var answer = await http.SendAsync(request, cancel);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync(BooksJson.Default.BooksReport, cancel))!;
    }

    public static void Show(Timeline timeline, BooksReport report)
    {
        foreach (var claim in report.Claims)
        {
            var values = new Dictionary<string, string> { ["examined"] = claim.Examined.ToString(System.Globalization.CultureInfo.InvariantCulture) };
            if (claim.Skipped is { } why) values["skipped"] = why;
            for (var i = 0; i < claim.Breaches.Count; i++) values[$"breach {i + 1}"] = claim.Breaches[i];
            if (claim.Skipped is not null) timeline.Skipped("books", claim.Name, values);
            else if (claim.Breaches.Count == 0) timeline.Step("books", claim.Name, values);
            else timeline.Failed("books", claim.Name, values);
        }
    }
}
