using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using YbPay.Sandbox.Tests;

namespace YbPay.Huimin.Tests.Discharge;

/// <summary>An insurer that the sandbox's is not: it quotes what the test says, settles what it likes, and takes back or not. Each order once, as the wire wants it.</summary>
internal sealed class OddInsurer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, JsonObject> orders = new();
    private LocalServer? server;

    public Uri Address => server!.Address;

    /// <summary>Fen.</summary>
    public long Quotes { get; set; }

    /// <summary>What it settles, whatever it was asked for; null for that.</summary>
    public long? Settles { get; set; }

    public bool TakesBack { get; set; } = true;

    public static async Task<OddInsurer> StartAsync()
    {
        var insurer = new OddInsurer();
        insurer.server = await LocalServer.StartAsync(_ => { }, insurer.Map);
        return insurer;
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.MapPost("/insurer/quotes", (JsonObject order) => Once(order, "DONE", Quotes));
        app.MapPost("/insurer/settlements", (JsonObject order) => Once(order, "DONE", Settles ?? (long)order["amount"]!));
        app.MapPost("/insurer/cancellations", (JsonObject order) => Once(order, TakesBack ? "DONE" : "REFUSED", 0));
        app.MapGet("/insurer/orders/{number}", (string number) =>
            orders.TryGetValue(number, out var order) ? Results.Content(order.ToJsonString(), "application/json") : Results.Json(new { code = "UNKNOWN" }, statusCode: 404));
    }

    private IResult Once(JsonObject order, string status, long amount)
    {
        var number = (string)order["number"]!;
        var view = orders.GetOrAdd(number, _ => new()
        {
            ["number"] = number, ["status"] = status, ["insurerNo"] = "I" + number, ["insuranceId"] = "ODD00001", ["insuranceName"] = "示例保险", ["amount"] = amount, ["message"] = "账户不符",
        });
        return Results.Content(view.ToJsonString(), "application/json");
    }
}
