using System.Text.Json;
using YbPay.Protocol.Canonical;

namespace YbPay.Protocol.MobilePay;

/// <summary>Seals and opens the payment centre's envelope (rulings A and B; document section 2.2.3).</summary>
public static class MobileEnvelope
{
    /// <summary>A signed and encrypted request. The bytes of <paramref name="data"/> are encrypted as they are.</summary>
    /// <param name="data">A JSON object or array in UTF-8; empty for none.</param>
    /// <exception cref="NotSignableException">What ruling A.4 refuses.</exception>
    public static byte[] SealRequest(MobileKeys keys, ReadOnlySpan<byte> data, DateTimeOffset now, CanonicalVariant variant = default) =>
        EnvelopeSealing.Seal(keys, null, data, now, variant);

    /// <summary>A signed and encrypted reply, its code, message and success signed with it.</summary>
    /// <param name="data">Empty for none.</param>
    /// <exception cref="NotSignableException">What ruling A.4 refuses.</exception>
    public static byte[] SealReply(MobileKeys keys, int code, string message, bool success, ReadOnlySpan<byte> data, DateTimeOffset now, CanonicalVariant variant = default) =>
        EnvelopeSealing.Seal(keys, new ReplyHead(code, message, success), data, now, variant);

    /// <summary>The text that <see cref="SealRequest"/> signs.</summary>
    public static byte[] RequestTextToSign(MobileKeys keys, ReadOnlySpan<byte> data, DateTimeOffset now, CanonicalVariant variant = default)
    {
        using var text = new TextBuffer(data.Length + 512);
        EnvelopeSealing.WriteTextToSign(keys, null, data, MobileTimestamp.Write(now), variant, text);
        return text.ToArray();
    }

    /// <summary>The appId of an envelope, to find its partner by; null when there is none to be found.</summary>
    public static string? PeekAppId(ReadOnlySpan<byte> envelope)
    {
        if (envelope.Length > JsonLimits.Default.Bytes) return null;
        try
        {
            var reader = new Utf8JsonReader(envelope, new JsonReaderOptions { MaxDepth = JsonLimits.Default.Depth + 1 });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isAppId = reader.ValueTextEquals("appId"u8);
                reader.Read();
                if (isAppId) return reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= 200 ? reader.GetString() : null;
                reader.Skip();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // Not JSON, or no text: Open says what is wrong with it.
        }

        return null;
    }

    /// <summary>Checks head, time, decrypts, verifies. <paramref name="variant"/> null is <c>auto</c>.</summary>
    public static EnvelopeFault Open(MobileKeys keys, ReadOnlyMemory<byte> envelope, IFreshness freshness, CanonicalVariant? variant, out OpenedEnvelope? opened) =>
        Open(keys, envelope.Span, freshness, variant is null ? OpenOptions.Auto : new OpenOptions { Variant = variant }, out opened, out _);

    /// <summary>As above, with every option, and the place of what cannot be read or signed.</summary>
    public static EnvelopeFault Open(MobileKeys keys, ReadOnlySpan<byte> envelope, IFreshness freshness, OpenOptions options, out OpenedEnvelope? opened, out JsonProblem problem)
    {
        var opening = new EnvelopeOpening(keys, envelope, freshness, options);
        try
        {
            var fault = opening.Run();
            opened = fault == EnvelopeFault.None ? opening.Result() : null;
            problem = opening.Problem;
            return fault;
        }
        finally
        {
            opening.Dispose();
        }
    }
}
