namespace YbPay.Storage.Outbox;

/// <summary>The outbox and its attempts. Back-off over 24 h (<see cref="OutboxSchedule"/>), then a dead letter that stays visible and can be sent again by hand.</summary>
public static class OutboxStore
{
    private const string Columns = "message_id, topic, owner_id, receiver, body, attempts, created_at";

    /// <summary>Writes a message that is due at once. The message id is unique: what must be told once is queued once.</summary>
    public static Task EnqueueAsync(DbSession session, string messageId, string topic, string ownerId, string receiver, byte[] body, long now) =>
        session.LaterAsync("""
            INSERT INTO outbox (message_id, topic, owner_id, receiver, body, state, created_at, queued_at, next_at)
            VALUES (@messageId, @topic, @ownerId, @receiver, @body, 0, @now, @now, @now)
            """, new { messageId, topic, ownerId, receiver, body, now });

    /// <summary>True when <see cref="ClaimDueAsync"/> would find something; a read, so that idle workers write nothing.</summary>
    public static async Task<bool> AnyDueAsync(DbSession session, long now) =>
        await session.FirstOrDefaultAsync<long?>("SELECT next_at FROM outbox WHERE next_at <= @now ORDER BY next_at LIMIT 1", new { now }).ConfigureAwait(false) is not null;

    /// <summary>Takes due messages under a lease (SKIP LOCKED on PostgreSQL), longest due first.</summary>
    public static async Task<IReadOnlyList<OutboxRow>> ClaimDueAsync(DbSession session, int count, long now, long lease)
    {
        ArgumentNullException.ThrowIfNull(session);
        var until = checked(now + lease);
        var rows = await session.QueryAsync<OutboxRow>($"""
            UPDATE outbox SET next_at = @until
            WHERE message_id{session.Dialect.IsOneOf($"SELECT message_id FROM outbox WHERE next_at <= @now ORDER BY next_at LIMIT @count{session.Dialect.SkipLocked()}")}
            RETURNING {Columns}
            """, new { count, now, until }).ConfigureAwait(false);
        return [.. rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.MessageId, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Records the attempt and its outcome; on Retry the next time by the schedule, or dead when the 24 hours are over.
    /// Nothing when the message was already delivered (another worker was first).
    /// </summary>
    public static async Task RecordAsync(DbSession session, string messageId, Delivery outcome, string note, long now)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (outcome == Delivery.Delivered) await DeliveredAsync(session, messageId, now).ConfigureAwait(false);
        else if (!await PutOffAsync(session, messageId, now).ConfigureAwait(false)) return;
        // The number is the message's own count. Of one that had arrived before, it is there already, and its note stays; of one that was never queued there is nothing.
        await session.LaterAsync("""
            INSERT INTO outbox_attempts (message_id, number, attempted_at, outcome, note)
            SELECT message_id, attempts, @now, @outcome, @note FROM outbox WHERE message_id = @messageId
            ON CONFLICT (message_id, number) DO UPDATE SET note = outbox_attempts.note
            """, new { messageId, now, outcome, note }, new Guard(1, () => Missing(messageId))).ConfigureAwait(false);
    }

    /// <summary>However it stood before, dead too, it has arrived.</summary>
    private static Task DeliveredAsync(DbSession session, string messageId, long now) => session.LaterAsync("""
        UPDATE outbox SET state = 1, attempts = attempts + 1, round = round + 1, next_at = NULL, settled_at = @now WHERE message_id = @messageId AND state <> 1
        """, new { messageId, now });

    /// <summary>By the schedule, or dead. False when it had arrived before.</summary>
    private static async Task<bool> PutOffAsync(DbSession session, string messageId, long now)
    {
        var message = await session.FirstOrDefaultAsync<Standing>(
            $"SELECT state, round, queued_at FROM outbox WHERE message_id = @messageId{session.Dialect.ForUpdate()}", new { messageId }).ConfigureAwait(false)
            ?? throw Missing(messageId);
        if (message.State == OutboxState.Delivered) return false;

        var next = message.State == OutboxState.Waiting ? OutboxSchedule.Next(message.Round + 1, message.QueuedAt, now) : null;
        var to = next is null ? OutboxState.Dead : OutboxState.Waiting;
        await session.LaterAsync("""
            UPDATE outbox SET state = @to, attempts = attempts + 1, round = round + 1, next_at = @next, settled_at = CASE WHEN @to = 0 THEN NULL ELSE @now END
            WHERE message_id = @messageId
            """, new { messageId, to, next, now }).ConfigureAwait(false);
        return true;
    }

    private static InvalidOperationException Missing(string messageId) => new($"No message {messageId} in the outbox.");

    /// <summary>Puts a dead or waiting message first in the queue again, with a new 24 hours. False when it was delivered.</summary>
    public static async Task<bool> ReplayAsync(DbSession session, string messageId, long now) =>
        await session.ExecuteAsync("""
            UPDATE outbox SET state = 0, round = 0, queued_at = @now, next_at = @now, settled_at = NULL
            WHERE message_id = @messageId AND state <> 1
            """, new { messageId, now }).ConfigureAwait(false) == 1;

    /// <summary>Where a message stands; the round counts attempts since it was last queued.</summary>
    private sealed record Standing(OutboxState State, int Round, long QueuedAt);
}
