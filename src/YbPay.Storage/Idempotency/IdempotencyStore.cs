namespace YbPay.Storage.Idempotency;

/// <summary>First answers under (scope, key); unique in the database.</summary>
public static class IdempotencyStore
{
    /// <summary>
    /// Claims the key, also when what stood there has expired; ends the work with <paramref name="otherwise"/> when something stands there. Of two that
    /// claim at the same time one gets it, and the other's work ends when the first has committed: it finds the first one's row then.
    /// </summary>
    public static Task ClaimLaterAsync(DbSession session, string scope, string key, string digest, long now, long expiresAt, Func<Exception> otherwise) => session.LaterAsync("""
        INSERT INTO idempotency (scope, key, digest, created_at, expires_at) VALUES (@scope, @key, @digest, @now, @expiresAt)
        ON CONFLICT (scope, key) DO UPDATE SET digest = excluded.digest, answer = NULL, created_at = excluded.created_at, expires_at = excluded.expires_at
        WHERE idempotency.expires_at <= @now
        """, new { scope, key, digest, now, expiresAt }, new Guard(1, otherwise));

    public static Task<IdempotencyRow?> FindAsync(DbSession session, string scope, string key) => Ask(session, scope, key).FirstOrDefaultAsync();

    public static Asked<IdempotencyRow> Ask(DbSession session, string scope, string key) =>
        session.Ask<IdempotencyRow>("SELECT scope, key, digest, answer FROM idempotency WHERE scope = @scope AND key = @key", new { scope, key });

    /// <summary>Stores the first answer; later calls change nothing.</summary>
    public static Task AnswerAsync(DbSession session, string scope, string key, byte[] answer) =>
        session.LaterAsync("UPDATE idempotency SET answer = @answer WHERE scope = @scope AND key = @key AND answer IS NULL", new { scope, key, answer });

    /// <summary>Gives the key back when the request had no effect and may be tried again; an answered key stays.</summary>
    public static Task ReleaseAsync(DbSession session, string scope, string key) =>
        session.LaterAsync("DELETE FROM idempotency WHERE scope = @scope AND key = @key AND answer IS NULL", new { scope, key });

    /// <summary>Drops what expired before <paramref name="now"/>; returns how many.</summary>
    public static Task<int> SweepAsync(DbSession session, long now) =>
        session.ExecuteAsync("DELETE FROM idempotency WHERE expires_at < @now", new { now });
}
