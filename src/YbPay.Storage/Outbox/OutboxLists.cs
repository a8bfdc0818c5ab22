namespace YbPay.Storage.Outbox;

/// <summary>What operators look at.</summary>
public static class OutboxLists
{
    private const string Columns = "message_id, topic, owner_id, receiver, state, attempts, created_at, next_at, settled_at";

    /// <summary>Dead letters, oldest first.</summary>
    public static Task<IReadOnlyList<OutboxSummary>> DeadAsync(DbSession session, int count) =>
        session.QueryAsync<OutboxSummary>($"SELECT {Columns} FROM outbox WHERE state = 2 ORDER BY created_at, message_id LIMIT @count", new { count });

    /// <summary>What waits to be sent, soonest first.</summary>
    public static Task<IReadOnlyList<OutboxSummary>> WaitingAsync(DbSession session, int count) =>
        session.QueryAsync<OutboxSummary>($"SELECT {Columns} FROM outbox WHERE next_at IS NOT NULL ORDER BY next_at LIMIT @count", new { count });

    /// <summary>All messages about an order (or other owner), oldest first.</summary>
    public static Task<IReadOnlyList<OutboxSummary>> OfOwnerAsync(DbSession session, string ownerId) =>
        session.QueryAsync<OutboxSummary>($"SELECT {Columns} FROM outbox WHERE owner_id = @ownerId ORDER BY created_at, message_id", new { ownerId });

    public static Task<OutboxSummary?> FindAsync(DbSession session, string messageId) =>
        session.FirstOrDefaultAsync<OutboxSummary>($"SELECT {Columns} FROM outbox WHERE message_id = @messageId", new { messageId });

    /// <summary>Every attempt of a message, in order.</summary>
    public static Task<IReadOnlyList<OutboxAttempt>> AttemptsAsync(DbSession session, string messageId) =>
        session.QueryAsync<OutboxAttempt>("SELECT number, attempted_at, outcome, note FROM outbox_attempts WHERE message_id = @messageId ORDER BY number", new { messageId });
}
