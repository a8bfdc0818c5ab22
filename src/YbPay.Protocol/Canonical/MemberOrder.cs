using System.Buffers.Binary;

namespace YbPay.Protocol.Canonical;

/// <summary>
/// Ordinal order of names as Java's String.compareTo has it, that is by UTF-16 code units, over UTF-8 bytes. The two orders
/// differ in one place: a supplementary character (UTF-8 from F0, UTF-16 a surrogate from D800) comes before U+E000-U+FFFF
/// (UTF-8 EE and EF).
/// </summary>
internal static class MemberOrder
{
    private const ulong NonAscii = 0x8080808080808080;

    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var common = left.CommonPrefixLength(right);
        return common == left.Length || common == right.Length
            ? left.Length.CompareTo(right.Length)
            : Rank(left[common]) - Rank(right[common]);
    }

    /// <summary>The first eight bytes as a number that orders like the names do; equal numbers need <see cref="Compare"/>.</summary>
    public static ulong Prefix(ReadOnlySpan<byte> name)
    {
        var prefix = name.Length >= 8 ? BinaryPrimitives.ReadUInt64BigEndian(name) : ShortPrefix(name);
        return (prefix & NonAscii) == 0 ? prefix : Ranked(prefix);
    }

    private static ulong ShortPrefix(ReadOnlySpan<byte> name)
    {
        var prefix = 0UL;
        foreach (var one in name) prefix = (prefix << 8) | one;
        return prefix << (8 * (8 - name.Length));
    }

    private static ulong Ranked(ulong prefix)
    {
        var ranked = 0UL;
        for (var shift = 56; shift >= 0; shift -= 8) ranked = (ranked << 8) | Rank((byte)((prefix >> shift) & 0xFF));
        return ranked;
    }

    /// <summary>Lead bytes F0-F4 go before EE and EF; every other byte keeps its place.</summary>
    private static byte Rank(byte value) => value switch
    {
        < 0xEE => value,
        >= 0xF0 => (byte)(value - 2),
        _ => (byte)(value + 5),
    };
}
