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

/// <summary>Where a message stands.</summary>
public enum OutboxState
{
    Waiting = 0,
    Delivered = 1,

    /// <summary>Given up after 24 hours; visible, and may be sent again by hand.</summary>
    Dead = 2,
}

/// <summary>A message without its body, for lists and consoles.</summary>
public sealed record OutboxSummary
{
    public required string MessageId { get; init; }

    public required string Topic { get; init; }

    public required string OwnerId { get; init; }

    public required string Receiver { get; init; }

    public required OutboxState State { get; init; }

    public required int Attempts { get; init; }

    public required long CreatedAt { get; init; }

    /// <summary>When it is sent next; null when delivered or dead.</summary>
    public long? NextAt { get; init; }

    /// <summary>When it was delivered or given up.</summary>
    public long? SettledAt { get; init; }
}

/// <summary>One delivery as it went.</summary>
public sealed record OutboxAttempt
{
    /// <summary>Counts from 1 over the message's whole life, replays included.</summary>
    public required int Number { get; init; }

    public required long AttemptedAt { get; init; }

    public required Delivery Outcome { get; init; }

    public required string Note { get; init; }
}
