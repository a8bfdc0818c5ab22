using YbPay.Contracts;

namespace YbPay.Sandbox.CreditBank;

// The credit bank's JSON: camelCase on the wire, amounts in integer fen, times in milliseconds since 1970 UTC. Every order carries
// the platform's own number: the same one with the same content gets the same answer and has no second effect.

/// <summary>The body of <c>POST /credit/accounts</c>. Prints nothing of the person.</summary>
public sealed record CreditPerson
{
    public required string IdNo { get; init; }

    public required string Name { get; init; }

    public string Mobile { get; init; } = "";

    public override string ToString() => "***";
}

/// <summary>One account that a person can pay from. Prints without its number.</summary>
/// <param name="Label">What a person may read, the number masked.</param>
public sealed record CreditAccountView(string AccType, string AccountNo, string Label)
{
    public override string ToString() => AccType;
}

public sealed record CreditAccounts(IReadOnlyList<CreditAccountView> Accounts);

/// <summary>The body of <c>POST /credit/agreements</c>. Prints nothing of the person.</summary>
public sealed record CreditAgreementOrder
{
    public required string Number { get; init; }

    public required string IdNo { get; init; }

    public required string Name { get; init; }

    public required string AccountNo { get; init; }

    public override string ToString() => $"agreement {Number}";
}

/// <summary>The body of <c>POST /credit/payments</c>.</summary>
public sealed record CreditPaymentOrder
{
    public required string Number { get; init; }

    public required string AgreementNo { get; init; }

    public required long Amount { get; init; }

    /// <summary>What the payment is for, such as an order's number; nothing personal.</summary>
    public required string Purpose { get; init; }
}

/// <summary>The body of <c>POST /credit/refunds</c>.</summary>
public sealed record CreditRefundOrder
{
    public required string Number { get; init; }

    /// <summary>The number of the payment of which a part or all goes back.</summary>
    public required string Payment { get; init; }

    public required long Amount { get; init; }

    public required string Purpose { get; init; }
}

/// <summary>What became of an order. What its kind does not have is null.</summary>
public sealed record CreditOrderView
{
    public required string Number { get; init; }

    /// <summary>AGREEMENT, PAYMENT or REFUND.</summary>
    public required string Kind { get; init; }

    /// <summary>DONE or REFUSED for good, or WAITING.</summary>
    public required string Status { get; init; }

    public required string BankNo { get; init; }

    public string? AgreementNo { get; init; }

    public string? AccType { get; init; }

    /// <summary>The account, masked.</summary>
    public string? Card { get; init; }

    public string? Label { get; init; }

    public long? Amount { get; init; }

    /// <summary>Of the amount: what the bank bore, so that the person paid so much less.</summary>
    public long? Discount { get; init; }

    /// <summary>Which coupon it was, for the statement's reader.</summary>
    public string? Coupon { get; init; }

    public required string Message { get; init; }

    public required long At { get; init; }
}

/// <summary>A payment (amount positive) or a refund (amount negative) that was done.</summary>
/// <param name="Payment">A refund's payment; a payment's own number.</param>
public sealed record CreditStatementRow(string Kind, string Number, string Payment, string BankNo, string AccType, long Amount, long Discount, long At);

public sealed record CreditStatement(IReadOnlyList<CreditStatementRow> Rows, int PaymentCount, long PaymentTotal, int RefundCount, long RefundTotal);

/// <summary>One account for whoever compares: opening - paid + returned = available. Prints without its number.</summary>
public sealed record CreditAccountState(Personal AccountNo, string AccType, long Opening, long Available);
