using System.Buffers;
using System.Text.Json;
using YbPay.Cryptography;

namespace YbPay.Center.Features.UploadFees;

/// <summary>What makes two uploads the same bill: everything but the patient's credentials and the position of his phone.</summary>
internal static class UploadDigest
{
    private static readonly HashSet<string> Fleeting = new(StringComparer.Ordinal) { "ecToken", "payAuthNo", "uldLatlnt" };

    /// <summary>Hex SM3 over the message without its fleeting members; spelling of white space does not matter, order of lines does.</summary>
    public static string Of(ReadOnlyMemory<byte> data)
    {
        using var message = JsonDocument.Parse(data);
        var kept = new ArrayBufferWriter<byte>(data.Length);
        using (var writer = new Utf8JsonWriter(kept))
        {
            writer.WriteStartObject();
            foreach (var member in message.RootElement.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                if (!Fleeting.Contains(member.Name)) member.WriteTo(writer);
            writer.WriteEndObject();
        }

        return Convert.ToHexStringLower(Sm3.Hash(kept.WrittenSpan));
    }
}
