namespace YbPay.Engine.Discharge;

/// <summary>
/// Where a discharge (HOS00014) and its cancellation (HOS00015) stand. The wire knows six states (dictionary orderStatus):
/// <see cref="DischargeStates.ToOrderStatus"/> maps them.
/// </summary>
public enum DischargeState
{
    /// <summary>The insurer was asked to settle the claim; until it answers nobody knows. The deposits are held. orderStatus 31.</summary>
    SettlingClaim = 300,

    /// <summary>The insurer has paid where it had to, and the surplus is going back. orderStatus 31.</summary>
    Refunding = 310,

    /// <summary>The insurer settled another amount than it was asked for, and that is being cancelled. orderStatus 31.</summary>
    Undoing = 315,

    /// <summary>The insurer refused to cancel what it should not have settled: a human must agree with it. orderStatus 31.</summary>
    UndoRefused = 316,

    /// <summary>All is done: the deposits are used up, their surplus is back. orderStatus 32.</summary>
    Settled = 320,

    /// <summary>All is done, and what the bank would not take back the hospital has paid out itself: it cannot be cancelled any more. orderStatus 32.</summary>
    SettledByHand = 321,

    /// <summary>The insurer refused: no effect is left, the deposits are free. orderStatus 33.</summary>
    Failed = 330,

    /// <summary>The bank refused a refund (5502): what went back stays, and the same order sent again goes on with the rest. orderStatus 33.</summary>
    RefundRefused = 331,

    /// <summary>The insurer was asked to take the claim back; the deposits stay used up until it has. orderStatus 41.</summary>
    Cancelling = 410,

    /// <summary>As if it had not been, but for the surplus that went back: the deposits are free. orderStatus 42.</summary>
    Cancelled = 420,

    /// <summary>The insurer refused to take the claim back: the discharge stands. orderStatus 43.</summary>
    CancelFailed = 430,
}

/// <summary>What the states of a discharge mean outside.</summary>
public static class DischargeStates
{
    /// <summary>The wire's orderStatus (huimin document, dictionary orderStatus): of the cancellation once there is one.</summary>
    public static string ToOrderStatus(this DischargeState state) => state switch
    {
        DischargeState.SettlingClaim => "31",
        DischargeState.Refunding => "31",
        DischargeState.Undoing => "31",
        DischargeState.UndoRefused => "31",
        DischargeState.Settled => "32",
        DischargeState.SettledByHand => "32",
        DischargeState.Failed => "33",
        DischargeState.RefundRefused => "33",
        DischargeState.Cancelling => "41",
        DischargeState.Cancelled => "42",
        DischargeState.CancelFailed => "43",
    };

    /// <summary>orderStatus of the discharge itself (HOS00016, type 01): one whose cancellation was refused is settled as before.</summary>
    public static string OfDischarge(this DischargeState state) => state is DischargeState.CancelFailed ? "32" : state.ToOrderStatus();

    /// <summary>What the discharge does to the deposits it names.</summary>
    public static Credit.DepositHold Hold(this DischargeState state) => state switch
    {
        DischargeState.SettlingClaim or DischargeState.Refunding or DischargeState.Undoing => Credit.DepositHold.Held,
        DischargeState.UndoRefused or DischargeState.RefundRefused => Credit.DepositHold.Held,
        DischargeState.Settled or DischargeState.SettledByHand or DischargeState.Cancelling or DischargeState.CancelFailed => Credit.DepositHold.Used,
        DischargeState.Failed or DischargeState.Cancelled => Credit.DepositHold.Free,
    };
}
