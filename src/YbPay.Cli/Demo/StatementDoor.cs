using System.Globalization;
using YbPay.Bureau;
using YbPay.Contracts.Outcomes;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Demo;

/// <summary>Asks a running core for an institution's statement of a day.</summary>
internal static class StatementDoor
{
    /// <summary>Of a core that runs, because it knows what day it is there; null when none answers.</summary>
    public static async Task<Outcome<BureauStatement>?> AskAsync(SandboxPlan plan, string institution, DateOnly day, CancellationToken cancel)
    {
        using var http = new HttpClient();
        var address = string.Create(CultureInfo.InvariantCulture, $"{plan.Addresses.Bureau}/internal/statements/{Uri.EscapeDataString(institution)}/{day:yyyy-MM-dd}");
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("X-Internal-Token", plan.Secrets.InternalToken);
        try
        {
            using var answer = await http.SendAsync(request, cancel);
            if (answer.StatusCode == System.Net.HttpStatusCode.Conflict) return Refused(await answer.Content.ReadAsStringAsync(cancel));
            answer.EnsureSuccessStatusCode();
            return new BureauStatement(await answer.Content.ReadAsByteArrayAsync(cancel), Header(answer, BureauStatements.DigestHeader), Header(answer, BureauStatements.AgreesHeader) == "true");
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return null;
        }
    }

    private static Refusal Refused(string text) => YbPay.Bureau.Refusals.All.FirstOrDefault(why => text.StartsWith($"[{why.Name}] ", StringComparison.Ordinal)) ?? throw new HttpRequestException(text);

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.GetValues(name).Single();
}
