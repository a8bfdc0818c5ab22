using System.Buffers.Binary;

namespace YbPay.Huimin.Features.Claims.Images;

/// <summary>JPEG (ITU-T T.81, annex B): marker by marker from SOI over one frame's size and its scans to EOI.</summary>
internal sealed class JpegWalk : FormatWalk
{
    private const int FrameHead = 5;
    private readonly byte[] frame = new byte[FrameHead];
    private Where where = Where.Prefix;
    private byte marker;
    private int length;
    private int held;
    private bool hasFrame;
    private bool hasScan;
    private int tail;

    private enum Where
    {
        /// <summary>0xFF before a marker's code.</summary>
        Prefix,
        Code,
        LengthHigh,
        LengthLow,
        Segment,

        /// <summary>Entropy-coded data, as long as nobody says.</summary>
        Scan,
        ScanPrefix,
        Tail,
    }

    protected override int Take(ReadOnlySpan<byte> piece)
    {
        switch (where)
        {
            case Where.Segment:
                return TakeSegment(piece);
            case Where.Scan:
                var next = piece.IndexOf((byte)0xFF);
                if (next >= 0) where = Where.ScanPrefix;
                return next < 0 ? piece.Length : next + 1;
            case Where.Tail:
                tail += piece.Length;
                if (tail > ImageFormat.Slack) Fail("JPEG结束标记后有多余内容");
                return piece.Length;
            default:
                TakeByte(piece[0]);
                return 1;
        }
    }

    protected override string? End() => where == Where.Tail ? null : "JPEG不完整，缺少结束标记";

    private void TakeByte(byte next)
    {
        switch (where)
        {
            case Where.Prefix when next != 0xFF:
                Fail("JPEG标记有误");
                break;
            case Where.Prefix:
                where = Where.Code;
                break;
            case Where.Code when next != 0xFF: // 0xFF may be repeated before a code
                Mark(next);
                break;
            case Where.LengthHigh:
                length = next << 8;
                where = Where.LengthLow;
                break;
            case Where.LengthLow:
                length += next - 2;
                (held, where) = (0, Where.Segment);
                if (length < 0) Fail("JPEG段长度有误");
                else if (length == 0) EndSegment();
                break;
            case Where.ScanPrefix when next is 0 or (>= 0xD0 and <= 0xD7): // a byte 0xFF of the data, or a restart
                where = Where.Scan;
                break;
            case Where.ScanPrefix when next != 0xFF:
                Mark(next);
                break;
        }
    }

    private void Mark(byte code)
    {
        marker = code;
        switch (code)
        {
            case 0xD8 when !hasFrame && !hasScan && length == 0:
            case 0x01:
                where = Where.Prefix;
                break;
            case 0xD9 when hasScan:
                where = Where.Tail;
                break;
            case 0xD9:
                Fail("JPEG没有图像数据");
                break;
            case 0 or 0xD8 or (>= 0xD0 and <= 0xD7):
                Fail("JPEG标记有误");
                break;
            default:
                where = Where.LengthHigh;
                break;
        }
    }

    private int TakeSegment(ReadOnlySpan<byte> piece)
    {
        var count = Math.Min(piece.Length, length - held);
        if (IsFrame && held < FrameHead) piece[..Math.Min(count, FrameHead - held)].CopyTo(frame.AsSpan(held));
        held += count;
        if (held == length) EndSegment();
        return count;
    }

    private bool IsFrame => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private void EndSegment()
    {
        if (IsFrame)
        {
            if (hasFrame || length < FrameHead) Fail("JPEG帧头有误");
            hasFrame = true;
            Fail(ImageFormat.Size(BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(3)), BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(1))));
        }

        var isScan = marker == 0xDA;
        if (isScan && !hasFrame) Fail("JPEG缺少帧头");
        hasScan |= isScan;
        where = isScan ? Where.Scan : Where.Prefix;
    }
}
