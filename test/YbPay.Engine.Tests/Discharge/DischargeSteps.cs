using YbPay.Engine.Discharge;
using YbPay.Engine.Money;

namespace YbPay.Engine.Tests.Discharge;

/// <summary>What is to be done next. Two deposits of 10.00, of which 12.00 are too much: 10.00 of CP2 and 2.00 of CP1 go back.</summary>
public class DischargeSteps
{
    private static readonly Deposit[] Deposits = [new("CP1", At(1), new(1000), Fen.Zero), new("CP2", At(2), new(1000), Fen.Zero)];
    private static readonly DischargeSums Insured = Sums(5000, 3700, 500);
    private static readonly DischargeSums Plain = Sums(5000, 4200, 0);

    [Fact]
    public void It_begins_with_the_insurer_then_the_surplus_then_at_its_end()
    {
        DischargeMachine.Begin(Insured).ShouldBe(DischargeState.SettlingClaim);
        DischargeMachine.Begin(Plain).ShouldBe(DischargeState.Refunding);
        DischargeMachine.Begin(Sums(5000, 3000, 0)).ShouldBe(DischargeState.Settled);
        Should.Throw<ArgumentException>(() => DischargeMachine.Begin(Sums(5000, 2999, 0)));
    }

    [Fact]
    public void The_insurer_is_asked_for_the_budget_and_answers_one_event()
    {
        DischargeStep.Of(Work(DischargeState.SettlingClaim, Insured)).ShouldBe(new DischargeStep.SettleClaim(new(500)));
        DischargeStep.Settled(Insured, new(500)).ShouldBe(DischargeEvent.ClaimSettledSurplusLeft);
        DischargeStep.Settled(Sums(5000, 2500, 500), new(500)).ShouldBe(DischargeEvent.ClaimSettledNothingLeft);
        DischargeStep.Settled(Insured, new(499)).ShouldBe(DischargeEvent.ClaimSettledOtherwise);
        DischargeStep.Settled(Insured, new(501)).ShouldBe(DischargeEvent.ClaimSettledOtherwise);
    }

    [Fact]
    public void A_cancellation_asks_the_insurer_only_where_one_has_paid()
    {
        DischargeStep.Cancellation(Insured).ShouldBe(DischargeEvent.CancellationStarted);
        DischargeStep.Cancellation(Plain).ShouldBe(DischargeEvent.CancelledAtOnce);
        DischargeStep.Of(Work(DischargeState.Cancelling, Insured)).ShouldBe(new DischargeStep.CancelClaim());
        DischargeStep.Of(Work(DischargeState.Undoing, Insured)).ShouldBe(new DischargeStep.CancelClaim());
    }

    [Fact]
    public void The_surplus_goes_back_as_planned() => Refunds(Work(DischargeState.Refunding, Plain)).ShouldBe("CP2:10.00 CP1:2.00");

    [Fact]
    public void While_a_refund_is_open_nothing_follows_whatever_the_others_say()
    {
        foreach (var end in Enum.GetValues<LegEnd>())
            DischargeStep.Of(Work(DischargeState.Refunding, Plain, Leg("CP2", 1000, end), Leg("CP1", 200, LegEnd.Open))).ShouldBe(new DischargeStep.Await());
    }

    [Fact]
    public void All_back_is_the_end() => DischargeStep.Of(Work(DischargeState.Refunding, Plain, Leg("CP2", 1000, LegEnd.Done), Leg("CP1", 200, LegEnd.Done)))
        .ShouldBe(new DischargeStep.Happen(DischargeEvent.SurplusReturned));

    [Fact]
    public void One_refusal_among_the_answers_is_5502() => DischargeStep.Of(Work(DischargeState.Refunding, Plain, Leg("CP2", 1000, LegEnd.Refused), Leg("CP1", 200, LegEnd.Done)))
        .ShouldBe(new DischargeStep.Happen(DischargeEvent.RefundsRefused));

    [Fact]
    public void The_same_order_again_asks_for_what_was_refused_and_for_nothing_else()
    {
        var legs = new[] { Leg("CP2", 1000, LegEnd.Refused), Leg("CP1", 200, LegEnd.Done) };
        var resumed = Work(DischargeState.Refunding, Plain, legs) with { Round = 1 };
        Refunds(resumed).ShouldBe("CP2:10.00");
        var done = resumed with { Refunds = [.. legs, new RefundLeg(new("CP2", new(1000)), 1, LegEnd.Done)] };
        DischargeStep.Of(done).ShouldBe(new DischargeStep.Happen(DischargeEvent.SurplusReturned));
        Deposits.Select(done.UsedOf).ShouldBe([new Fen(800), Fen.Zero]);
    }

    [Fact]
    public void An_ended_discharge_and_one_that_waits_for_people_rest()
    {
        foreach (var state in Enum.GetValues<DischargeState>())
        {
            var rests = DischargeStep.Of(Work(state, Insured)) is DischargeStep.Rest;
            rests.ShouldBe(state is not (DischargeState.SettlingClaim or DischargeState.Refunding or DischargeState.Undoing or DischargeState.Cancelling), $"{state}");
        }
    }

    private static string Refunds(DischargeWork work) => DischargeStep.Of(work) is DischargeStep.Refund step
        ? string.Join(' ', step.Refunds.Select(one => $"{one.QueryId}:{one.Amount}"))
        : DischargeStep.Of(work).ToString();

    private static DischargeWork Work(DischargeState state, DischargeSums sums, params RefundLeg[] legs) => new(state, sums, Deposits, legs, 0);

    private static RefundLeg Leg(string id, long fen, LegEnd end) => new(new(id, new(fen)), 0, end);

    private static DischargeSums Sums(long total, long nonCredit, long budget) =>
        DischargeSums.Of(new(total), new(nonCredit), new(budget), Deposits).Match(sums => sums, why => throw new InvalidOperationException($"{why}"));

    private static DateTimeOffset At(int day) => new(2026, 3, day, 9, 0, 0, TimeSpan.FromHours(8));
}
