using YbPay.Engine.Money;

namespace YbPay.Engine.Discharge;

/// <summary>Why a trial or a discharge is not done. Where two apply, the upper one is named.</summary>
public enum DischargeReason
{
    /// <summary>An amount is negative or longer than eleven digits of fen.</summary>
    AmountInvalid,

    /// <summary>No deposit order is named.</summary>
    NoDeposits,

    /// <summary>A deposit order is named twice.</summary>
    DepositTwice,

    /// <summary>The order is another hospital's, another person's or another stay's.</summary>
    DepositOfAnother,

    /// <summary>The order pays for something else than a stay (orderType is not 2).</summary>
    NotADeposit,

    /// <summary>The order is not paid, or nobody knows yet whether it is.</summary>
    DepositNotPaid,

    /// <summary>A refund of the deposit is under way: what it is worth is not known.</summary>
    DepositBeingRefunded,

    /// <summary>Another discharge holds the deposit or has used it up.</summary>
    DepositHeld,

    /// <summary>nonCreditPayAmt is more than settleAmt: credit and insurer would pay less than nothing.</summary>
    NonCreditBeyondTotal,

    /// <summary>budgetAmt is more than settleAmt - nonCreditPayAmt: the insurer would pay for what others have paid.</summary>
    BudgetBeyondShare,

    /// <summary>The trial was made for another visit number (treatmentSerialNo).</summary>
    VisitDiffers,

    /// <summary>The trial was made for another settlement (setlId).</summary>
    SettlementDiffers,

    /// <summary>settleAmt is not what it was in the trial: left as sent, right as trialled.</summary>
    TotalDiffers,

    /// <summary>nonCreditPayAmt is not what it was in the trial: left as sent, right as trialled.</summary>
    NonCreditDiffers,

    /// <summary>budgetAmt is not what the trial answered: left as sent, right as trialled.</summary>
    BudgetDiffers,

    /// <summary>miAmt + thirdpartyPayTotal (left) is more than nonCreditPayAmt (right), of which both are parts.</summary>
    OthersBeyondNonCredit,

    /// <summary>grAmt (left) is more than settleAmt (right).</summary>
    OwnShareBeyondTotal,

    /// <summary>The deposits (left) do not cover what is due (right): 5501. Nothing has happened; the supplement is what is missing.</summary>
    DepositsShort,
}

/// <summary>A reason with the two sides that do not fit, or the deposit order it is about. Nothing personal.</summary>
/// <param name="Left">The side that was sent or that is too large; null where the reason compares nothing.</param>
/// <param name="Right">What it had to be or not to pass.</param>
/// <param name="QueryId">The deposit order at fault; null where none is.</param>
public sealed record DischargeRefusal(DischargeReason Reason, Fen? Left = null, Fen? Right = null, string? QueryId = null)
{
    public override string ToString() => (Left, Right, QueryId) switch
    {
        ({ } left, { } right, _) => $"{Reason} ({left}, {right})",
        (_, _, { } order) => $"{Reason} ({order})",
        _ => $"{Reason}",
    };
}
