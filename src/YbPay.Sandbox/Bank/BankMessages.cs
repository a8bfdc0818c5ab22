namespace YbPay.Sandbox.Bank;

// The bank's JSON: camelCase on the wire, amounts in integer fen, times in milliseconds since 1970 UTC.

/// <summary>The body of <c>POST /bank/payments</c>.</summary>
public sealed record CreatePayment
{
    /// <summary>The merchant's own number, unique: the same one with the same content gets the same answer.</summary>
    public required string OutTradeNo { get; init; }

    public required string PayOrdId { get; init; }

    public required long Amount { get; init; }

    /// <summary>What the patient reads; nothing personal.</summary>
    public required string Subject { get; init; }

    public required long ExpireAt { get; init; }

    public string? NotifyUrl { get; init; }

    public string? ReturnUrl { get; init; }
}

public sealed record CreatedPayment(string TradeNo, string Status, string PayUrl);

public sealed record PaymentView
{
    public required string OutTradeNo { get; init; }

    public required string TradeNo { get; init; }

    public required string PayOrdId { get; init; }

    public required long Amount { get; init; }

    public required string Status { get; init; }

    public long? PaidAt { get; init; }

    /// <summary>Fen given back so far.</summary>
    public required long Refunded { get; init; }
}

/// <summary>The body of <c>POST /bank/refunds</c>.</summary>
public sealed record CreateRefund
{
    /// <summary>The merchant's own number, unique: the same one with the same content gets the same answer.</summary>
    public required string OutRefundNo { get; init; }

    public required string OutTradeNo { get; init; }

    public required long Amount { get; init; }

    public string Reason { get; init; } = "";
}

public sealed record RefundView
{
    public required string RefundNo { get; init; }

    public required string Status { get; init; }

    public required string OutRefundNo { get; init; }

    public required string OutTradeNo { get; init; }

    public required long Amount { get; init; }
}

/// <summary>A payment (amount positive) or a refund (amount negative) of the statement's day.</summary>
public sealed record StatementRow
{
    /// <summary>PAYMENT or REFUND.</summary>
    public required string Kind { get; init; }

    /// <summary>outTradeNo of a payment, outRefundNo of a refund.</summary>
    public required string OutNo { get; init; }

    public required string OutTradeNo { get; init; }

    /// <summary>The bank's number.</summary>
    public required string BankNo { get; init; }

    public required string PayOrdId { get; init; }

    public required long Amount { get; init; }

    public required long At { get; init; }
}

public sealed record Statement(string Date, IReadOnlyList<StatementRow> Rows, int PaymentCount, long PaymentTotal, int RefundCount, long RefundTotal);

/// <summary>What the bank tells notifyUrl once a payment is paid.</summary>
public sealed record PaymentNotice(string OutTradeNo, string TradeNo, string PayOrdId, long Amount, string Status, long PaidAt);

/// <summary>Why the bank says no.</summary>
public sealed record BankRefusal(string Code, string Message);
