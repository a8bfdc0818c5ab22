namespace YbPay.Huimin.Features.Claims.Images;

/// <summary>PDF (ISO 32000, 7.5): it begins with its version, and near its end stands %%EOF. What lies between is the reader's business.</summary>
internal sealed class PdfWalk : FormatWalk
{
    private static ReadOnlySpan<byte> EndMark => "%%EOF"u8;

    private readonly byte[] last = new byte[5 + ImageFormat.Slack];
    private readonly byte[] version = new byte[3];
    private int at;
    private int held;

    protected override int Take(ReadOnlySpan<byte> piece)
    {
        foreach (var next in piece[..Math.Min(piece.Length, Math.Max(0, 8 - at))])
        {
            if (at >= 5) version[at - 5] = next;
            at++;
        }

        var keep = piece[Math.Max(0, piece.Length - last.Length)..];
        var stay = Math.Min(held, last.Length - keep.Length);
        last.AsSpan(held - stay, stay).CopyTo(last);
        keep.CopyTo(last.AsSpan(stay));
        held = stay + keep.Length;
        return piece.Length;
    }

    protected override string? End() =>
        at < 8 || version[0] is not ((byte)'1' or (byte)'2') || version[1] != '.' || !char.IsAsciiDigit((char)version[2]) ? "PDF文件头有误"
        : last.AsSpan(0, held).LastIndexOf(EndMark) < 0 ? "PDF不完整，或结束标记后有多余内容"
        : null;
}
