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

    /// <summary>How often a resolver has taken it up.</summary>
    public required int Attempts { get; init; }

    public required long CreatedAt { get; init; }

    public required long UpdatedAt { get; init; }

    /// <summary>When the resolver may ask next; null when settled.</summary>
    public long? NextAt { get; init; }
}
