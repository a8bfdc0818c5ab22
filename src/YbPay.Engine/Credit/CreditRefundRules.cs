using YbPay.Engine.Money;

namespace YbPay.Engine.Credit;

/// <summary>What a discharge has to do with a payment.</summary>
public enum DepositHold
{
    /// <summary>No discharge has named it, or the one that did ended without effect or was cancelled.</summary>
    Free,

    /// <summary>A discharge is under way (31) or can be resumed (33 after 5502).</summary>
    Held,

    /// <summary>A discharge is done (32), or its cancellation was refused (43).</summary>
    Used,
}

/// <summary>What stands of a payment that is to be refunded.</summary>
/// <param name="PaidAt">When it became <see cref="CreditPaymentState.Paid"/>.</param>
/// <param name="Personal">psnAmt: what credit paid, discount included.</param>
/// <param name="Refunded">What has gone back.</param>
/// <param name="Refunding">What is on its way back and may yet be refused; it is held, so that two refunds at once cannot pass the limit.</param>
public sealed record CreditRefundBasis(CreditPaymentState State, DateTimeOffset PaidAt, Fen Personal, Fen Refunded, Fen Refunding, DepositHold Hold)
{
    /// <summary>What may still be asked back.</summary>
    public Fen Left => Personal - Refunded - Refunding;
}

/// <summary>Decides refunds by HOS00004. Several partial ones, never more than credit paid.</summary>
public static class CreditRefundRules
{
    /// <summary>The amount to ask the bank for, or why not.</summary>
    public static Verdict<Fen, CreditReason> Decide(CreditRefundBasis basis, Fen amount, DateTimeOffset now, RefundWindow window)
    {
        if (!CreditAmounts.IsPrintable(amount)) return CreditReason.AmountInvalid;
        if (amount == Fen.Zero) return CreditReason.RefundOfNothing;
        if (basis.State is not CreditPaymentState.Paid) return CreditReason.NotPaid;
        if (Forbids(basis.Hold) is { } why) return why;
        if (!window.IsOpen(basis.PaidAt, now)) return CreditReason.TooLate;
        if (basis.Left == Fen.Zero) return CreditReason.NothingLeft;
        if (amount > basis.Left) return CreditReason.MoreThanLeft;
        return amount;
    }

    private static CreditReason? Forbids(DepositHold hold) => hold switch
    {
        DepositHold.Free => null,
        DepositHold.Held => CreditReason.HeldByDischarge,
        DepositHold.Used => CreditReason.UsedByDischarge,
    };
}
