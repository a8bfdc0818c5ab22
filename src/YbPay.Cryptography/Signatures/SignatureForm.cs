using System.Formats.Asn1;

namespace YbPay.Cryptography;

/// <summary>Brings the two written forms of a signature (64 bytes R||S, DER) to R||S.</summary>
internal static class SignatureForm
{
    public const int Size = 64;

    /// <summary>SEQUENCE of two INTEGERs of 33 bytes.</summary>
    public const int LongestDer = 72;

    /// <summary>False when it is neither form, or r or s lies outside 1..n-1.</summary>
    public static bool TryRead(ReadOnlySpan<byte> signature, Span<byte> plain)
    {
        if (signature.Length == Size)
            signature.CopyTo(plain);
        else if (!TryReadDer(signature, plain))
            return false;
        return Sm2Curve.IsSignaturePart(plain[..32]) && Sm2Curve.IsSignaturePart(plain[32..64]);
    }

    /// <summary>Strict DER: SEQUENCE { INTEGER r, INTEGER s }, shortest lengths, nothing after it.</summary>
    public static bool TryReadDer(ReadOnlySpan<byte> der, Span<byte> plain)
    {
        if (der.Length is < 8 or > LongestDer)
            return false;
        if (der[0] != 0x30 || der[1] != der.Length - 2)
            return false;
        var rest = der[2..];
        return TryReadInteger(ref rest, plain[..32]) && TryReadInteger(ref rest, plain[32..64]) && rest.IsEmpty;
    }

    /// <summary>Writes DER; answers how many bytes it took.</summary>
    /// <param name="der">At least <see cref="LongestDer"/> bytes.</param>
    public static int WriteDer(ReadOnlySpan<byte> plain, Span<byte> der)
    {
        var size = 2;
        size += WriteInteger(plain[..32], der[size..]);
        size += WriteInteger(plain[32..64], der[size..]);
        der[0] = 0x30;
        der[1] = (byte)(size - 2);
        return size;
    }

    private static int WriteInteger(ReadOnlySpan<byte> number, Span<byte> der)
    {
        var digits = number.TrimStart((byte)0);
        var sign = digits.IsEmpty || digits[0] >= 0x80 ? 1 : 0;
        der[0] = 2;
        der[1] = (byte)(digits.Length + sign);
        der[2] = 0;
        digits.CopyTo(der[(2 + sign)..]);
        return 2 + sign + digits.Length;
    }

    public static void WriteInteger(AsnWriter writer, ReadOnlySpan<byte> number)
    {
        var digits = number.TrimStart((byte)0);
        writer.WriteIntegerUnsigned(digits.IsEmpty ? number[^1..] : digits);
    }

    private static bool TryReadInteger(ref ReadOnlySpan<byte> rest, Span<byte> number)
    {
        if (rest.Length < 3 || rest[0] != 2)
            return false;
        var size = rest[1];
        if (size is 0 or > 33 || rest.Length < 2 + size)
            return false;
        var value = rest.Slice(2, size);
        rest = rest[(2 + size)..];

        if ((value[0] & 0x80) != 0)
            return false; // negative
        if (size > 1 && value[0] == 0)
        {
            if ((value[1] & 0x80) == 0)
                return false; // longer than it need be
            value = value[1..];
        }

        if (value.Length > number.Length)
            return false;
        number.Clear();
        value.CopyTo(number[(number.Length - value.Length)..]);
        return true;
    }
}
