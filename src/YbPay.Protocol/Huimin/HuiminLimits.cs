namespace YbPay.Protocol.Huimin;

/// <summary>
/// How much a message may hold. The document prints 2048 characters for encData, which its own images of 3 MB cannot keep (ruling D.4).
/// </summary>
public sealed record HuiminLimits
{
    public static HuiminLimits Default { get; } = new();

    /// <summary>Characters of encData.</summary>
    public int EncData { get; init; } = 1024 * 1024;

    /// <summary>
    /// Characters of encData of the transactions in <see cref="WithImages"/>. An image of 3 MiB alone is 8 MiB of them: Base64 makes four of
    /// three bytes, hex two of one. The rest is for escapes (one <c>+</c> or <c>/</c> of 32 letters, written as <c>\u002B</c> by some) and what stands beside it.
    /// </summary>
    public int EncDataWithImage { get; init; } = 9 * 1024 * 1024;

    /// <summary>Transactions that carry an image in Base64: 影像上传 and 授权书接收.</summary>
    public IReadOnlySet<string> WithImages { get; init; } = new HashSet<string>(StringComparer.Ordinal) { "HOS00028", "HIS00002" };

    /// <summary>Bytes of one member other than encData, as written.</summary>
    public int Member { get; init; } = 8 * 1024;

    /// <summary>Bytes of all members other than encData together, with what stands between them.</summary>
    public int Around { get; init; } = 32 * 1024;

    /// <summary>Top-level members.</summary>
    public int Members { get; init; } = 64;

    /// <summary>Bytes of a whole body that can be within these limits: what a server reads at most.</summary>
    public long Body => Math.Max(EncData, EncDataWithImage) + (long)Around;

    internal int EncDataOf(string transCode) => WithImages.Contains(transCode) ? EncDataWithImage : EncData;
}
