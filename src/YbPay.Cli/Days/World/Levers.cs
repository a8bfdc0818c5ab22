using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using YbPay.Cli.Days.Plan;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Hospital;

namespace YbPay.Cli.Days.World;

/// <summary>The sandbox's control over HTTP: credentials, faults, the patient at the bank, the hospital's mood.</summary>
internal sealed class Levers(string baseUrl) : IDisposable
{
    /// <summary>A withheld answer is cut after so long: longer silence costs real time and tells the caller nothing more.</summary>
    private const int SilenceMs = 10;

    private readonly HttpClient _http = new() { BaseAddress = new Uri(baseUrl + "/") };

    public async Task<string> VoucherAsync(string psnNo, string kind, CancellationToken cancel) =>
        (await PostAsync("vouchers", new { psnNo, kind }, cancel)).GetProperty("value").GetString()!;

    public Task FaultAsync(PlannedFault fault, CancellationToken cancel) => PostAsync("faults", new
    {
        target = FaultOrder.NameOf(fault.Target), transaction = fault.Transaction, kind = FaultOrder.NameOf(fault.Kind), count = fault.Count, delayMs = fault.Kind == FaultKind.Timeout ? SilenceMs : 0,
    }, cancel);

    /// <summary>Drops the faults that have not struck; gives how many strikes of each are left over.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ForgetFaultsAsync(CancellationToken cancel)
    {
        using var answer = await _http.DeleteAsync(new Uri("faults", UriKind.Relative), cancel);
        answer.EnsureSuccessStatusCode();
        var left = await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
        return left.EnumerateArray().GroupBy(Name).ToDictionary(same => same.Key, same => same.Sum(fault => fault.GetProperty("count").GetInt32()), StringComparer.Ordinal);

        static string Name(JsonElement fault) => NameOf(fault.GetProperty("target").GetString()!, fault.GetProperty("kind").GetString()!);
    }

    /// <summary>How a kind of fault is called in the summary.</summary>
    public static string NameOf(PlannedFault fault) => NameOf(FaultOrder.NameOf(fault.Target), FaultOrder.NameOf(fault.Kind));

    /// <summary>The amount in fen; null while the bank knows no open payment of the order.</summary>
    public async Task<(string Status, long Amount)?> MoveAsync(string payOrdId, string action, CancellationToken cancel)
    {
        using var answer = await _http.PostAsJsonAsync($"bank/{payOrdId}", new { action }, cancel);
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        answer.EnsureSuccessStatusCode();
        var move = await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
        return (move.GetProperty("status").GetString()!, move.GetProperty("amount").GetInt64());
    }

    public Task HospitalAsync(string orgCodg, HospitalAnswer answer, int count, CancellationToken cancel) =>
        PostAsync("hospital", new { orgCodg, answer = HospitalBooks.NameOf(answer), count }, cancel);

    public void Dispose() => _http.Dispose();

    private static string NameOf(string target, string kind) => $"{target} {kind}";

    private async Task<JsonElement> PostAsync(string path, object body, CancellationToken cancel)
    {
        using var answer = await _http.PostAsJsonAsync(path, body, cancel);
        if (answer.IsSuccessStatusCode) return await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The control refused {path}: HTTP {(int)answer.StatusCode}."));
    }
}
