namespace YbPay.Storage.Audit;

/// <summary>
/// Who did what to which thing, written in the transaction that did it. A background sealer links the rows into an SM3
/// chain in the order it meets them, so that no writer waits for another; what is changed or removed afterwards shows.
/// </summary>
public static class AuditStore
{
    /// <summary><paramref name="detail"/> holds nothing personal.</summary>
    public static Task AppendAsync(DbSession session, string actor, string action, string subject, string detail, long now) => throw new NotImplementedException();

    /// <summary>Links up to <paramref name="count"/> unlinked rows; returns how many.</summary>
    public static Task<int> SealAsync(DbSession session, int count) => throw new NotImplementedException();

    /// <summary>Walks the chain; null when whole, otherwise the first broken link in words.</summary>
    public static Task<string?> VerifyAsync(DbSession session) => throw new NotImplementedException();
}
