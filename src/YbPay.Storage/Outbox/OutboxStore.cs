namespace YbPay.Storage.Outbox;

/// <summary>Something that must be told, written in the transaction that made it true.</summary>
public sealed record OutboxRow
{
    public required string MessageId { get; init; }

    /// <summary>What it is: 6302, 6204 ...</summary>
    public required string Topic { get; init; }

    /// <summary>The order (or other thing) it is about.</summary>
    public required string OwnerId { get; init; }

    /// <summary>The receiver: an institution code.</summary>
    public required string Receiver { get; init; }

    /// <summary>The clear message, sealed by the column cipher.</summary>
    public required byte[] Body { get; init; }

    public required int Attempts { get; init; }

    public required long CreatedAt { get; init; }
}

/// <summary>The outcome of one delivery.</summary>
public enum Delivery
{
    Delivered = 1,
    Retry = 2,
}

/// <summary>The outbox and its attempts. Back-off over 24 h, then a dead letter that stays visible and can be sent again by hand.</summary>
public static class OutboxStore
{
    public static Task EnqueueAsync(DbSession session, string messageId, string topic, string ownerId, string receiver, byte[] body, long now) =>
        throw new NotImplementedException();

    /// <summary>Takes due messages under a lease (SKIP LOCKED on PostgreSQL).</summary>
    public static Task<IReadOnlyList<OutboxRow>> ClaimDueAsync(DbSession session, int count, long now, long lease) => throw new NotImplementedException();

    /// <summary>
    /// Records the attempt and its outcome; on Retry the next time by the schedule, or dead when the 24 hours are over.
    /// False when the message was already delivered (another worker was first).
    /// </summary>
    public static Task<bool> RecordAsync(DbSession session, string messageId, Delivery outcome, string note, long now) => throw new NotImplementedException();

    /// <summary>Puts a dead or waiting message first in the queue again. False when it was delivered.</summary>
    public static Task<bool> ReplayAsync(DbSession session, string messageId, long now) => throw new NotImplementedException();
}
