using YbPay.Contracts.Outcomes;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;
using YbPay.Engine.Refunds;

namespace YbPay.Engine.Tests.Life;

/// <summary>Refunds of the order: several may be under way, and each ends in its own time and way.</summary>
internal sealed partial class OrderLife
{
    private readonly List<RefundPlan> _underWay = [];

    /// <summary>Cash that is back or has been promised: what must never exceed what was taken.</summary>
    public Fen CashCommitted => _underWay.Aggregate(CashGivenBack, (sum, plan) => sum + plan.Cash);

    public int RefundsUnderWay => _underWay.Count;

    public bool AskRefund(RefundAsked asked)
    {
        var basis = Basis(CashCommitted) with { InsuranceUnderWay = _underWay.Exists(plan => plan.CancelSettlement) };
        if (RefundRules.Decide(basis, asked) is not Outcome<RefundPlan>.Ok { Value: var plan }) return false;
        _underWay.Add(plan);
        return true;
    }

    /// <summary>Every leg of a refund succeeded.</summary>
    public bool FinishRefund(int which)
    {
        if (Take(which) is not { } plan) return false;
        var on = RefundRules.EventOf(plan, Basis(CashGivenBack));
        if (plan.CancelSettlement) GiveInsuranceBack();
        GiveCashBack(plan.Cash);
        EndRefund(on);
        return true;
    }

    /// <summary>EXP: insurance came back and cash did not; anything else that fails has no effect at all.</summary>
    public bool FailRefund(int which)
    {
        if (Take(which) is not { } plan) return false;
        if (plan.Kind is not RefundKind.Whole || plan.Cash == Fen.Zero) return true;
        GiveInsuranceBack();
        EndRefund(OrderEvent.InsurancePartRefunded);
        return true;
    }

    private void EndRefund(OrderEvent on)
    {
        var freed = RefundRules.DepositFreed(Basis(CashGivenBack), on);
        var taken = Happen(on);
        (taken || State is OrderState.Abnormal).ShouldBeTrue($"{State} refuses {on} although the money has moved");
        if (taken && freed != Fen.Zero) Post(OrderPostings.DepositReturned(Id, $"refund{_serial}", freed));
    }

    private void GiveInsuranceBack()
    {
        InsuranceGivenBack++;
        SettlementsStanding--;
        AtTheCore = Fen.Zero;
        Post(OrderPostings.InsuranceRefunded(Id, Leg(), split, _cash.PaidDown));
    }

    private void GiveCashBack(Fen amount)
    {
        if (amount == Fen.Zero) return;
        CashGivenBack += amount;
        Post(OrderPostings.CashRefunded(Id, Leg(), amount));
    }

    private RefundPlan? Take(int which)
    {
        if (_underWay.Count == 0) return null;
        var plan = _underWay[which % _underWay.Count];
        _underWay.Remove(plan);
        return plan;
    }

    private RefundBasis Basis(Fen cashRefunded) => new(State, Shown, CashTaken, _cash.DepositUsed, cashRefunded, PaidDown: _cash.PaidDown);
}
