namespace YbPay.Storage.Legs;

/// <summary>The legs table, the same in every role that acts outside.</summary>
public static class LegStore
{
    private const string Columns = "leg_id, owner_id, kind, state, amount, request, answer, reference, note, attempts, created_at, updated_at, next_at";

    /// <summary>
    /// Writes a Pending leg. A number that is taken ends the work, at the latest at its commit, with an error that <see cref="IsTaken"/> knows.
    /// <paramref name="unresolvedAfter"/>: when the resolver takes over if nobody has answered (crash).
    /// </summary>
    public static Task InsertAsync(DbSession session, string legId, string ownerId, string kind, long amount, byte[]? request, long now, long unresolvedAfter) =>
        session.LaterAsync("""
            INSERT INTO legs (leg_id, owner_id, kind, state, amount, request, created_at, updated_at, next_at)
            VALUES (@legId, @ownerId, @kind, 0, @amount, @request, @now, @now, @unresolvedAfter)
            """, new { legId, ownerId, kind, amount, request, now, unresolvedAfter });

    /// <summary>True when work failed because a leg's number was another leg's already: nothing of it was written, and nothing may be sent under the number.</summary>
    public static bool IsTaken(Exception error) => StorageErrors.IsDuplicateKey(error, "legs");

    /// <summary>
    /// Guarded: Pending or Unknown -> Succeeded / Failed / Unknown. False when another worker was first. What is null
    /// keeps its value; an Unknown without <paramref name="nextAt"/> stays due when it was.
    /// </summary>
    public static async Task<bool> ResolveAsync(DbSession session, string legId, LegState to, string? reference, byte[]? answer, string? note, long now, long? nextAt = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (to == LegState.Pending) throw new ArgumentOutOfRangeException(nameof(to), "A leg never becomes Pending again.");
        return await session.ExecuteAsync("""
            UPDATE legs
            SET state = @to, reference = COALESCE(@reference, reference), answer = COALESCE(@answer, answer), note = COALESCE(@note, note),
                updated_at = @now, next_at = CASE WHEN @to = 3 THEN COALESCE(@nextAt, next_at) END
            WHERE leg_id = @legId AND state IN (0, 3)
            """, new { legId, to, reference, answer, note, now, nextAt }).ConfigureAwait(false) == 1;
    }

    /// <summary>Pending or Unknown -> Succeeded; the work ends with <paramref name="otherwise"/> when another worker was first.</summary>
    public static Task SucceedLaterAsync(DbSession session, string legId, string? reference, long now, Func<Exception> otherwise) => session.LaterAsync(
        "UPDATE legs SET state = 1, reference = COALESCE(@reference, reference), updated_at = @now, next_at = NULL WHERE leg_id = @legId AND state IN (0, 3)",
        new { legId, reference, now }, new Guard(1, otherwise));

    /// <summary>As <see cref="ResolveAsync"/>, Succeeded or Failed, for legs that ended together, and for those to whom it is the same whether another worker was first.</summary>
    public static Task ResolveAllLaterAsync(DbSession session, IReadOnlyList<string> legIds, LegState to, string? reference, string? note, long now)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (to is not (LegState.Succeeded or LegState.Failed)) throw new ArgumentOutOfRangeException(nameof(to), "What is still open has to be looked at.");
        return session.LaterAsync("""
            UPDATE legs SET state = @to, reference = COALESCE(@reference, reference), note = COALESCE(@note, note), updated_at = @now, next_at = NULL
            WHERE leg_id IN @legIds AND state IN (0, 3)
            """, new { legIds, to, reference, note, now });
    }

    /// <summary>
    /// Failed, because it was never sent: guarded, so that it holds only while the one who wrote it down alone has had it in hands. False when
    /// a resolver has taken it up, who may have sent it.
    /// </summary>
    public static async Task<bool> FailUnsentAsync(DbSession session, string legId, string note, long now)
    {
        ArgumentNullException.ThrowIfNull(session);
        return await session.ExecuteAsync(
            "UPDATE legs SET state = 2, note = @note, updated_at = @now, next_at = NULL WHERE leg_id = @legId AND state = 0 AND attempts = 0", new { legId, note, now }).ConfigureAwait(false) == 1;
    }

    /// <summary>
    /// It was done after all: whatever was thought of the leg, also Failed, becomes Succeeded. False when that is known already, so that
    /// of several who learn it one acts on it.
    /// </summary>
    public static async Task<bool> SucceedAfterAllAsync(DbSession session, string legId, string? reference, string? note, long now)
    {
        ArgumentNullException.ThrowIfNull(session);
        return await session.ExecuteAsync("""
            UPDATE legs SET state = 1, reference = COALESCE(@reference, reference), note = @note, updated_at = @now, next_at = NULL
            WHERE leg_id = @legId AND state <> 1
            """, new { legId, reference, note, now }).ConfigureAwait(false) == 1;
    }

    public static Task<LegRow?> FindAsync(DbSession session, string legId) =>
        session.FirstOrDefaultAsync<LegRow>($"SELECT {Columns} FROM legs WHERE leg_id = @legId", new { legId });

    /// <summary>All legs of an owner, oldest first.</summary>
    public static Task<IReadOnlyList<LegRow>> OfOwnerAsync(DbSession session, string ownerId) =>
        session.QueryAsync<LegRow>($"SELECT {Columns} FROM legs WHERE owner_id = @ownerId ORDER BY created_at, leg_id", new { ownerId });

    /// <summary>True when <see cref="ClaimDueAsync"/> would find something; a read, so that idle workers write nothing.</summary>
    public static async Task<bool> AnyDueAsync(DbSession session, long now) =>
        await session.FirstOrDefaultAsync<long?>("SELECT next_at FROM legs WHERE next_at <= @now ORDER BY next_at LIMIT 1", new { now }).ConfigureAwait(false) is not null;

    /// <summary>
    /// Takes up to <paramref name="count"/> Pending or Unknown legs whose time has come, counts the attempt, and moves
    /// their NextAt on by <paramref name="lease"/> so that no other worker or node takes them meanwhile (FOR UPDATE SKIP
    /// LOCKED on PostgreSQL). Longest due first.
    /// </summary>
    public static async Task<IReadOnlyList<LegRow>> ClaimDueAsync(DbSession session, int count, long now, long lease)
    {
        ArgumentNullException.ThrowIfNull(session);
        var until = checked(now + lease);
        var rows = await session.QueryAsync<LegRow>($"""
            UPDATE legs SET next_at = @until, attempts = attempts + 1
            WHERE leg_id{session.Dialect.IsOneOf($"SELECT leg_id FROM legs WHERE next_at <= @now ORDER BY next_at LIMIT @count{session.Dialect.SkipLocked()}")}
            RETURNING {Columns}
            """, new { count, now, until }).ConfigureAwait(false);
        return [.. rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.LegId, StringComparer.Ordinal)];
    }

    /// <summary>For operators: legs whose outcome has been open since before <paramref name="since"/>, oldest first.</summary>
    public static Task<IReadOnlyList<LegRow>> OpenSinceAsync(DbSession session, long since, int count) =>
        session.QueryAsync<LegRow>($"""
            SELECT {Columns} FROM legs WHERE next_at IS NOT NULL AND created_at <= @since ORDER BY created_at, leg_id LIMIT @count
            """, new { since, count });
}
