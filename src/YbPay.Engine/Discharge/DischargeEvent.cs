namespace YbPay.Engine.Discharge;

/// <summary>What can happen to a discharge.</summary>
public enum DischargeEvent
{
    /// <summary>The insurer settled the claim, and a surplus is to go back.</summary>
    ClaimSettledSurplusLeft,

    /// <summary>The insurer settled the claim, and the deposits are exactly what is due.</summary>
    ClaimSettledNothingLeft,

    /// <summary>The insurer settled another amount than it was asked for: the sums would not add up.</summary>
    ClaimSettledOtherwise,

    /// <summary>The insurer refused to settle the claim.</summary>
    ClaimRefused,

    /// <summary>The insurer took back what it should not have settled.</summary>
    ClaimUndone,

    /// <summary>The insurer refused to take back what it should not have settled.</summary>
    UndoingRefused,

    /// <summary>People agreed with the insurer that the claim does not stand.</summary>
    ClaimUndoneByHand,

    /// <summary>The last of the surplus went back.</summary>
    SurplusReturned,

    /// <summary>Every refund has its answer, and the bank refused at least one.</summary>
    RefundsRefused,

    /// <summary>The hospital has paid out to the patient what the bank would not take back.</summary>
    SurplusPaidOutByHand,

    /// <summary>The hospital sent the same order again: the rest of the surplus is asked for anew.</summary>
    Resumed,

    /// <summary>HOS00015 asks for the settled discharge to be cancelled, and there is a claim to take back.</summary>
    CancellationStarted,

    /// <summary>HOS00015 asks for the settled discharge to be cancelled, and no insurer had paid.</summary>
    CancelledAtOnce,

    /// <summary>The insurer took the claim back.</summary>
    ClaimCancelled,

    /// <summary>The insurer refused to take the claim back.</summary>
    CancellationRefused,
}
