using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using YbPay.Protocol.Canonical;

namespace YbPay.Protocol.MobilePay;

/// <summary>
/// Seals an envelope that is written out in clear, whatever fields a region added to it; what is missing in its head is
/// filled in. For tools and tests: <see cref="MobileEnvelope"/> is the short way for our own messages.
/// </summary>
public static class ClearEnvelope
{
    /// <exception cref="NotSignableException">What ruling A.4 refuses; no JSON object; sealed already.</exception>
    public static byte[] Seal(MobileKeys keys, ReadOnlyMemory<byte> clear, DateTimeOffset now, CanonicalVariant variant = default)
    {
        using var document = Parse(clear);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw Unusable(JsonFault.NotJson, JsonPath.Root);
        if (document.RootElement.TryGetProperty("encData", out _)) throw Unusable(JsonFault.TwoDatas, "encData");

        var data = DataOf(document.RootElement);
        var complete = Write(document.RootElement, writer =>
        {
            AddMissing(writer, document.RootElement, keys.AppId, now);
            if (!data.IsEmpty) WriteRaw(writer, "data", data.Span);
        });
        // The text to sign is made of what is sent, the data in clear.
        var signature = EnvelopeCryptography.Sign(keys, TextToSign.OfSealed(complete, keys, variant));
        return Write(document.RootElement, writer =>
        {
            AddMissing(writer, document.RootElement, keys.AppId, now);
            if (!data.IsEmpty) writer.WriteString("encData", keys.EncryptHex(data.Span));
            writer.WriteBase64String("signData", signature);
        });
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> clear)
    {
        try
        {
            return JsonDocument.Parse(clear, new JsonDocumentOptions { MaxDepth = JsonLimits.Default.Depth });
        }
        catch (JsonException)
        {
            throw Unusable(JsonFault.NotJson, JsonPath.Root);
        }
    }

    /// <summary>The bytes to encrypt: an object as it stands, of a JSON text inside JSON the inner one.</summary>
    private static ReadOnlyMemory<byte> DataOf(JsonElement envelope)
    {
        if (!envelope.TryGetProperty("data", out var data)) return default;
        return data.ValueKind switch
        {
            JsonValueKind.Object or JsonValueKind.Array => JsonMarshal.GetRawUtf8Value(data).ToArray(),
            JsonValueKind.String when data.ValueEquals("") => default,
            JsonValueKind.String => Encoding.UTF8.GetBytes(data.GetString()!),
            JsonValueKind.Null => default,
            _ => throw Unusable(JsonFault.NotJson, "data"),
        };
    }

    private static byte[] Write(JsonElement envelope, Action<Utf8JsonWriter> more)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            foreach (var field in envelope.EnumerateObject())
                if (field.Name is not ("data" or "signData")) WriteRaw(writer, field.Name, JsonMarshal.GetRawUtf8Value(field.Value));
            more(writer);
            writer.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    private static void AddMissing(Utf8JsonWriter writer, JsonElement envelope, string appId, DateTimeOffset now)
    {
        Add("appId", appId);
        Add("encType", "SM4");
        Add("signType", "SM2");
        Add("timestamp", MobileTimestamp.Write(now));
        Add("version", "2.0.1");

        void Add(string name, string value)
        {
            if (!envelope.TryGetProperty(name, out _)) writer.WriteString(name, value);
        }
    }

    private static void WriteRaw(Utf8JsonWriter writer, string name, ReadOnlySpan<byte> value)
    {
        writer.WritePropertyName(name);
        try
        {
            writer.WriteRawValue(value);
        }
        catch (JsonException)
        {
            throw Unusable(JsonFault.NotJson, name);
        }
    }

    private static NotSignableException Unusable(JsonFault fault, string path) => new(new JsonProblem(fault, path));
}
