using YbPay.Contracts.Outcomes;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;

namespace YbPay.Engine.Refunds;

/// <summary>refdType as printed in the mobile-pay document, table 272.</summary>
public enum RefundKind
{
    /// <summary>ALL: everything.</summary>
    Whole,

    /// <summary>CASH: only cash, wholly or in part.</summary>
    Cash,

    /// <summary>HI: only the insurance part, always whole.</summary>
    Insurance,
}

/// <summary>What the hospital asks for, in fen; an absent amount is null.</summary>
public sealed record RefundAsked(RefundKind Kind, Fen Total, Fen Cash, Fen? PersonalAccount, Fen? Fund);

/// <summary>What stands of the order.</summary>
/// <param name="State">Where the order stands now.</param>
/// <param name="Split">Who paid what, as it is shown: what accounts paid down is the personal account's part (<see cref="Split.PaidDownBy"/>).</param>
/// <param name="CashPaid">What came through a cash channel.</param>
/// <param name="DepositUsed">What a deposit covered instead.</param>
/// <param name="CashRefunded">
/// To decide on a new refund: what is done and what is under way, so that two at once cannot pass the limit. To finish one
/// (<see cref="RefundRules.EventOf"/>): what is done, without this one; cash still under way may yet fail.
/// </param>
/// <param name="InsuranceUnderWay">Another refund that includes the insurance part has started and not ended.</param>
/// <param name="PaidDown">
/// What accounts paid down. It goes back with the insurance part, by the core itself; a request may state the amounts with it or as they were settled.
/// </param>
public sealed record RefundBasis(
    OrderState State, Split Split, Fen CashPaid, Fen DepositUsed, Fen CashRefunded, bool InsuranceUnderWay = false, Fen PaidDown = default);

/// <summary>
/// What is to be done. The insurance leg goes first; its amount is zero when none is due. <paramref name="DepositReturned"/>
/// is what the refund frees if it ends well and none overtakes it; what is posted in the end is
/// <see cref="RefundRules.DepositFreed"/>.
/// </summary>
public sealed record RefundPlan(RefundKind Kind, bool CancelSettlement, Fen Insurance, Fen Cash, Fen DepositReturned);

/// <summary>Decides refunds (ruling C10, mobile-pay document table 272). Never more than was paid.</summary>
public static class RefundRules
{
    public static RefundKind? Parse(string refdType) => refdType switch
    {
        "ALL" => RefundKind.Whole,
        "CASH" => RefundKind.Cash,
        "HI" => RefundKind.Insurance,
        _ => null,
    };

    public static Outcome<RefundPlan> Decide(RefundBasis basis, RefundAsked asked)
    {
        if (asked.Total < Fen.Zero || asked.Cash < Fen.Zero || asked.PersonalAccount < Fen.Zero || asked.Fund < Fen.Zero)
            return Refusals.AmountInvalid.With("退费金额不能为负");
        if (asked.Total == Fen.Zero && asked.Cash == Fen.Zero) return Refusals.AmountInvalid.With("退费金额须大于零");
        return asked.Kind switch
        {
            RefundKind.Whole => Whole(basis, asked),
            RefundKind.Cash => Cash(basis, asked),
            RefundKind.Insurance => Insurance(basis, asked),
        };
    }

    /// <summary>
    /// The event that a refund is whose legs have all succeeded; <paramref name="basis"/> as it stands now, without this
    /// refund. A whole refund whose insurance came back and whose cash did not (EXP) is
    /// <see cref="OrderEvent.InsurancePartRefunded"/>; a CASH refund finishes it.
    /// </summary>
    public static OrderEvent EventOf(RefundPlan plan, RefundBasis basis) => plan.Kind switch
    {
        RefundKind.Whole => OrderEvent.WholeRefunded,
        RefundKind.Insurance => OrderEvent.InsurancePartRefunded,
        RefundKind.Cash => basis.CashRefunded + plan.Cash == basis.CashPaid ? OrderEvent.CashWhollyRefunded : OrderEvent.CashPartlyRefunded,
    };

    /// <summary>
    /// The deposit goes back to the hospital's hands when the event leaves nothing of the order standing, whether by one
    /// whole refund or by parts.
    /// </summary>
    public static Fen DepositFreed(RefundBasis before, OrderEvent on) =>
        OrderMachine.Next(before.State, on) is OrderState.Refunded ? before.DepositUsed : Fen.Zero;

