namespace YbPay.Huimin.Features.Claims.Images;

/// <summary>What every kind of image has in common.</summary>
internal static class ImageFormat
{
    /// <summary>图片大小3M以下, before Base64.</summary>
    public const int LargestImage = 3 * 1024 * 1024;

    /// <summary>Width times height. Nothing is unpacked here; whoever does must not be surprised.</summary>
    public const long MostPixels = 50_000_000;

    /// <summary>Bytes that may follow a format's end, such as padding; more could be a second file.</summary>
    public const int Slack = 64;

    public const string Jpeg = "jpg";
    public const string Png = "png";
    public const string Pdf = "pdf";

    /// <summary>Null when the size is one that is taken.</summary>
    public static string? Size(long width, long height) =>
        width == 0 || height == 0 ? "图片宽高为0" : width > MostPixels / height ? $"图片像素过多，不得超过{MostPixels / 1_000_000}百万" : null;
}

/// <summary>Walks through one format while it comes in. Keeps a few bytes and never unpacks anything. For one thread at a time.</summary>
internal abstract class FormatWalk
{
    /// <summary>What is wrong so far, Chinese; null while nothing is.</summary>
    public string? Fault { get; private set; }

    public void Append(ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty && Fault is null) piece = piece[Take(piece)..];
    }

    /// <summary>After the last piece: what is wrong with the whole, or null.</summary>
    public string? Finish()
    {
        if (Fault is null && End() is { } why) Fault = why;
        return Fault;
    }

    /// <summary>Takes at least one byte; gives how many.</summary>
    protected abstract int Take(ReadOnlySpan<byte> piece);

    protected abstract string? End();

    protected void Fail(string? why) => Fault ??= why;
}
