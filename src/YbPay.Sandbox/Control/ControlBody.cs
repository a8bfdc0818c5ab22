using System.Text.Json;
using Microsoft.AspNetCore.Http;
using YbPay.Protocol;

namespace YbPay.Sandbox.Control;

/// <summary>Reads the control's small JSON bodies by hand, so that each mistake gets a sentence.</summary>
internal static class ControlBody
{
    private const int LargestBody = 16 * 1024;

    /// <summary>Null when the body is no JSON object.</summary>
    public static async Task<JsonElement?> ReadAsync(HttpRequest request)
    {
        if (await MessageBody.ReadAsync(request.Body, request.ContentLength, LargestBody, request.HttpContext.RequestAborted) is not { } bytes) return null;
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text member; null when absent, empty or no text.</summary>
    public static string? Text(this JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>The whole number; <paramref name="unnamed"/> when absent; null when it is none or below 1.</summary>
    public static int? Count(this JsonElement body, string name, int unnamed)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return unnamed;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 1 ? number : null;
    }
}
