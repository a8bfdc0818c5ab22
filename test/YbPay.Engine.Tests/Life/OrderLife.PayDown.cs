using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;

namespace YbPay.Engine.Tests.Life;

/// <summary>Accounts pay at the core, behind the order's back; the order learns of it when it asks.</summary>
internal sealed partial class OrderLife
{
    /// <summary>What the accounts really paid. The core returns it when it cancels the settlement.</summary>
    public Fen AtTheCore { get; private set; }

    /// <summary>Cash that came for this order and went back because accounts had paid it too.</summary>
    public Fen SurplusReturned { get; private set; }

    /// <summary>5369, 5373, 5379: never more than the core thinks is owed; or one of them is reversed.</summary>
    public bool MoveAccounts(int detail)
    {
        if (SettlementsStanding == 0) return false;
        var owed = split.Cash - AtTheCore;
        AtTheCore = detail % 6 == 0 ? new(AtTheCore.Value / 2) : AtTheCore + (detail % 3 == 0 ? owed : new(owed.Value * (detail % 5) / 5));
        return true;
    }

    /// <summary>The order asks the core and follows it.</summary>
    public bool LearnWhatAccountsPaid()
    {
        var basis = new PayDownBasis(State, split.Cash, deposit ?? Fen.Zero, _cash.PaidDown, CashTaken, RefundsUnderWay > 0);
        if (SettlementsStanding == 0 || PayDownRules.Decide(basis, AtTheCore) is not { } step) return false;
        Happen(step.On).ShouldBeTrue($"{State} refuses {step.On}");
        Post(OrderPostings.PaidDown(Id, ++_serial, _cash, step.After));
        _cash = step.After;
        if (step.Surplus == Fen.Zero) return true;
        Post(OrderPostings.CashReturned(Id, Leg(), step.Surplus));
        CashTaken -= step.Surplus;
        SurplusReturned += step.Surplus;
        return true;
    }
}
