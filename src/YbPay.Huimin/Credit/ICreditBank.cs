using YbPay.Contracts;
using YbPay.Engine.Money;
using YbPay.Huimin.Outside;
using YbPay.Huimin.Persons;

namespace YbPay.Huimin.Credit;

/// <summary>
/// The channel of credit payment (无感支付): accounts 01 to 04 behind one bank. An order's number is ours (a leg's); the same number
/// again has no second effect.
/// </summary>
internal interface ICreditBank
{
    /// <summary>The accounts from which a person could pay; null when the bank does not say.</summary>
    Task<IReadOnlyList<CreditAccount>?> AccountsAsync(InsuredPerson person, CancellationToken cancel);

    /// <summary>Makes the person's agreement that payments may be taken without a password.</summary>
    Task<Word<CreditAgreement>> AgreeAsync(string number, InsuredPerson person, CreditAccount account, CancellationToken cancel);

    Task<Word<CreditTaken>> PayAsync(string number, Personal agreementNo, Fen amount, string purpose, CancellationToken cancel);

    Task<Word<CreditReturned>> RefundAsync(string number, string payment, Fen amount, string purpose, CancellationToken cancel);

    /// <summary>What became of an order.</summary>
    Task<Word<CreditAgreement>> AskAgreementAsync(string number, CancellationToken cancel);

    /// <inheritdoc cref="AskAgreementAsync"/>
    Task<Word<CreditTaken>> AskPaymentAsync(string number, Fen amount, CancellationToken cancel);

    /// <inheritdoc cref="AskAgreementAsync"/>
    Task<Word<CreditReturned>> AskRefundAsync(string number, Fen amount, CancellationToken cancel);

    /// <summary>Every payment and refund that was done in a span, by our numbers, refunds negative; null when the bank does not say.</summary>
    Task<IReadOnlyList<CreditStatementLine>?> StatementAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancel);
}

/// <param name="AccType">01 debit card, 02 credit card, 03 credit product, 04 medical-insurance personal account (document, accType).</param>
/// <param name="Label">Masked, for the person to choose by.</param>
internal sealed record CreditAccount(string AccType, Personal AccountNo, string Label);

internal sealed record CreditAgreement(Personal AgreementNo, string AccType, string Label, string BankNo);

/// <param name="Card">Masked.</param>
/// <param name="Discount">What a coupon bore of the amount; the bank bears it.</param>
internal sealed record CreditTaken(string BankNo, string AccType, string Card, Fen Discount, string? Coupon, DateTimeOffset At);

internal sealed record CreditReturned(string BankNo, DateTimeOffset At);

internal sealed record CreditStatementLine(string Number, Fen Amount);
