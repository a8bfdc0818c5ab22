namespace YbPay.Engine.Orders;

/// <summary>What can happen to an order: facts, in the past tense.</summary>
public enum OrderEvent
{
    /// <summary>The core holds every fee line.</summary>
    FeesUploaded,

    /// <summary>The core refused the fee lines, or the upload was taken back because its outcome stayed unknown.</summary>
    UploadFailed,

    /// <summary>A pre-settlement said who would pay what.</summary>
    PreSettled,

    /// <summary>The settlement is about to be asked for.</summary>
    PaymentStarted,

    /// <summary>The core settled, and cash is due beyond the deposit.</summary>
    SettledWithCashDue,

    /// <summary>The core settled, and nothing is left to pay.</summary>
    SettledInFull,

    /// <summary>The core refused, or its settlement was reversed before anyone relied on it.</summary>
    SettlementRefused,

    /// <summary>The person's accounts paid a part of the cash at the core, or took it back there: what is due changed, and some still is.</summary>
    PaidDown,

    /// <summary>The person's accounts paid all that was left.</summary>
    PaidDownInFull,

    /// <summary>The channel holds all the cash that was due.</summary>
    CashReceived,

    /// <summary>The person's accounts paid what cash or a deposit had covered already: the surplus goes back.</summary>
    SurplusFound,

    /// <summary>The hospital revokes, or the time limit is over, before any settlement.</summary>
    RevocationStarted,

    /// <summary>The core no longer holds the fee lines.</summary>
    FeesCancelled,

    /// <summary>The core refused to cancel the fee lines: they stand, and the order with them.</summary>
    RevocationRefused,

    /// <summary>The cash did not come and the channel has closed its payment: the settlement goes back.</summary>
    WithdrawalStarted,

    /// <summary>The core cancelled the settlement.</summary>
    SettlementCancelled,

    /// <summary>Cash arrived for a withdrawn order and the channel refused to return it.</summary>
    CashReturnFailed,

    /// <summary>Cash that could not be returned was returned after all.</summary>
    CashReturnedByHand,

    /// <summary>The hospital answered the settlement notice with success.</summary>
    HospitalConfirmed,

    /// <summary>Everything agrees: the order is final.</summary>
    OrderCompleted,

    /// <summary>Insurance and cash went back in one refund.</summary>
    WholeRefunded,

    /// <summary>The insurance part went back.</summary>
    InsurancePartRefunded,

    /// <summary>The last of the cash went back.</summary>
    CashWhollyRefunded,

    /// <summary>Some cash went back, some is left.</summary>
    CashPartlyRefunded,

    /// <summary>The parties disagree and no rule decides.</summary>
    FellApart,
}
