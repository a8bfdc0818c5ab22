using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace YbPay.Huimin.Tests.Claims;

/// <summary>Image files, written from their standards: whole ones, and ones that lie.</summary>
internal static class Images
{
    /// <param name="text">Makes it another image; stands in it in the clear.</param>
    /// <param name="size">Bytes of content beside the pixels.</param>
    public static byte[] Png(uint width = 1, uint height = 1, string text = "", int size = 0)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(head, width);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 0);
        Chunk(file, "IHDR", head);
        Chunk(file, "tEXt", [.. "Comment\0"u8, .. Encoding.UTF8.GetBytes(text), .. new byte[size]]);
        using var pixels = new MemoryStream();
        using (var packed = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true)) packed.Write([0, 0x80]);
        Chunk(file, "IDAT", pixels.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>A whole PNG of exactly so many bytes.</summary>
    public static byte[] PngOf(int bytes, string text = "") => Png(text: text, size: bytes - Png(text: text).Length);

    public static void Chunk(Stream file, string type, byte[] content, bool isSumRight = true)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(number, (uint)content.Length);
        file.Write(number);
        byte[] summed = [.. Encoding.ASCII.GetBytes(type), .. content];
        file.Write(summed);
        BinaryPrimitives.WriteUInt32BigEndian(number, isSumRight ? Sum(summed) : Sum(summed) ^ 1);
        file.Write(number);
    }

    /// <summary>A baseline JPEG of one component; its scan is a few bytes of which nobody makes pixels here.</summary>
    public static byte[] Jpeg(ushort width = 16, ushort height = 16, string text = "") =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. Segment(0xFE, Encoding.UTF8.GetBytes(text)),
        .. Segment(0xC0, [8, (byte)(height >> 8), (byte)(height & 0xFF), (byte)(width >> 8), (byte)(width & 0xFF), 1, 1, 0x11, 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56,
        0xFF, 0xD9,
    ];

    public static byte[] Pdf(string text = "") => Encoding.UTF8.GetBytes($"%PDF-1.7\n1 0 obj\n({text})\nendobj\ntrailer\n<< >>\n%%EOF\n");

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)((content.Length + 2) & 0xFF), .. content];

    /// <summary>The check sum of ISO/IEC 15948 bit by bit, as its annex defines it and not as the platform counts it.</summary>
    private static uint Sum(byte[] bytes)
    {
        var sum = 0xFFFFFFFFu;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320u;
        }

        return ~sum;
    }
}
