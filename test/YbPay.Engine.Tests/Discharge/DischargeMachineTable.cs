using System.Globalization;
using System.Text;
using YbPay.Engine.Credit;
using YbPay.Engine.Discharge;
using YbPay.Engine.Tests.Orders;

namespace YbPay.Engine.Tests.Discharge;

/// <summary>docs/reference/discharge-machine.md is the machine, printed.</summary>
public class DischargeMachineTable
{
    private static readonly DischargeState[] States = Enum.GetValues<DischargeState>();
    private static readonly DischargeEvent[] Events = Enum.GetValues<DischargeEvent>();
    private static readonly DischargeState[] Beginnings = [DischargeState.SettlingClaim, DischargeState.Refunding, DischargeState.Settled];

    [Fact]
    public void The_printed_table_is_the_machine()
    {
        var page = new StringBuilder();
        page.Append("""
            # The life of a discharge

            Made by a test from `DischargeMachine`. An event that a state does not list is refused (—): nothing happens, and the caller is told.
            A discharge begins as SettlingClaim when an insurer pays a part, else as Refunding when a surplus goes back, else as Settled. One whose
            deposits do not cover what is due (5501) does not begin. Several states share one orderStatus where the difference is the platform's own business.

            ## States

            | orderStatus | State | Its deposits are | What it means |
            |---|---|---|---|

            """);
        foreach (var (state, meaning) in DocComments.Of<DischargeState>())
            page.Append(CultureInfo.InvariantCulture, $"| {Named(state)} | {state.Hold()} | {meaning[..meaning.LastIndexOf(" orderStatus", StringComparison.Ordinal)]} |\n");
        MachinePage.AppendEvents<DischargeEvent>(page);
        page.Append("\n## State and event\n\n| orderStatus | State | Event | orderStatus | Next |\n|---|---|---|---|---|\n");
        MachinePage.AppendTransitions<DischargeState, DischargeEvent>(page, States, (state, on) => DischargeMachine.Next(state, on), Named);

        Golden.Check(page.ToString(), "docs", "reference", "discharge-machine.md");
    }

    [Fact]
    public void Each_summary_states_the_number_that_goes_over_the_wire()
    {
        foreach (var (state, meaning) in DocComments.Of<DischargeState>()) meaning.ShouldEndWith($" orderStatus {state.ToOrderStatus()}.");
    }

    [Fact]
    public void Every_state_and_every_printed_number_is_reachable()
    {
        Reachable(Beginnings).ShouldBe(States, ignoreOrder: true);
        States.Select(state => state.ToOrderStatus()).Distinct().ShouldBe(["31", "32", "33", "41", "42", "43"], ignoreOrder: true);
    }

    [Fact]
    public void Once_used_up_deposits_come_free_by_a_cancellation_only()
    {
        foreach (var state in States.Where(state => state.Hold() is DepositHold.Used))
            foreach (var on in Events)
                if (DischargeMachine.Next(state, on) is { } next && next.Hold() is DepositHold.Free)
                    on.ShouldBeOneOf(DischargeEvent.ClaimCancelled, DischargeEvent.CancelledAtOnce);
    }

    [Fact]
    public void Free_deposits_are_never_taken_again_by_the_same_discharge()
    {
        foreach (var state in States.Where(state => state.Hold() is DepositHold.Free)) Reachable([state]).ShouldAllBe(next => next.Hold() == DepositHold.Free);
    }

    [Fact]
    public void Once_refunds_have_begun_no_claim_is_settled_any_more()
    {
        DischargeEvent[] settling = [DischargeEvent.ClaimSettledSurplusLeft, DischargeEvent.ClaimSettledNothingLeft, DischargeEvent.ClaimSettledOtherwise];
        foreach (var state in Reachable([DischargeState.Refunding]))
            foreach (var on in settling) DischargeMachine.Next(state, on).ShouldBeNull($"{state} takes {on}");
    }

    [Fact]
    public void A_discharge_whose_cancellation_was_refused_answers_for_itself_that_it_is_settled()
    {
        DischargeState.CancelFailed.ToOrderStatus().ShouldBe("43");
        DischargeState.CancelFailed.OfDischarge().ShouldBe("32");
        foreach (var state in States.Where(state => state is not DischargeState.CancelFailed)) state.OfDischarge().ShouldBe(state.ToOrderStatus());
    }

    private static HashSet<DischargeState> Reachable(IEnumerable<DischargeState> from) =>
        MachinePage.Reachable<DischargeState, DischargeEvent>(from, (state, on) => DischargeMachine.Next(state, on));

    private static string Named(DischargeState state) => $"{state.ToOrderStatus()} | {state}";
}
