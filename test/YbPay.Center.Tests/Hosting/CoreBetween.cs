using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace YbPay.Center.Tests.Hosting;

/// <summary>
/// Someone on the way to the core who lets everything through, but for the question what accounts paid (5203): it can go unanswered, or be answered as a core
/// does that knows no such payments, or one whose accounts paid more.
/// </summary>
internal sealed class CoreBetween : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();

    private CoreBetween(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public string Core { get; set; } = "";

    /// <summary>The question gets no answer.</summary>
    public bool IsSilent { get; set; }

    /// <summary>The answer has no word on accounts.</summary>
    public bool IsAnothers { get; set; }

    /// <summary>What accounts paid beyond what the core itself says, in yuan, by settlement.</summary>
    public ConcurrentDictionary<string, decimal> Deducted { get; } = new();

    /// <summary>How often it was asked.</summary>
    public int Asked => _asked;

    private int _asked;

    public static async Task<CoreBetween> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var between = new CoreBetween(builder.Build());
        between._app.MapPost("/fsi/api/callService", (HttpRequest request) => between.CallAsync(request.HttpContext));
        await between._app.StartAsync();
        return between;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<IResult> CallAsync(HttpContext context)
    {
        var question = (await JsonNode.ParseAsync(context.Request.Body))!;
        using var message = new StringContent(question.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        var isOurs = question["infno"]!.GetValue<string>() == "5203";
        if (isOurs)
        {
            Interlocked.Increment(ref _asked);
            if (IsSilent)
            {
                context.Abort();
                return Results.Empty;
            }
        }

        using var answer = await _http.PostAsync(new Uri($"{Core}/fsi/api/callService"), message);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return Results.Bytes(isOurs ? Changed(JsonNode.Parse(bytes)!, question["input"]!["data"]!["setl_id"]!.GetValue<string>()) : bytes, "application/json");
    }

    private byte[] Changed(JsonNode answer, string setlId)
    {
        if (answer["output"]?["paydown"] is JsonObject paydown)
        {
            if (IsAnothers) answer["output"]!.AsObject().Remove("paydown");
            else if (paydown["cash_owed"]!.GetValue<decimal>() is > 0 and var owed && Deducted.TryGetValue(setlId, out var deducted))
                (paydown["cash_owed"], paydown["wallet_deducted"]) = (owed - deducted, deducted);
        }

        return System.Text.Encoding.UTF8.GetBytes(answer.ToJsonString());
    }
}
