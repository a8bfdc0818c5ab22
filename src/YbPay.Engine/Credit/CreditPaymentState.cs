namespace YbPay.Engine.Credit;

/// <summary>
/// Where a credit payment (HOS00003) stands. The wire knows three states (dictionary orderStatus): <see cref="CreditPaymentStates.ToOrderStatus"/>
/// maps them. A refund does not change the payment's state; it has one of its own (<see cref="CreditRefundState"/>).
/// </summary>
public enum CreditPaymentState
{
    /// <summary>The insurer was asked what a direct claim would bring; nothing has moved. orderStatus 01.</summary>
    QuotingClaim = 100,

    /// <summary>The insurer was asked to settle the quoted claim; until it answers nobody knows. orderStatus 01.</summary>
    SettlingClaim = 110,

    /// <summary>The bank was asked for the whole amount. orderStatus 01.</summary>
    Paying = 120,

    /// <summary>The insurer's claim is settled, and the bank was asked for the rest. orderStatus 01.</summary>
    PayingRest = 130,

    /// <summary>The payment will fail, and the insurer's settlement is being cancelled first. orderStatus 01.</summary>
    Undoing = 140,

    /// <summary>The insurer refused to cancel a claim that nobody else paid for: a human must agree with it. orderStatus 01.</summary>
    UndoRefused = 150,

    /// <summary>All of the amount is paid. orderStatus 02.</summary>
    Paid = 200,

    /// <summary>Nothing is paid, and no claim stands. orderStatus 03.</summary>
    Failed = 300,
}

/// <summary>What a credit payment waits for outside; each is one leg.</summary>
public enum CreditLeg
{
    /// <summary>The insurer says what a direct claim would bring.</summary>
    Quote,

    /// <summary>The insurer settles the claim.</summary>
    SettleClaim,

    /// <summary>The bank pays.</summary>
    Charge,

    /// <summary>The insurer takes the settled claim back.</summary>
    CancelClaim,
}

/// <summary>What the states of a credit payment mean outside.</summary>
public static class CreditPaymentStates
{
    /// <summary>The wire's orderStatus (huimin document, dictionary orderStatus).</summary>
    public static string ToOrderStatus(this CreditPaymentState state) => state switch
    {
        CreditPaymentState.QuotingClaim => "01",
        CreditPaymentState.SettlingClaim => "01",
        CreditPaymentState.Paying => "01",
        CreditPaymentState.PayingRest => "01",
        CreditPaymentState.Undoing => "01",
        CreditPaymentState.UndoRefused => "01",
        CreditPaymentState.Paid => "02",
        CreditPaymentState.Failed => "03",
    };

    /// <summary>The leg whose answer the state waits for; null when nothing is under way outside.</summary>
    public static CreditLeg? Awaits(this CreditPaymentState state) => state switch
    {
        CreditPaymentState.QuotingClaim => CreditLeg.Quote,
        CreditPaymentState.SettlingClaim => CreditLeg.SettleClaim,
        CreditPaymentState.Paying or CreditPaymentState.PayingRest => CreditLeg.Charge,
        CreditPaymentState.Undoing => CreditLeg.CancelClaim,
        CreditPaymentState.UndoRefused or CreditPaymentState.Paid or CreditPaymentState.Failed => null,
    };
}
