using YbPay.Engine.Credit;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Engine.Tests.Life;

namespace YbPay.Engine.Tests.Stays;

/// <summary>One refund by HOS00004, or one leg of a discharge's surplus that has been done.</summary>
internal sealed record StayRefund(string Id, Fen Amount, CreditRefundState State);

/// <summary>One credit payment and everything outside that answers it: what an answer is, the number says.</summary>
internal sealed class StayPayment(string id, Fen amount, bool isDeposit, bool directClaim)
{
    public const string Insurer = "I1";

    private Fen _quote;

    public string Id { get; } = id;

    public Fen Amount { get; } = amount;

    public bool IsDeposit { get; } = isDeposit;

    public CreditPaymentState State { get; private set; } =
        CreditPaymentRules.Begin(amount, directClaim).Match(state => state, why => throw new InvalidOperationException($"{why}"));

    public CreditShares Shares { get; private set; }

    public DateTimeOffset PaidAt { get; private set; }

    /// <summary>What the insurer has settled for it and not taken back.</summary>
    public Fen ClaimStanding { get; private set; }

    /// <summary>How often the bank took the money.</summary>
    public int Charges { get; private set; }

    public List<StayRefund> Refunds { get; } = [];

    public Fen Refunded => Sum(CreditRefundState.Refunded);

    public Fen Refunding => Sum(CreditRefundState.Refunding);

    public bool Answer(int number, DateTimeOffset now, OrderBooks books) => State.Awaits() switch
    {
        CreditLeg.Quote => Quote(number),
        CreditLeg.SettleClaim => Settle(number, now, books),
        CreditLeg.Charge => Charge(number, now, books),
        CreditLeg.CancelClaim => CancelClaim(number, books),
        _ => false,
    };

    public bool UndoByHand(OrderBooks books) => Happen(CreditPaymentEvent.ClaimUndoneByHand) && ClaimGone("hand", books);

    /// <summary>An answer that comes once more, or that nobody asked for.</summary>
    public bool Happen(CreditPaymentEvent on)
    {
        if (CreditPaymentMachine.Next(State, on) is not { } next) return false;
        State = next;
        return true;
    }

    public void AddDone(string refundId, Fen amount, OrderBooks books)
    {
        books.Post(HuiminPostings.Refunded(Id, refundId, IsDeposit, Shares, Refunded, amount));
        Refunds.Add(new(refundId, amount, CreditRefundState.Refunded));
    }

    public bool AnswerRefund(int at, CreditRefundEvent on, OrderBooks books)
    {
        var refund = Refunds[at];
        if (CreditRefundMachine.Next(refund.State, on) is not { } next) return false;
        if (next is CreditRefundState.Refunded) books.Post(HuiminPostings.Refunded(Id, refund.Id, IsDeposit, Shares, Refunded, refund.Amount));
        Refunds[at] = refund with { State = next };
        return true;
    }

    private bool Quote(int number)
    {
        _quote = (number % 5) switch { 0 => Fen.Zero, 1 => Amount, 2 => Amount + new Fen(1), _ => new(number % (Amount.Value + 1)) };
        return Happen(CreditPaymentRules.Quoted(Amount, _quote).Match(on => on, _ => CreditPaymentEvent.NothingInsured));
    }

    private bool Settle(int number, DateTimeOffset now, OrderBooks books)
    {
        if (number % 6 == 0) return Happen(CreditPaymentEvent.ClaimRefused);
        var settled = number % 6 == 1 ? _quote + new Fen(number % 2 == 0 ? 1 : -1) : _quote;
        var on = CreditPaymentRules.Settled(Amount, _quote, settled);
        books.Post(HuiminPostings.ClaimSettled(Id, "settle", Insurer, settled));
        ClaimStanding = settled;
        if (on is CreditPaymentEvent.ClaimSettledInFull) (Shares, PaidAt) = (new(settled, Fen.Zero, Fen.Zero), now);
        return Happen(on);
    }

    private bool Charge(int number, DateTimeOffset now, OrderBooks books)
    {
        if (number % 7 == 0) return Happen(CreditPaymentEvent.BankRefused);
        var discount = number % 3 == 0 ? new Fen(number % ((Amount - ClaimStanding).Value + 1)) : Fen.Zero;
        Shares = CreditShares.Of(Amount, ClaimStanding, discount).Match(shares => shares, why => throw new InvalidOperationException($"{why}"));
        PaidAt = now;
        Charges++;
        books.Post(HuiminPostings.Paid(Id, "charge", IsDeposit, Shares));
        return Happen(CreditPaymentEvent.BankPaid);
    }

    private bool CancelClaim(int number, OrderBooks books) =>
        number % 4 == 0 ? Happen(CreditPaymentEvent.CancellationRefused) : Happen(CreditPaymentEvent.ClaimCancelled) && ClaimGone("cancel", books);

    private bool ClaimGone(string leg, OrderBooks books)
    {
        books.Post(HuiminPostings.ClaimCancelled(Id, leg, Insurer, ClaimStanding));
        ClaimStanding = Fen.Zero;
        return true;
    }

    private Fen Sum(CreditRefundState state) => Refunds.Where(one => one.State == state).Aggregate(Fen.Zero, (sum, one) => sum + one.Amount);
}
