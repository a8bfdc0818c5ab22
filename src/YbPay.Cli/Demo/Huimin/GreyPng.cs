using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace YbPay.Cli.Demo.Huimin;

/// <summary>Writes a grey picture as PNG (ISO 15948), a byte a sample.</summary>
internal static class GreyPng
{
    /// <param name="rows">Each row begins with its filter, 0, and has <paramref name="width"/> samples.</param>
    public static byte[] Write(int width, int height, byte[] rows, CompressionLevel level)
    {
        using var file = new MemoryStream();
        file.Write([0x89, .. "PNG\r\n\x1A\n"u8]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = 8; // bits of a sample; the other members stay 0
        Chunk(file, "IHDR", head);
        Chunk(file, "IDAT", Packed(rows, level));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>Noise, which no compression makes smaller: a scan of a given size that no other is equal to.</summary>
    /// <param name="bytes">About as much as the file will have.</param>
    public static byte[] Noise(int bytes, Random random)
    {
        var side = (int)Math.Sqrt(bytes);
        var rows = new byte[side * (side + 1)];
        random.NextBytes(rows);
        for (var y = 0; y < side; y++) rows[y * (side + 1)] = 0;
        return Write(side, side, rows, CompressionLevel.NoCompression);
    }

    private static byte[] Packed(byte[] rows, CompressionLevel level)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, level, leaveOpen: true)) zlib.Write(rows);
        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, string kind, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(kind), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        file.Write(number);
    }

    /// <summary>ISO 15948, annex D.</summary>
    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return ~crc;
    }
}
