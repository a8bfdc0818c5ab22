using YbPay.Contracts;

namespace YbPay.Sandbox.AccountBank;

// The account bank's JSON: camelCase on the wire, amounts in integer fen, times in milliseconds since 1970 UTC.

/// <summary>The body of <c>POST /accounts/deductions</c> and <c>POST /accounts/credits</c>. Prints without the account.</summary>
public sealed record AccountOrder
{
    /// <summary>The core's own number, unique: the same one with the same content gets the same answer and has no second effect.</summary>
    public required string Number { get; init; }

    public required string AccountNo { get; init; }

    public required long Amount { get; init; }

    /// <summary>What the order is for, such as a settlement's number; nothing personal.</summary>
    public required string Purpose { get; init; }

    public override string ToString() => $"order {Number}";
}

/// <summary>What became of an order: DONE or REFUSED, for good.</summary>
public sealed record AccountOrderView(string Number, string Kind, long Amount, string Status, string BankNo, string Message, long At);

/// <summary>One account at the bank, for whoever compares: opening + credits - deductions = balance. Prints without its number.</summary>
public sealed record BankAccountView(Personal AccountNo, string BankCode, long Opening, long Balance, long Deducted, long Credited);
