namespace YbPay.Cryptography;

/// <summary>Padding to whole blocks of 16 bytes: 1 to 16 bytes, each the number of them (RFC 5652, 6.3).</summary>
internal static class Pkcs7
{
    private const int Block = Sm4Key.BlockSize;

    public static int PaddedLength(int plainLength) => (plainLength / Block * Block) + Block;

    /// <param name="padded">The plain text and the room for its padding.</param>
    public static void Pad(Span<byte> padded, int plainLength) => padded[plainLength..].Fill((byte)(padded.Length - plainLength));

    /// <summary>Bytes before the padding, or -1 when the padding is wrong. Looks at the whole last block whatever it finds.</summary>
    public static int PlainLength(ReadOnlySpan<byte> padded)
    {
        int count = padded[^1];
        var wrong = count is 0 or > Block ? 1 : 0;
        for (var i = 1; i <= Block; i++)
        {
            // -1 (all bits) where the byte belongs to the padding, 0 elsewhere
            var inside = (i - 1 - count) >> 31;
            wrong |= inside & (padded[^i] ^ count);
        }

        return wrong == 0 ? padded.Length - count : -1;
    }
}
