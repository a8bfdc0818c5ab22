using YbPay.Engine.Credit;
using YbPay.Engine.Discharge;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Engine.Tests.Life;

namespace YbPay.Engine.Tests.Stays;

/// <summary>One discharge and everything outside that answers it, one step at a time.</summary>
internal sealed class StayDischarge(string id, DischargeSums sums, Deposit[] deposits, IReadOnlyDictionary<string, StayPayment> payments)
{
    private int _cancellations;

    public string Id { get; } = id;

    public DischargeWork Work { get; private set; } = new(DischargeMachine.Begin(sums), sums, deposits, [], 0);

    /// <summary>What the insurer has settled for it and not taken back.</summary>
    public Fen ClaimStanding { get; private set; }

    /// <summary>Its deposits are booked as the hospital's.</summary>
    public bool IsBooked { get; private set; }

    public bool Holds(string queryId) => Work.State.Hold() is not DepositHold.Free && Work.Deposits.Any(one => one.QueryId == queryId);

    /// <summary>The next step and, where it asks outside, what <paramref name="number"/> says was answered.</summary>
    public bool Step(int number, OrderBooks books) => DischargeStep.Of(Work) switch
    {
        DischargeStep.SettleClaim step => Settle(number, step.Amount, books),
        DischargeStep.Refund step => Write(step.Refunds),
        DischargeStep.Await => AnswerRefund(number, books),
        DischargeStep.CancelClaim => CancelClaim(number, books),
        DischargeStep.Happen step => Happen(step.On, books),
        _ => false,
    };

    public bool Resume(OrderBooks books)
    {
        if (!Happen(DischargeEvent.Resumed, books)) return false;
        Work = Work with { Round = Work.Round + 1 };
        return true;
    }

    public bool Cancel(OrderBooks books) => Happen(DischargeStep.Cancellation(Work.Sums), books);

    public bool UndoByHand(OrderBooks books) => Happen(DischargeEvent.ClaimUndoneByHand, books) && ClaimGone("hand", books);

    public bool PayOutByHand(OrderBooks books) => Happen(DischargeEvent.SurplusPaidOutByHand, books);

    /// <summary>What the machine takes, with the entries that belong to it.</summary>
    public bool Happen(DischargeEvent on, OrderBooks books)
    {
        if (DischargeMachine.Next(Work.State, on) is not { } next) return false;
        Work = Work with { State = next };
        Book(books);
        return true;
    }

    /// <summary>Deposits are the hospital's while the discharge stands.</summary>
    public void Book(OrderBooks books)
    {
        var used = Work.Deposits.Aggregate(Fen.Zero, (sum, one) => sum + Work.UsedOf(one));
        var stands = Work.State.Hold() is DepositHold.Used;
        if (stands && !IsBooked) books.Post(HuiminPostings.Discharged(Id, used));
        if (!stands && IsBooked) books.Post(HuiminPostings.DischargeCancelled(Id, used));
        IsBooked = stands;
    }

    private bool Settle(int number, Fen asked, OrderBooks books)
    {
        if (number % 6 == 0) return Happen(DischargeEvent.ClaimRefused, books);
        var settled = number % 6 == 1 ? asked + new Fen(number % 2 == 0 ? 1 : -1) : asked;
        books.Post(HuiminPostings.ClaimSettled(Id, "settle", StayPayment.Insurer, settled));
        ClaimStanding = settled;
        return Happen(DischargeStep.Settled(Work.Sums, settled), books);
    }

    private bool Write(IReadOnlyList<SurplusRefund> refunds)
    {
        Work = Work with { Refunds = [.. Work.Refunds, .. refunds.Select(one => new RefundLeg(one, Work.Round, LegEnd.Open))] };
        return true;
    }

    /// <summary>One open leg is found out about; which one and how it ended, the number says.</summary>
    private bool AnswerRefund(int number, OrderBooks books)
    {
        var open = Work.Refunds.Index().Where(leg => leg.Item.End is LegEnd.Open).ToArray();
        var (at, leg) = open[number % open.Length];
        var end = number / open.Length % 3 == 0 ? LegEnd.Refused : LegEnd.Done;
        if (end is LegEnd.Done) payments[leg.Refund.QueryId].AddDone($"{Id}-{at}", leg.Refund.Amount, books);
        Work = Work with { Refunds = [.. Work.Refunds.Select((one, i) => i == at ? one with { End = end } : one)] };
        return true;
    }

    private bool CancelClaim(int number, OrderBooks books)
    {
        var (agrees, undoing) = (number % 4 != 0, Work.State is DischargeState.Undoing);
        if (!agrees) return Happen(undoing ? DischargeEvent.UndoingRefused : DischargeEvent.CancellationRefused, books);
        return Happen(undoing ? DischargeEvent.ClaimUndone : DischargeEvent.ClaimCancelled, books) && ClaimGone($"cancel{_cancellations++}", books);
    }

    private bool ClaimGone(string leg, OrderBooks books)
    {
        books.Post(HuiminPostings.ClaimCancelled(Id, leg, StayPayment.Insurer, ClaimStanding));
        ClaimStanding = Fen.Zero;
        return true;
    }
}
