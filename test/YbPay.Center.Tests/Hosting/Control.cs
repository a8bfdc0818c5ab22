using System.Net.Http.Json;
using System.Text.Json;

namespace YbPay.Center.Tests.Hosting;

/// <summary>The sandbox's levers over HTTP: faults, the patient at the bank, the hospital's answers, the clock.</summary>
internal sealed class Control(string baseUrl) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(baseUrl + "/"), Timeout = TimeSpan.FromSeconds(30) };

    public async Task<string> VoucherAsync(string psnNo, string kind) => (await PostAsync("vouchers", new { psnNo, kind })).GetProperty("value").GetString()!;

    public Task FaultAsync(string target, string transaction, string kind, int count = 1, int delayMs = 0) =>
        PostAsync("faults", new { target, transaction, kind, count, delayMs });

    /// <summary>All faults that were ordered have begun to strike.</summary>
    public Task StruckAsync() => Eventually.HoldsAsync(
        async () => (await _http.GetFromJsonAsync<JsonElement>("faults")).GetArrayLength() == 0, "the fault strikes");

    /// <summary>The patient pays at the bank, as soon as the bank knows the payment; gives the amount in fen.</summary>
    public async Task<long> PatientPaysAsync(string payOrdId)
    {
        var move = await Eventually.GetAsync(() => MoveAsync(payOrdId, "pay"), move => move is not null, "the bank knows the payment");
        move!.Value.GetProperty("status").GetString().ShouldBe("PAID");
        return move.Value.GetProperty("amount").GetInt64();
    }

    public async Task PatientDeclinesAsync(string payOrdId) =>
        await Eventually.GetAsync(() => MoveAsync(payOrdId, "decline"), move => move is not null, "the bank knows the payment");

    /// <summary>Null when the bank has no open payment for the order.</summary>
    public async Task<JsonElement?> MoveAsync(string payOrdId, string action)
    {
        using var answer = await _http.PostAsJsonAsync($"bank/{payOrdId}", new { action });
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonElement>() : null;
    }

    public Task HospitalAnswersAsync(string orgCodg, string answer, int count = 1) => PostAsync("hospital", new { orgCodg, answer, count });

    /// <summary>What the hospital received about an order, oldest first.</summary>
    public async Task<IReadOnlyList<Notice>> ReceivedAsync(string orgCodg, string payOrdId)
    {
        var all = await _http.GetFromJsonAsync<JsonElement>($"received?orgCodg={orgCodg}");
        return
        [
            .. all.EnumerateArray().Where(row => row.GetProperty("data").GetProperty("payOrdId").GetString() == payOrdId)
                .Select(row => new Notice(row.GetProperty("data"), row.GetProperty("answer").GetString()!)),
        ];
    }

    public Task AdvanceAsync(TimeSpan by) => PostAsync("clock", new { advance = System.Xml.XmlConvert.ToString(by) });

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}

/// <summary>A settlement notice as the hospital got it, and what it answered.</summary>
internal sealed record Notice(JsonElement Data, string Answer)
{
    public string Text(string member) => Data.GetProperty(member).ToString();
}
