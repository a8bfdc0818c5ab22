using System.Text;
using YbPay.Protocol.Canonical;

namespace YbPay.Protocol.MobilePay;

/// <summary>
/// The text to sign of a whole envelope (ruling A.1), clear or sealed, for tools and for those who want to see why a
/// signature does not match. <see cref="MobileEnvelope"/> writes the same text on its way.
/// </summary>
public static class TextToSign
{
    /// <summary>Of an envelope with its <c>data</c> in clear.</summary>
    /// <exception cref="NotSignableException">What ruling A.4 refuses, or an envelope that could be read in two ways.</exception>
    public static byte[] OfClear(ReadOnlySpan<byte> envelope, string appSecret, CanonicalVariant variant = default) =>
        Write(envelope, Encoding.UTF8.GetBytes(appSecret), null, variant) ?? throw new NotSignableException(new JsonProblem(JsonFault.NotJson, "encData"));

    /// <summary>Of an envelope with <c>encData</c>; null when that cannot be decrypted.</summary>
    /// <exception cref="NotSignableException">As for <see cref="OfClear"/>.</exception>
    public static byte[]? OfSealed(ReadOnlySpan<byte> envelope, MobileKeys keys, CanonicalVariant variant = default) =>
        Write(envelope, keys.Secret, keys, variant);

    private static byte[]? Write(ReadOnlySpan<byte> text, ReadOnlySpan<byte> secret, MobileKeys? keys, CanonicalVariant variant)
    {
        var limits = JsonLimits.Default;
        using var envelope = ReadObject(text, limits);
        var head = EnvelopeHead.Of(envelope);
        var clear = head.EncData > 0 ? keys?.DecryptHex(Encoding.UTF8.GetString(envelope.Text(head.EncData))) : "{}"u8.ToArray();
        if (clear is null) return null;
        using var content = ReadObject(clear, limits);
        var problem = SignedFields.Of(envelope, head.EncData > 0, stackalloc int[EnvelopeHead.MostFields + 1], out var signed);
        if (!problem.IsNone) throw new NotSignableException(problem);
        using var output = new TextBuffer(text.Length + 512);
        problem = new SignTextWriter(envelope, content, secret, limits).Write(signed.InOrder, variant, output);
        return problem.IsNone ? output.ToArray() : throw new NotSignableException(problem);
    }

    private static JsonIndex ReadObject(ReadOnlySpan<byte> text, JsonLimits limits)
    {
        var problem = JsonIndex.Read(text, limits, out var index);
        if (problem.IsNone && index[0].IsContainer) return index;
        index.Dispose();
        throw new NotSignableException(problem.IsNone ? new JsonProblem(JsonFault.NotJson, JsonPath.Root) : problem);
    }
}
