namespace YbPay.Huimin.Features.Claims.Images;

/// <summary>Finds out by its content what a file is, and whether it is whole. For one thread at a time.</summary>
internal sealed class ImageInspector
{
    private const int Enough = 8;
    private readonly byte[] first = new byte[Enough];
    private int held;
    private FormatWalk? walk;
    private string? fault;

    /// <summary>jpg, png or pdf; null while it is not known.</summary>
    public string? FileType { get; private set; }

    /// <summary>What is wrong so far; null while nothing is.</summary>
    public string? Fault => fault ?? walk?.Fault;

    public void Append(ReadOnlySpan<byte> piece)
    {
        if (Fault is not null) return;
        if (walk is null)
        {
            var count = Math.Min(piece.Length, Enough - held);
            piece[..count].CopyTo(first.AsSpan(held));
            held += count;
            piece = piece[count..];
            if (held < Enough) return;
            Begin();
        }

        walk?.Append(piece);
    }

    /// <summary>What is wrong with the whole, Chinese; null when it is an image that is taken.</summary>
    public string? Finish() => fault ?? (walk is null ? held == 0 ? "图片为空" : NoImage : walk.Finish());

    private const string NoImage = "文件内容不是JPG、PNG或PDF";

    private void Begin()
    {
        (FileType, walk) = first switch
        {
            [0xFF, 0xD8, 0xFF, ..] => (ImageFormat.Jpeg, new JpegWalk()),
            _ when first.AsSpan().SequenceEqual(PngWalk.Signature) => (ImageFormat.Png, new PngWalk()),
            _ when first.AsSpan().StartsWith("%PDF-"u8) => (ImageFormat.Pdf, (FormatWalk)new PdfWalk()),
            _ => default((string, FormatWalk)),
        };
        if (walk is null) fault = NoImage;
        else walk.Append(first);
    }
}
