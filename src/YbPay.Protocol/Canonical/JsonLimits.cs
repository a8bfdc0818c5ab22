namespace YbPay.Protocol.Canonical;

/// <summary>What a JSON text may cost before it is refused. The defaults hold any message of the documents with room to spare.</summary>
public sealed record JsonLimits
{
    private readonly int depth = 32;

    public static JsonLimits Default { get; } = new();

    /// <summary>Bytes of the text; more is refused before it is read.</summary>
    public int Bytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Objects and arrays inside each other; at most 128.</summary>
    public int Depth { get => depth; init => depth = Math.Clamp(value, 1, 128); }

    /// <summary>Values in all, containers included.</summary>
    public int Values { get; init; } = 500_000;

    /// <summary>Characters of one number.</summary>
    public int NumberLength { get; init; } = 64;
}
