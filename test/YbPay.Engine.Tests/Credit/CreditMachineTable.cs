using System.Globalization;
using System.Text;
using YbPay.Engine.Credit;
using YbPay.Engine.Tests.Orders;

namespace YbPay.Engine.Tests.Credit;

/// <summary>docs/reference/credit-machine.md is the two machines, printed.</summary>
public class CreditMachineTable
{
    private static readonly CreditPaymentState[] States = Enum.GetValues<CreditPaymentState>();

    [Fact]
    public void The_printed_table_is_the_machine()
    {
        var page = new StringBuilder();
        page.Append("""
            # The life of a credit payment and of its refunds

            Made by a test from `CreditPaymentMachine` and `CreditRefundMachine`. An event that a state does not list is refused (—): nothing
            happens, and the caller is told. With a direct claim the insurer goes first, then the bank. A payment of nothing begins as Paid.

            ## States of a payment

            | orderStatus | State | Waits for | What it means |
            |---|---|---|---|

            """);
        foreach (var (state, meaning) in DocComments.Of<CreditPaymentState>())
            page.Append(CultureInfo.InvariantCulture, $"| {Named(state)} | {state.Awaits()} | {Meaning(meaning)} |\n");
        MachinePage.AppendEvents<CreditPaymentEvent>(page);
        page.Append("\n## State and event\n\n| orderStatus | State | Event | orderStatus | Next |\n|---|---|---|---|---|\n");
        MachinePage.AppendTransitions<CreditPaymentState, CreditPaymentEvent>(page, States, (state, on) => CreditPaymentMachine.Next(state, on), Named);

        page.Append("\n## States of a refund\n\n| orderStatus | State | What it means |\n|---|---|---|\n");
        foreach (var (state, meaning) in DocComments.Of<CreditRefundState>())
            page.Append(CultureInfo.InvariantCulture, $"| {state.ToOrderStatus()} | {state} | {Meaning(meaning)} |\n");
        page.Append("\n## State and event of a refund\n\n| orderStatus | State | Event | orderStatus | Next |\n|---|---|---|---|---|\n");
        MachinePage.AppendTransitions<CreditRefundState, CreditRefundEvent>(
            page, Enum.GetValues<CreditRefundState>(), (state, on) => CreditRefundMachine.Next(state, on), state => $"{state.ToOrderStatus()} | {state}");

        Golden.Check(page.ToString(), "docs", "reference", "credit-machine.md");
    }

    [Fact]
    public void Each_summary_states_the_number_that_goes_over_the_wire()
    {
        foreach (var (state, meaning) in DocComments.Of<CreditPaymentState>()) meaning.ShouldEndWith($" orderStatus {state.ToOrderStatus()}.");
        foreach (var (state, meaning) in DocComments.Of<CreditRefundState>()) meaning.ShouldEndWith($" orderStatus {state.ToOrderStatus()}.");
    }

    [Fact]
    public void Every_state_is_reached_with_a_direct_claim_and_none_beside_the_banks_without()
    {
        Reachable(CreditPaymentState.QuotingClaim).ShouldBe(States, ignoreOrder: true);
        Reachable(CreditPaymentState.Paying).ShouldBe([CreditPaymentState.Paying, CreditPaymentState.Paid, CreditPaymentState.Failed], ignoreOrder: true);
    }

    [Fact]
    public void A_payment_ends_paid_or_failed_and_is_then_final()
    {
        foreach (var state in States)
        {
            var final = Enum.GetValues<CreditPaymentEvent>().All(on => CreditPaymentMachine.Next(state, on) is null);
            final.ShouldBe(state is CreditPaymentState.Paid or CreditPaymentState.Failed, $"{state}");
            Reachable(state).Overlaps([CreditPaymentState.Paid, CreditPaymentState.Failed]).ShouldBeTrue($"{state} leads nowhere");
        }
    }

    [Fact]
    public void A_state_that_waits_for_a_leg_refuses_the_answers_of_every_other()
    {
        foreach (var state in States)
            foreach (var on in Enum.GetValues<CreditPaymentEvent>())
                if (CreditPaymentMachine.Next(state, on) is not null) state.Awaits().ShouldBe(LegOf(on), $"{state} takes {on}");
    }

    private static CreditLeg? LegOf(CreditPaymentEvent on) => on switch
    {
        CreditPaymentEvent.ClaimQuoted or CreditPaymentEvent.NothingInsured or CreditPaymentEvent.QuoteUnanswered => CreditLeg.Quote,
        CreditPaymentEvent.ClaimSettled or CreditPaymentEvent.ClaimSettledInFull or CreditPaymentEvent.ClaimSettledOtherwise or CreditPaymentEvent.ClaimRefused => CreditLeg.SettleClaim,
        CreditPaymentEvent.BankPaid or CreditPaymentEvent.BankRefused => CreditLeg.Charge,
        CreditPaymentEvent.ClaimCancelled or CreditPaymentEvent.CancellationRefused => CreditLeg.CancelClaim,
        CreditPaymentEvent.ClaimUndoneByHand => null,
    };

    private static HashSet<CreditPaymentState> Reachable(CreditPaymentState from) =>
        MachinePage.Reachable<CreditPaymentState, CreditPaymentEvent>([from], (state, on) => CreditPaymentMachine.Next(state, on));

    private static string Named(CreditPaymentState state) => $"{state.ToOrderStatus()} | {state}";

    private static string Meaning(string summary) => summary[..summary.LastIndexOf(" orderStatus", StringComparison.Ordinal)];
}
