using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using YbPay.Protocol;

namespace YbPay.Huimin.Door;

/// <summary>What an operator orders at an internal door: about which order (<see cref="QueryId"/>) or person (<see cref="IdNo"/>), what, and why.</summary>
internal sealed record OperatorOrder(string? QueryId, string? IdNo, string? Action, string? Reason)
{
    private const int LargestBody = 4096;
    private const int LongestReason = 200;

    /// <summary>Null for what is no order: no JSON object, or one without a reason. What it is about and what to do, the door judges.</summary>
    public static async Task<OperatorOrder?> ReadAsync(HttpContext http)
    {
        if (await MessageBody.ReadAsync(http.Request.Body, http.Request.ContentLength, LargestBody, http.RequestAborted) is not { } body) return null;
        try
        {
            return JsonSerializer.Deserialize(body, OperatorJson.Default.OperatorOrder) is { Reason: { Length: > 0 and <= LongestReason } } order ? order : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => $"{Action} {QueryId}";
}

/// <summary>How the order stands now, as the interfaces print it.</summary>
internal sealed record OperatorAnswer(string OrderStatus);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OperatorOrder))]
[JsonSerializable(typeof(OperatorAnswer))]
internal sealed partial class OperatorJson : JsonSerializerContext;
