using System.Buffers.Binary;

namespace YbPay.Huimin.Features.Claims.Images;

/// <summary>PNG (ISO/IEC 15948): the signature, every chunk with its check sum, IHDR first with a size that is taken, IDAT, and IEND last.</summary>
internal sealed class PngWalk : FormatWalk
{
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private const int HeadSize = 8;
    private const int HeaderSize = 13;
    private readonly byte[] small = new byte[HeaderSize];
    private Where where = Where.Signature;
    private int held;
    private uint type;
    private uint left;
    private uint sum;
    private bool hasHeader;
    private bool hasData;
    private int tail;

    private enum Where
    {
        Signature,
        Head,
        Content,
        Sum,
        Tail,
    }

    protected override int Take(ReadOnlySpan<byte> piece)
    {
        switch (where)
        {
            case Where.Content:
                return TakeContent(piece);
            case Where.Tail:
                tail += piece.Length;
                if (tail > ImageFormat.Slack) Fail("PNG结束块后有多余内容");
                return piece.Length;
            default:
                return TakeSmall(piece, where == Where.Sum ? 4 : HeadSize);
        }
    }

    protected override string? End() => where == Where.Tail ? null : "PNG不完整，缺少结束块";

    private int TakeSmall(ReadOnlySpan<byte> piece, int size)
    {
        var count = Math.Min(piece.Length, size - held);
        piece[..count].CopyTo(small.AsSpan(held));
        held += count;
        if (held < size) return count;
        held = 0;
        if (where == Where.Signature) BeginImage();
        else if (where == Where.Head) BeginChunk();
        else EndChunk();
        return count;
    }

    private void BeginImage()
    {
        if (!small.AsSpan(0, HeadSize).SequenceEqual(Signature)) Fail("PNG文件头有误");
        where = Where.Head;
    }

    private void BeginChunk()
    {
        left = BinaryPrimitives.ReadUInt32BigEndian(small);
        type = BinaryPrimitives.ReadUInt32BigEndian(small.AsSpan(4));
        if (!small.AsSpan(4, 4).ToArray().All(letter => char.IsAsciiLetter((char)letter)) || left > ImageFormat.LargestImage) Fail("PNG数据块有误");
        else if (hasHeader == (type == IHdr) || (type == IHdr && left != HeaderSize) || (type == IEnd && left != 0)) Fail("PNG数据块有误");
        sum = Crc32.Append(Crc32.Begin, small.AsSpan(4, 4));
        where = left == 0 ? Where.Sum : Where.Content;
    }

    private int TakeContent(ReadOnlySpan<byte> piece)
    {
        var count = (int)Math.Min((uint)piece.Length, left);
        sum = Crc32.Append(sum, piece[..count]);
        if (type == IHdr) piece[..count].CopyTo(small.AsSpan((int)(HeaderSize - left)));
        left -= (uint)count;
        if (left > 0) return count;
        if (type == IHdr) ReadHeader();
        hasData |= type == IDat;
        where = Where.Sum;
        return count;
    }

    private void ReadHeader()
    {
        hasHeader = true;
        var (depth, colour) = (small[8], small[9]);
        var isKnown = colour switch
        {
            0 => depth is 1 or 2 or 4 or 8 or 16,
            3 => depth is 1 or 2 or 4 or 8,
            2 or 4 or 6 => depth is 8 or 16,
            _ => false,
        };
        if (!isKnown || small[10] != 0 || small[11] != 0 || small[12] > 1) Fail("PNG图像头有误");
        Fail(ImageFormat.Size(BinaryPrimitives.ReadUInt32BigEndian(small), BinaryPrimitives.ReadUInt32BigEndian(small.AsSpan(4))));
    }

    private void EndChunk()
    {
        if (BinaryPrimitives.ReadUInt32BigEndian(small) != Crc32.Finish(sum)) Fail("PNG数据块校验和不符");
        if (type == IEnd && !hasData) Fail("PNG没有图像数据");
        where = type == IEnd ? Where.Tail : Where.Head;
    }

    private const uint IHdr = 0x49484452;
    private const uint IDat = 0x49444154;
    private const uint IEnd = 0x49454E44;
}
