namespace YbPay.Engine.Credit;

/// <summary>Why a credit payment or its refund is not done. Where two apply, the upper one is named.</summary>
public enum CreditReason
{
    /// <summary>Negative, or more than eleven digits of fen: no field of the document holds it.</summary>
    AmountInvalid,

    /// <summary>The amount asked back is zero.</summary>
    RefundOfNothing,

    /// <summary>The payment failed or nobody knows yet: there is nothing to give back.</summary>
    NotPaid,

    /// <summary>A discharge is under way or waits to be resumed: it alone decides about the deposit.</summary>
    HeldByDischarge,

    /// <summary>A discharge has used the deposit up.</summary>
    UsedByDischarge,

    /// <summary>The days within which a refund may come are over (HOS00004, note 1): the acquiring bank does it by hand.</summary>
    TooLate,

    /// <summary>Everything that credit paid has gone back or is on its way. What an insurer paid is not refundable here (HOS00004, note 3).</summary>
    NothingLeft,

    /// <summary>More than is left of what credit paid.</summary>
    MoreThanLeft,

    /// <summary>The insurer quoted a negative amount or more than there is to pay.</summary>
    ClaimBeyondAmount,

    /// <summary>The bank reported a discount that is negative or more than it paid.</summary>
    DiscountBeyondPaid,
}
