using YbPay.Engine.Credit;
using YbPay.Engine.Money;

namespace YbPay.Engine.Discharge;

/// <summary>
/// The sums of a trial (HOST0014) and of the discharge made of it (HOS00014). Printed: in the trial nonCreditPayAmt and the share of credit and
/// insurer together are settleAmt; in the settlement nonCreditPayAmt, credit and the insurer's claim are settleAmt. Both hold of every value of this type:
/// <see cref="NonCredit"/> + <see cref="Share"/> = <see cref="Total"/> and <see cref="NonCredit"/> + <see cref="Due"/> + <see cref="Budget"/> = <see cref="Total"/>;
/// and so does <see cref="Deposits"/> + <see cref="Supplement"/> = <see cref="Due"/> + <see cref="Refund"/>.
/// </summary>
public sealed record DischargeSums
{
    private DischargeSums(Fen total, Fen nonCredit, Fen budget, Fen deposits) =>
        (Total, NonCredit, Budget, Deposits) = (total, nonCredit, budget, deposits);

    /// <summary>settleAmt: the whole cost of the stay.</summary>
    public Fen Total { get; }

    /// <summary>nonCreditPayAmt: what basic insurance, third parties and cash pay.</summary>
    public Fen NonCredit { get; }

    /// <summary>budgetAmt: what the insurer pays.</summary>
    public Fen Budget { get; }

    /// <summary>psnAmt of the reply: what the named deposits are worth.</summary>
    public Fen Deposits { get; }

    /// <summary>What credit and insurer bear together.</summary>
    public Fen Share => Total - NonCredit;

    /// <summary>What credit bears.</summary>
    public Fen Due => Share - Budget;

    /// <summary>supplementAmt: what the deposits lack.</summary>
    public Fen Supplement => Fen.Max(Fen.Zero, Due - Deposits);

    /// <summary>refundAmt: what the deposits have too much.</summary>
    public Fen Refund => Fen.Max(Fen.Zero, Deposits - Due);

    /// <summary>The sums, or the first amount or equation that is impossible.</summary>
    public static Verdict<DischargeSums, DischargeRefusal> Of(Fen total, Fen nonCredit, Fen budget, IReadOnlyList<Deposit> deposits)
    {
        foreach (var amount in (ReadOnlySpan<Fen>)[total, nonCredit, budget])
            if (!CreditAmounts.IsPrintable(amount)) return new DischargeRefusal(DischargeReason.AmountInvalid, amount, CreditAmounts.Largest);
        if (nonCredit > total) return new DischargeRefusal(DischargeReason.NonCreditBeyondTotal, nonCredit, total);
        if (budget > total - nonCredit) return new DischargeRefusal(DischargeReason.BudgetBeyondShare, budget, total - nonCredit);

        var worth = Fen.Zero;
        foreach (var deposit in deposits) worth += deposit.Left;
        return CreditAmounts.IsPrintable(worth)
            ? new DischargeSums(total, nonCredit, budget, worth)
            : new DischargeRefusal(DischargeReason.AmountInvalid, worth, CreditAmounts.Largest);
    }

    /// <summary>What is due is covered, or 5501 with both sides.</summary>
    public Verdict<DischargeSums, DischargeRefusal> Covered() =>
        Supplement == Fen.Zero ? this : new DischargeRefusal(DischargeReason.DepositsShort, Deposits, Due);
}
