namespace YbPay.Storage.Idempotency;

/// <summary>What a key already means.</summary>
public sealed record IdempotencyRow
{
    public required string Scope { get; init; }

    public required string Key { get; init; }

    /// <summary>Hex SM3 of the request: the same key with another digest is refused.</summary>
    public required string Digest { get; init; }

    /// <summary>The first answer, sealed by the column cipher; null while the first request is under way.</summary>
    public byte[]? Answer { get; init; }
}
