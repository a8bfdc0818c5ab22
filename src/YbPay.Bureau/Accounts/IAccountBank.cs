using YbPay.Contracts;
using YbPay.Engine.Money;

namespace YbPay.Bureau.Accounts;

/// <summary>The bank of the insured people's accounts. An order's number is ours; the same number again has no second effect.</summary>
internal interface IAccountBank
{
    /// <summary>Takes money out of an account.</summary>
    Task<BankWord> DeductAsync(BankOrder order, CancellationToken cancel);

    /// <summary>Puts money into an account.</summary>
    Task<BankWord> CreditAsync(BankOrder order, CancellationToken cancel);

    /// <summary>What became of an order.</summary>
    Task<BankWord> QueryAsync(string number, CancellationToken cancel);
}

/// <param name="Number">The leg's.</param>
/// <param name="Account">The account's number at the bank.</param>
/// <param name="Purpose">The settlement; nothing personal.</param>
internal sealed record BankOrder(string Number, Personal Account, Fen Amount, string Purpose);

/// <summary>What the bank said. Not knowing is an answer.</summary>
internal abstract record BankWord
{
    private BankWord()
    {
    }

    /// <param name="Reference">The bank's own number.</param>
    public sealed record Done(string Reference) : BankWord;

    /// <summary>It moved nothing, and never will under this number.</summary>
    /// <param name="Text">Its words, at most 200 characters.</param>
    public sealed record Refused(string Text) : BankWord;

    /// <summary>It knows no such number: not yet, or never.</summary>
    public sealed record NeverHeard : BankWord;

    /// <summary>The request never left, or was turned away at the door: it did nothing. What was sent before under the number may have.</summary>
    public sealed record NotSent(string Why) : BankWord;

    /// <summary>Sent, and no answer that can be trusted.</summary>
    public sealed record Unknown(string Why) : BankWord;

    /// <summary>For a log or a leg's note; nothing personal.</summary>
    public string Note => this switch
    {
        Done => "done",
        Refused refused => refused.Text,
        NeverHeard => "never heard of",
        NotSent notSent => $"not sent: {notSent.Why}",
        Unknown unknown => $"unknown: {unknown.Why}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
