using YbPay.Contracts.Outcomes;
using YbPay.Engine.Money;

namespace YbPay.Engine.Orders;

/// <summary>
/// Who pays what of a bill, in fen, after the core settled it. feeSumamt = fundPay + psnAcctPay + ownPayAmt + othFeeAmt
/// (ruling C10) holds for every instance.
/// </summary>
public sealed record Split
{
    private Split(Fen feeSum, Fen fund, Fen personalAccount, Fen cash, Fen other) =>
        (FeeSum, Fund, PersonalAccount, Cash, Other) = (feeSum, fund, personalAccount, cash, other);

    public Fen FeeSum { get; }

    public Fen Fund { get; }

    public Fen PersonalAccount { get; }

    /// <summary>ownPayAmt: whatever the patient pays outside insurance, before the deposit.</summary>
    public Fen Cash { get; }

    /// <summary>othFeeAmt: the hospital's own share and the like.</summary>
    public Fen Other { get; }

    /// <summary>What goes back when insurance is refunded: fund, personal account and other.</summary>
    public Fen Insurance => Fund + PersonalAccount + Other;

    /// <summary>
    /// The same bill as it is shown once the person's accounts paid <paramref name="amount"/> of the cash at the core (5369, 5373, 5379): that is
    /// then psnAcctPay, and no longer ownPayAmt.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more than the cash part.</exception>
    public Split PaidDownBy(Fen amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, Fen.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, Cash);
        return new(FeeSum, Fund, PersonalAccount + amount, Cash - amount, Other);
    }

    /// <summary>
    /// Refused when a part is negative, larger than any field can hold, or the parts do not add up: such an answer must
    /// not be believed.
    /// </summary>
    public static Outcome<Split> Of(Fen feeSum, Fen fund, Fen personalAccount, Fen cash, Fen other)
    {
        if (feeSum < Fen.Zero || fund < Fen.Zero || personalAccount < Fen.Zero || cash < Fen.Zero || other < Fen.Zero)
            return Refusals.AmountInvalid.With("结算金额为负");
        // With every part in bounds their sum cannot overflow.
        if (Fen.Max(Fen.Max(feeSum, fund), Fen.Max(personalAccount, Fen.Max(cash, other))).Value > Fen.Largest)
            return Refusals.AmountInvalid.With("结算金额超出范围");
        return fund + personalAccount + cash + other == feeSum
            ? new Split(feeSum, fund, personalAccount, cash, other)
            : Refusals.SumDiffers.With("结算各项之和不等于费用总额");
    }
}

/// <summary>
/// How accounts and a deposit cover cash: first what the person's accounts paid at the core, then the deposit (ruling C7), whose surplus is
/// the hospital's to return, and what is left through a channel. The three add up to the cash part.
/// </summary>
public readonly record struct CashDue
{
    /// <exception cref="ArgumentOutOfRangeException">Cash is negative, which no <see cref="Split"/> allows, or less than was paid down.</exception>
    public CashDue(Fen cash, Fen? deposit, Fen paidDown = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cash, Fen.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(paidDown, Fen.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(paidDown, cash);
        PaidDown = paidDown;
        DepositUsed = Fen.Min(Fen.Max(deposit ?? Fen.Zero, Fen.Zero), cash - paidDown);
        Due = cash - paidDown - DepositUsed;
    }

    /// <summary>What the person's accounts paid at the core after the settlement.</summary>
    public Fen PaidDown { get; }

    /// <summary>What the wire's deposit says in replies: never more than the cash part.</summary>
    public Fen DepositUsed { get; }

    /// <summary>What the patient pays through a channel now.</summary>
    public Fen Due { get; }
}

/// <summary>setlType: what was settled.</summary>
public static class SetlTypes
{
    /// <summary>
    /// ALL when both insurance and a cash channel paid, CASH or HI when only one did. A bill that a deposit covers alone
    /// is CASH: insurance had no part in it.
    /// </summary>
    public static string Of(Split split, Fen cashPaid) =>
        split.Insurance == Fen.Zero ? "CASH" : cashPaid == Fen.Zero ? "HI" : "ALL";
}
