using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace YbPay.Center.Cash.WeChat;

/// <summary>A callback that WeChat really made: TRANSACTION.SUCCESS, MEDICAL_INSURANCE.SUCCESS and kin, with its clear content.</summary>
internal sealed record WeChatEvent(string Id, string Type, JsonObject Content)
{
    public override string ToString() => $"{Type} {Id}";
}

/// <summary>
/// Checks and opens callbacks: signature and time first, then the encryption, then whether this one was seen. The memory holds the
/// window of the signature; who books money asks the channel all the same.
/// </summary>
internal sealed class WeChatCallbacks(WeChatLink link, TimeProvider time) : IChannelNotices
{
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(11);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);

    public string Name => "wx";

    public string? Thanks => null;

    /// <summary>Payments, refunds and mixed orders all name the payment's number.</summary>
    public string? NumberIn(Func<string, string?> header, byte[] body) => Open(header, body) is { } notice && Text(notice.Content, "out_trade_no") is { Length: > 0 } number ? number : null;

    /// <summary>Null for a callback that is forged, altered, stale or sent again under the same signature.</summary>
    public WeChatEvent? Open(Func<string, string?> header, byte[] body)
    {
        if (!link.IsSigned(header, body)) return null;
        try
        {
            if (JsonNode.Parse(body) is not JsonObject envelope || envelope["resource"] is not JsonObject resource || Text(resource, "algorithm") != link.Keys.CallbackAlgorithm) return null;
            var opened = link.Keys.OpenCallback(
                Encoding.UTF8.GetBytes(Text(resource, "nonce")), Encoding.UTF8.GetBytes(Text(resource, "associated_data")), Convert.FromBase64String(Text(resource, "ciphertext")));
            if (opened is null || JsonNode.Parse(opened) is not JsonObject content || !IsNew(header("Wechatpay-Nonce")!)) return null;
            return new(Text(envelope, "id"), Text(envelope, "event_type"), content);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return null;
        }
    }

    /// <summary>WeChat draws a new nonce for each attempt: the same one twice is somebody else's copy.</summary>
    private bool IsNew(string nonce)
    {
        var now = time.GetUtcNow();
        foreach (var (old, at) in _seen)
            if (now - at > Memory) _seen.TryRemove(old, out _);
        return _seen.TryAdd(nonce, now);
    }

    private static string Text(JsonObject from, string name) => from[name] is JsonValue value && value.TryGetValue(out string? text) ? text : "";
}
