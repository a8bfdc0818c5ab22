namespace YbPay.Engine.Credit;

/// <summary>What can happen to a credit payment.</summary>
public enum CreditPaymentEvent
{
    /// <summary>The insurer would pay a part or all of the amount.</summary>
    ClaimQuoted,

    /// <summary>The insurer would pay nothing, or refused to say: the bank pays all.</summary>
    NothingInsured,

    /// <summary>The insurer did not say what it would pay. Nothing has moved: better to fail now than to charge the patient later, or without his insurer.</summary>
    QuoteUnanswered,

    /// <summary>The insurer settled what it had quoted, and a rest is left for the bank.</summary>
    ClaimSettled,

    /// <summary>The insurer settled what it had quoted, and that is all of the amount.</summary>
    ClaimSettledInFull,

    /// <summary>The insurer settled another amount than it was asked for: that must not stand.</summary>
    ClaimSettledOtherwise,

    /// <summary>The insurer refused to settle what it had quoted.</summary>
    ClaimRefused,

    /// <summary>The bank paid what it was asked for.</summary>
    BankPaid,

    /// <summary>The bank refused for good.</summary>
    BankRefused,

    /// <summary>The insurer took the settled claim back.</summary>
    ClaimCancelled,

    /// <summary>The insurer refused to take the settled claim back.</summary>
    CancellationRefused,

    /// <summary>People agreed with the insurer that the claim does not stand.</summary>
    ClaimUndoneByHand,
}
