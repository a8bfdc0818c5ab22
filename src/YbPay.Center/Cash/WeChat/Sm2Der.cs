using System.Formats.Asn1;

namespace YbPay.Center.Cash.WeChat;

/// <summary>SM2 signatures and cipher texts in the DER that WeChat Pay wants (GB/T 35276).</summary>
internal static class Sm2Der
{
    private const int Number = 32;

    /// <summary>R||S as SEQUENCE { R, S }.</summary>
    public static byte[] Signature(ReadOnlySpan<byte> plain)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            Integer(writer, plain[..Number]);
            Integer(writer, plain[Number..]);
        }

        return writer.Encode();
    }

    /// <summary>04||X||Y||C3||C2 as SEQUENCE { X, Y, C3, C2 }.</summary>
    public static byte[] CipherText(ReadOnlySpan<byte> plain)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            Integer(writer, plain.Slice(1, Number));
            Integer(writer, plain.Slice(1 + Number, Number));
            writer.WriteOctetString(plain.Slice(1 + (2 * Number), Number));
            writer.WriteOctetString(plain[(1 + (3 * Number))..]);
        }

        return writer.Encode();
    }

    /// <summary>WeChat signs in DER only; R||S, which the key would take too, is not its form.</summary>
    public static bool IsSequence(ReadOnlySpan<byte> signature) => signature.Length > 0 && signature[0] == 0x30;

    private static void Integer(AsnWriter writer, ReadOnlySpan<byte> number)
    {
        var trimmed = number.TrimStart((byte)0);
        writer.WriteIntegerUnsigned(trimmed.IsEmpty ? number[^1..] : trimmed);
    }
}
