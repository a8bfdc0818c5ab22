namespace YbPay.Huimin.Features.Claims.Images;

/// <summary>The check sum of PNG's chunks (ISO/IEC 15948, annex D).</summary>
internal static class Crc32
{
    public const uint Begin = 0xFFFFFFFF;

    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Row)];

    public static uint Append(uint sum, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes) sum = Table[(sum ^ b) & 0xFF] ^ (sum >> 8);
        return sum;
    }

    public static uint Finish(uint sum) => ~sum;

    private static uint Row(int value)
    {
        var row = (uint)value;
        for (var bit = 0; bit < 8; bit++) row = (row & 1) == 0 ? row >> 1 : (row >> 1) ^ Polynomial;
        return row;
    }
}
