using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;

namespace YbPay.Engine.Tests.Life;

/// <summary>
/// One order driven through the Engine as the payment centre drives it: an event first asks the machine, and only what it
/// takes is posted. It keeps its own count of what really happened outside, which the tests compare with the books.
/// </summary>
internal sealed partial class OrderLife(Split split, Fen? deposit)
{
    private const string Id = "ORD1";
    private CashDue _cash = new(split.Cash, deposit);
    private int _serial;

    public OrderState State { get; private set; } = OrderState.Uploading;

    public OrderBooks Books { get; } = new();

    public Split Split => split;

    /// <summary>As 6301 shows it.</summary>
    public Split Shown => split.PaidDownBy(_cash.PaidDown);

    public CashDue Cash => _cash;

    /// <summary>What the channel took for this order and what it gave back of that as refund.</summary>
    public Fen CashTaken { get; private set; }

    public Fen CashGivenBack { get; private set; }

    /// <summary>Cash that came when none was due and lies with the channel until it is returned.</summary>
    public Fen CashAstray { get; private set; }

    public int SettlementsStanding { get; private set; }

    public int InsuranceGivenBack { get; private set; }

    /// <summary>How often the order came from owing to paid in full.</summary>
    public int TimesPaid { get; private set; }

    /// <summary>The core's answer to the settlement: whether cash is due follows from the amounts.</summary>
    public bool Settle()
    {
        var on = _cash.Due == Fen.Zero ? OrderEvent.SettledInFull : OrderEvent.SettledWithCashDue;
        if (!Happen(on)) return false;
        SettlementsStanding++;
        Post(OrderPostings.Settled(Id, Leg(), split, _cash));
        return true;
    }

    /// <summary>The channel reports cash; what the order does not take is astray and has to go back.</summary>
    public bool ReceiveCash()
    {
        if (_cash.Due == Fen.Zero) return false;
        if (Happen(OrderEvent.CashReceived)) CashTaken += _cash.Due;
        else CashAstray += _cash.Due;
        Post(OrderPostings.CashReceived(Id, Leg(), _cash.Due));
        return true;
    }

    /// <summary>The centre returns stray cash by itself; a closed order whose cash stays is marked for a human.</summary>
    public bool ReturnStrayCash(bool channelAgrees)
    {
        if (CashAstray == Fen.Zero || State is OrderState.CashReversalFailed) return false;
        if (!channelAgrees) return Happen(OrderEvent.CashReturnFailed);
        ClearStrayCash();
        return true;
    }

    public bool ReturnStrayCashByHand()
    {
        if (!Happen(OrderEvent.CashReturnedByHand)) return false;
        ClearStrayCash();
        return true;
    }

    public bool CancelSettlement()
    {
        if (!Happen(OrderEvent.SettlementCancelled)) return false;
        SettlementsStanding--;
        AtTheCore = Fen.Zero;
        Post(OrderPostings.Withdrawn(Id, Leg(), split, _cash));
        return true;
    }

    /// <summary>Any event that moves no money.</summary>
    public bool Happen(OrderEvent on)
    {
        if (OrderMachine.Next(State, on) is not { } next) return false;
        if (next.IsPaidInFull() && !State.IsPaidInFull()) TimesPaid++;
        State = next;
        return true;
    }

    private void ClearStrayCash()
    {
        Post(OrderPostings.CashReturned(Id, Leg(), CashAstray));
        CashAstray = Fen.Zero;
    }

    private string Leg() => $"leg{++_serial}";

    private void Post(LedgerEntry entry) => Books.Post(entry);
}
