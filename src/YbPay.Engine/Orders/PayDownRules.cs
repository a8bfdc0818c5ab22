using YbPay.Engine.Money;

namespace YbPay.Engine.Orders;

/// <summary>What an order is when the core is asked what its accounts have paid.</summary>
/// <param name="Cash">The cash part as the core settled it.</param>
/// <param name="Deposit">What the hospital says it holds, whether or not it is used.</param>
/// <param name="PaidDown">What accounts had paid as far as we knew.</param>
/// <param name="CashPaid">What came through a cash channel and is still here.</param>
/// <param name="RefundUnderWay">A refund has started and not ended.</param>
public sealed record PayDownBasis(OrderState State, Fen Cash, Fen Deposit, Fen PaidDown, Fen CashPaid, bool RefundUnderWay);

/// <summary>What the order does about it.</summary>
/// <param name="After">How the cash part is covered from now on.</param>
/// <param name="Surplus">Cash that goes back to the patient.</param>
public sealed record PayDownStep(OrderEvent On, CashDue After, Fen Surplus);

/// <summary>
/// The bureau's accounts pay down what a settled order's person still owes (5369 personal account, 5373 mutual-aid accounts, 5379 wallet). The core
/// alone knows how much; the order follows it, so that the patient never pays a fen twice.
/// </summary>
public static class PayDownRules
{
    /// <summary>
    /// What follows when the core says that accounts have paid <paramref name="told"/> in all. Null when nothing does: it was known,
    /// the amount cannot be, or the order is past the point where a rule decides. What then differs is for the books' check to name.
    /// </summary>
    public static PayDownStep? Decide(PayDownBasis basis, Fen told)
    {
        if (told == basis.PaidDown || told < Fen.Zero || told > basis.Cash) return null;
        var after = new CashDue(basis.Cash, basis.Deposit, told);
        if (basis.State == OrderState.AwaitingCash)
            return new(after.Due == Fen.Zero ? OrderEvent.PaidDownInFull : OrderEvent.PaidDown, after, Fen.Zero);

        // Accounts that took back what they had paid leave a paid order short: no rule says who owes it now.
        if (!basis.State.IsPaidInFull() || basis.RefundUnderWay || told < basis.PaidDown || basis.CashPaid < after.Due) return null;
        return new(OrderEvent.SurplusFound, after, basis.CashPaid - after.Due);
    }
}
