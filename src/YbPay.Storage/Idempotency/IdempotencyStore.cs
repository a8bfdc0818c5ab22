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

/// <summary>First answers under (scope, key); unique in the database.</summary>
public static class IdempotencyStore
{
    /// <summary>Claims the key. Null: the key is ours now. Otherwise what stands there already.</summary>
    public static Task<IdempotencyRow?> ClaimAsync(DbSession session, string scope, string key, string digest, long now, long expiresAt) =>
        throw new NotImplementedException();

    public static Task<IdempotencyRow?> FindAsync(DbSession session, string scope, string key) => throw new NotImplementedException();

    /// <summary>Stores the first answer; later calls change nothing.</summary>
    public static Task AnswerAsync(DbSession session, string scope, string key, byte[] answer) => throw new NotImplementedException();

    /// <summary>Gives the key back when the request had no effect and may be tried again.</summary>
    public static Task ReleaseAsync(DbSession session, string scope, string key) => throw new NotImplementedException();

    /// <summary>Drops what expired before <paramref name="now"/>; returns how many.</summary>
    public static Task<int> SweepAsync(DbSession session, long now) => throw new NotImplementedException();
}
