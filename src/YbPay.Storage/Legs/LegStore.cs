namespace YbPay.Storage.Legs;

/// <summary>What is known of an effect outside.</summary>
public enum LegState
{
    /// <summary>Written down, perhaps sent: after a crash it counts as Unknown.</summary>
    Pending = 0,
    Succeeded = 1,
    Failed = 2,

    /// <summary>Sent, no answer that can be trusted. Nothing follows on it until a resolver has asked.</summary>
    Unknown = 3,
}

/// <summary>One effect outside, written down before it is sent (design: Money and truth, 1).</summary>
public sealed record LegRow
{
    /// <summary>The message id under which the other side knows it; unique.</summary>
    public required string LegId { get; init; }

    /// <summary>The order, refund or settlement it belongs to.</summary>
    public required string OwnerId { get; init; }

    /// <summary>The transaction: 2204, 2207, bank.create ...</summary>
    public required string Kind { get; init; }

    public required LegState State { get; init; }

    /// <summary>Fen that move with it; 0 when none.</summary>
    public required long Amount { get; init; }

    /// <summary>What was sent, sealed by the column cipher; null when it need not be sent again.</summary>
    public byte[]? Request { get; init; }

    /// <summary>What came back, sealed by the column cipher.</summary>
    public byte[]? Answer { get; init; }

    /// <summary>The other side's own number, once known.</summary>
    public string? Reference { get; init; }

    /// <summary>Why it failed or is unknown; nothing personal.</summary>
    public string? Note { get; init; }

    public required int Attempts { get; init; }

    public required long CreatedAt { get; init; }

    public required long UpdatedAt { get; init; }

    /// <summary>When the resolver may ask next; null when settled.</summary>
    public long? NextAt { get; init; }
}

/// <summary>The legs table, the same in every role that acts outside.</summary>
public static class LegStore
{
    /// <summary>Writes a Pending leg. <paramref name="unresolvedAfter"/>: when the resolver takes over if nobody has answered (crash).</summary>
    public static Task InsertAsync(DbSession session, string legId, string ownerId, string kind, long amount, byte[]? request, long now, long unresolvedAfter) =>
        throw new NotImplementedException();

    /// <summary>Guarded: Pending or Unknown -> Succeeded / Failed / Unknown. False when another worker was first.</summary>
    public static Task<bool> ResolveAsync(DbSession session, string legId, LegState to, string? reference, byte[]? answer, string? note, long now, long? nextAt = null) =>
        throw new NotImplementedException();

    public static Task<LegRow?> FindAsync(DbSession session, string legId) => throw new NotImplementedException();

    /// <summary>All legs of an owner, oldest first.</summary>
    public static Task<IReadOnlyList<LegRow>> OfOwnerAsync(DbSession session, string ownerId) => throw new NotImplementedException();

    /// <summary>
    /// Takes up to <paramref name="count"/> Pending or Unknown legs whose time has come, and moves their NextAt on by
    /// <paramref name="lease"/> so that no other worker or node takes them meanwhile (FOR UPDATE SKIP LOCKED on PostgreSQL).
    /// </summary>
    public static Task<IReadOnlyList<LegRow>> ClaimDueAsync(DbSession session, int count, long now, long lease) => throw new NotImplementedException();
}
