using System.Buffers;
using System.Text;
using System.Text.Json;

namespace YbPay.Protocol.Fsi;

/// <summary><c>input</c> and <c>output</c> in their three forms.</summary>
internal static class FsiContent
{
    public static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    public static void Write(Utf8JsonWriter writer, string name, ReadOnlySpan<byte> clear, FsiOptions options)
    {
        writer.WritePropertyName(name);
        switch (options.Content)
        {
            case FsiContentForm.JsonText:
                writer.WriteStringValue(clear);
                break;
            case FsiContentForm.Sm4Base64:
                var key = options.ContentKey ?? throw new InvalidOperationException("Encrypted content needs FsiOptions.ContentKey.");
                writer.WriteBase64StringValue(key.EncryptEcb(clear));
                break;
            default:
                writer.WriteRawValue(clear);
                break;
        }
    }

    /// <summary>
    /// The clear JSON text of whatever form; null when it is none of the three or cannot be decrypted. The text of an object is
    /// the one on the wire, so that a signature over it can be checked.
    /// </summary>
    public static byte[]? ClearText(JsonElement content, FsiOptions options)
    {
        switch (content.ValueKind)
        {
            case JsonValueKind.Object:
                return System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(content).ToArray();
            case JsonValueKind.String:
                var text = content.GetString()!;
                if (text.AsSpan().TrimStart().StartsWith('{')) return Encoding.UTF8.GetBytes(text);
                if (options.ContentKey is null) return null;
                var cipherText = new byte[text.Length];
                return Convert.TryFromBase64String(text, cipherText, out var length) ? options.ContentKey.DecryptEcb(cipherText.AsSpan(0, length)) : null;
            default:
                return null;
        }
    }

    /// <summary>The object in a clear text, on its own memory; null when it is none.</summary>
    public static JsonElement? Object(byte[] clear)
    {
        try
        {
            using var document = JsonDocument.Parse(clear, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A whole message; null when it is no JSON object within the limits.</summary>
    public static JsonDocument? Message(ReadOnlyMemory<byte> text, FsiOptions options)
    {
        if (text.Length > options.MaxBytes) return null;
        try
        {
            var document = JsonDocument.Parse(text, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A head field's text; numbers as they stand. Null when absent, null, empty, or neither text nor number.</summary>
    public static string? Text(JsonElement message, string name)
    {
        if (!message.TryGetProperty(name, out var value)) return null;
        try
        {
            var text = value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
            return text is { Length: > 0 } ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null; // Invalid UTF-8 or half a surrogate pair: no text.
        }
    }

    public static byte[] Build(Action<Utf8JsonWriter> write)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }
}
