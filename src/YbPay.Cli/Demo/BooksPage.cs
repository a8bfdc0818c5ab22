using System.Net.Http.Json;
using YbPay.Center.Features.Books;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Demo;

/// <summary>Asks a running centre for the check of its books, and shows it.</summary>
internal static class BooksPage
{
    public static async Task<BooksReport> AskAsync(SandboxPlan plan, CancellationToken cancel)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{plan.Addresses.Center}/internal/books");
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
