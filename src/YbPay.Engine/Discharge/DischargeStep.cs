using YbPay.Engine.Money;

namespace YbPay.Engine.Discharge;

/// <summary>What a leg has come to, as far as a decision needs it.</summary>
public enum LegEnd
{
    /// <summary>Written down, sent or unknown: nothing may follow on it.</summary>
    Open,

    /// <summary>Done outside.</summary>
    Done,

    /// <summary>Refused outside: no effect.</summary>
    Refused,
}

/// <summary>One refund leg of a discharge.</summary>
/// <param name="Round">0 for the refunds made first, one more each time the hospital has sent the order again.</param>
public sealed record RefundLeg(SurplusRefund Refund, int Round, LegEnd End);

/// <summary>A discharge as it stands.</summary>
/// <param name="Deposits">As they were when it began.</param>
/// <param name="Refunds">All its refund legs, of every round.</param>
/// <param name="Round">How often the order was resumed.</param>
public sealed record DischargeWork(DischargeState State, DischargeSums Sums, IReadOnlyList<Deposit> Deposits, IReadOnlyList<RefundLeg> Refunds, int Round)
{
    /// <summary>What has gone back of one deposit by this discharge.</summary>
    public Fen RefundedOf(string queryId) => Sum(queryId, LegEnd.Done);

    /// <summary>What of one deposit pays the stay in the end, or would if nothing more went back.</summary>
    public Fen UsedOf(Deposit deposit) => deposit.Left - RefundedOf(deposit.QueryId);

    /// <summary>The surplus that has not gone back.</summary>
    public Fen SurplusLeft => Sums.Refund - Sum(null, LegEnd.Done);

    private Fen Sum(string? queryId, LegEnd end) => Refunds.Where(leg => leg.End == end && (queryId is null || leg.Refund.QueryId == queryId))
        .Aggregate(Fen.Zero, (sum, leg) => sum + leg.Refund.Amount);
}

/// <summary>What is to be done next for a discharge.</summary>
public abstract record DischargeStep
{
    private DischargeStep()
    {
    }

    /// <summary>The leg insurer.settle: ask, or ask again under the same number.</summary>
    public sealed record SettleClaim(Fen Amount) : DischargeStep;

    /// <summary>Write these refund legs down in the current round, and send them.</summary>
    public sealed record Refund(IReadOnlyList<SurplusRefund> Refunds) : DischargeStep;

    /// <summary>The leg insurer.cancel: ask, or ask again under the same number.</summary>
    public sealed record CancelClaim : DischargeStep;

    /// <summary>Let this happen to the discharge: everything it stands for has been answered.</summary>
    public sealed record Happen(DischargeEvent On) : DischargeStep;

    /// <summary>Refund legs are open: find out about them first.</summary>
    public sealed record Await : DischargeStep;

    /// <summary>Nothing by itself; what may come is the hospital's or a human's to begin.</summary>
    public sealed record Rest : DischargeStep;

    /// <summary>
    /// The next step, from what is known. Asked after every answer and after every start, it gives the same step until something has changed, so that a
    /// process that died between two steps goes on where it stood.
    /// </summary>
    public static DischargeStep Of(DischargeWork work) => work.State switch
    {
        DischargeState.SettlingClaim => new SettleClaim(work.Sums.Budget),
        DischargeState.Refunding => OfRefunds(work),
        DischargeState.Undoing or DischargeState.Cancelling => new CancelClaim(),
        DischargeState.UndoRefused or DischargeState.RefundRefused => new Rest(),
        DischargeState.Settled or DischargeState.SettledByHand or DischargeState.Failed or DischargeState.Cancelled or DischargeState.CancelFailed => new Rest(),
    };

    /// <summary>What the insurer's settlement of a discharge means.</summary>
    public static DischargeEvent Settled(DischargeSums sums, Fen settled) =>
        settled != sums.Budget ? DischargeEvent.ClaimSettledOtherwise
        : sums.Refund != Fen.Zero ? DischargeEvent.ClaimSettledSurplusLeft
        : DischargeEvent.ClaimSettledNothingLeft;

    /// <summary>How HOS00015 begins.</summary>
    public static DischargeEvent Cancellation(DischargeSums sums) =>
        sums.Budget != Fen.Zero ? DischargeEvent.CancellationStarted : DischargeEvent.CancelledAtOnce;

    private static DischargeStep OfRefunds(DischargeWork work)
    {
        if (work.SurplusLeft == Fen.Zero) return new Happen(DischargeEvent.SurplusReturned);
        if (work.Refunds.Any(leg => leg.End is LegEnd.Open)) return new Await();
        if (work.Refunds.Any(leg => leg.Round == work.Round)) return new Happen(DischargeEvent.RefundsRefused);
        return new Refund(SurplusPlan.Of(work.Deposits.Select(one => one with { Refunded = one.Refunded + work.RefundedOf(one.QueryId) }), work.SurplusLeft));
    }
}