    private static Outcome<RefundPlan> Whole(RefundBasis basis, RefundAsked asked)
    {
        if (!basis.State.IsPaidInFull()) return StateRefusal(basis.State);
        // The part that a deposit covered was never paid here: the hospital returns it, so both readings of "cash" are met.
        var settledCash = basis.Split.Cash + basis.PaidDown;
        if (asked.Cash != basis.CashPaid && asked.Cash != basis.Split.Cash && asked.Cash != settledCash)
            return asked.Cash > settledCash ? Refusals.RefundTooBig : Refusals.RefundNotWhole.With("全部退费的现金须与原交易一致");
        if (InsuranceDiffers(basis, asked) is { } why) return why;
        // Table 272 calls the total that of the original transaction: the bill's, whatever a deposit covered of it.
        if (asked.Total != basis.Split.FeeSum && !AddsUp(basis, asked, asked.Cash))
            return Refusals.SumDiffers.With("总退费金额不等于各项之和");
        if (basis.InsuranceUnderWay || basis.CashRefunded != Fen.Zero) return Refusals.RefundUnderWay;
        return new RefundPlan(RefundKind.Whole, CancelSettlement: true, basis.Split.Insurance, basis.CashPaid, basis.DepositUsed);
    }

    private static Outcome<RefundPlan> Insurance(RefundBasis basis, RefundAsked asked)
    {
        if (asked.Cash != Fen.Zero) return Refusals.AmountInvalid.With("只退医保时现金退费金额须为0");
        if (OrderMachine.Next(basis.State, OrderEvent.InsurancePartRefunded) is null) return StateRefusal(basis.State);
        if (basis.Split.Insurance == Fen.Zero) return Refusals.NothingToRefund;
        if (InsuranceDiffers(basis, asked) is { } why) return why;
        if (!AddsUp(basis, asked, Fen.Zero)) return Refusals.SumDiffers.With("总退费金额不等于各项之和");
        if (basis.InsuranceUnderWay) return Refusals.RefundUnderWay;
        var freed = DepositFreed(basis, OrderEvent.InsurancePartRefunded);
        return new RefundPlan(RefundKind.Insurance, CancelSettlement: true, basis.Split.Insurance, Fen.Zero, freed);
    }

    private static Outcome<RefundPlan> Cash(RefundBasis basis, RefundAsked asked)
    {
        if ((asked.PersonalAccount ?? Fen.Zero) != Fen.Zero || (asked.Fund ?? Fen.Zero) != Fen.Zero)
            return Refusals.AmountInvalid.With("只退现金时医保金额须为0");
        if (asked.Cash == Fen.Zero) return Refusals.AmountInvalid.With("现金退费金额须大于零");
        if (asked.Total != asked.Cash) return Refusals.SumDiffers.With("总退费金额不等于各项之和");
        if (OrderMachine.Next(basis.State, OrderEvent.CashPartlyRefunded) is null) return StateRefusal(basis.State);
        var left = basis.CashPaid - basis.CashRefunded;
        if (left == Fen.Zero) return Refusals.NothingToRefund;
        if (asked.Cash > left) return Refusals.RefundTooBig;
        var plan = new RefundPlan(RefundKind.Cash, CancelSettlement: false, Fen.Zero, asked.Cash, Fen.Zero);
        return plan with { DepositReturned = DepositFreed(basis, EventOf(plan, basis)) };
    }

    /// <summary>Insurance goes back whole or not at all: the core cancels a settlement, it does not shrink it.</summary>
    private static Refusal? InsuranceDiffers(RefundBasis basis, RefundAsked asked)
    {
        var split = basis.Split;
        if (asked.PersonalAccount is { } account && account != split.PersonalAccount && account != split.PersonalAccount - basis.PaidDown)
            return account > split.PersonalAccount ? Refusals.RefundTooBig : Refusals.RefundNotWhole;
        if (asked.Fund is { } fund && fund != split.Fund)
            return fund > split.Fund ? Refusals.RefundTooBig : Refusals.RefundNotWhole;
        return null;
    }

    /// <summary>The hospital's share (othFeeAmt) has no field of its own in 6203, so the total may be meant with or without it.</summary>
    private static bool AddsUp(RefundBasis basis, RefundAsked asked, Fen cash)
    {
        var account = asked.PersonalAccount ?? basis.Split.PersonalAccount;
        return Meant(account) || (asked.PersonalAccount is null && Meant(account - basis.PaidDown));

        bool Meant(Fen account)
        {
            var parts = cash + account + basis.Split.Fund;
            return asked.Total == parts || asked.Total == parts + basis.Split.Other;
        }
    }

    private static Refusal StateRefusal(OrderState state) =>
        state is OrderState.Refunded ? Refusals.NothingToRefund : Refusals.OrderStateForbids;
}
