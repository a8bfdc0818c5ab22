using System.Buffers.Text;
using System.Globalization;
using System.Text;
using YbPay.Protocol.Canonical;

namespace YbPay.Protocol.MobilePay;

/// <summary>What stands in a reply's head beside a request's.</summary>
internal readonly record struct ReplyHead(int Code, string Message, bool Success);

/// <summary>
/// Writes envelopes of our own. Their fields are known, so text to sign and envelope are written in sorted order at once.
/// </summary>
internal static class EnvelopeSealing
{
    public static byte[] Seal(MobileKeys keys, ReplyHead? reply, ReadOnlySpan<byte> data, DateTimeOffset now, CanonicalVariant variant)
    {
        var timestamp = MobileTimestamp.Write(now);
        using var toSign = new TextBuffer(data.Length + 512);
        WriteTextToSign(keys, reply, data, timestamp, variant, toSign);
        var (signature, cipherText) = data.IsEmpty
            ? (EnvelopeCryptography.Sign(keys, toSign.Written), [])
            : EnvelopeCryptography.Seal(keys, toSign.Written, data);

        using var envelope = new TextBuffer((cipherText.Length * 2) + 512);
        WriteEnvelope(keys, reply, timestamp, signature, cipherText, envelope);
        return envelope.ToArray();
    }

    public static void WriteTextToSign(MobileKeys keys, ReplyHead? reply, ReadOnlySpan<byte> data, string timestamp, CanonicalVariant variant, TextBuffer output)
    {
        output.Append("appId="u8);
        output.Append(keys.AppIdText);
        if (reply is { } head) AppendText(output, "&code="u8, head.Code.ToString(CultureInfo.InvariantCulture));
        WriteData(data, variant, output);
        output.Append("&encType=SM4"u8);
        if (reply is { Message.Length: > 0 } told) AppendText(output, "&message="u8, told.Message);
        output.Append("&signType=SM2"u8);
        if (reply is { } done) output.Append(done.Success ? "&success=true"u8 : "&success=false"u8);
        AppendText(output, "&timestamp="u8, timestamp);
        output.Append("&version=2.0.1&key="u8);
        output.Append(keys.Secret);
    }

    private static void WriteData(ReadOnlySpan<byte> data, CanonicalVariant variant, TextBuffer output)
    {
        if (data.IsEmpty) return;
        var problem = JsonIndex.Read(data, JsonLimits.Default, out var index);
        using (index)
        {
            if (problem.IsNone && !index[0].IsContainer) problem = new JsonProblem(JsonFault.NotJson, JsonPath.Root);
            if (!problem.IsNone) throw new NotSignableException(problem);
            if (index[0].IsNothing) return;
            var start = output.Length;
            output.Append("&data="u8);
            var writer = new CanonicalWriter(index, variant, JsonLimits.Default, output);
            if (writer.Write(0)) return;
            if (!writer.Problem.IsNone) throw new NotSignableException(writer.Problem);
            output.CutBackTo(start);
        }
    }

    private static void WriteEnvelope(MobileKeys keys, ReplyHead? reply, string timestamp, ReadOnlySpan<byte> signature, ReadOnlySpan<byte> cipherText, TextBuffer output)
    {
        output.Append("{\"appId\":"u8);
        CanonicalText.Append(output, keys.AppIdText);
        if (reply is { } head) AppendText(output, ",\"code\":"u8, head.Code.ToString(CultureInfo.InvariantCulture));
        if (!cipherText.IsEmpty)
        {
            output.Append(",\"encData\":\""u8);
            Convert.TryToHexString(cipherText, output.Reserve(cipherText.Length * 2), out var digits);
            output.Advance(digits);
            output.Append((byte)'"');
        }

        output.Append(",\"encType\":\"SM4\""u8);
        if (reply is { Message.Length: > 0 } told)
        {
            output.Append(",\"message\":"u8);
            CanonicalText.Append(output, Encoding.UTF8.GetBytes(told.Message));
        }

        output.Append(",\"signData\":\""u8);
        Base64.EncodeToUtf8(signature, output.Reserve(Base64.GetMaxEncodedToUtf8Length(signature.Length)), out _, out var letters);
        output.Advance(letters);
        output.Append("\",\"signType\":\"SM2\""u8);
        if (reply is { } done) output.Append(done.Success ? ",\"success\":true"u8 : ",\"success\":false"u8);
        AppendText(output, ",\"timestamp\":\""u8, timestamp);
        output.Append("\",\"version\":\"2.0.1\"}"u8);
    }

    private static void AppendText(TextBuffer output, ReadOnlySpan<byte> before, string text)
    {
        output.Append(before);
        var room = output.Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        output.Advance(Encoding.UTF8.GetBytes(text, room));
    }
}
