using System.Globalization;
using System.Text;
using YbPay.Engine.Orders;

namespace YbPay.Engine.Tests.Orders;

/// <summary>docs/reference/order-machine.md is the machine, printed: who changes one sees the other in the review.</summary>
public class OrderMachineTable
{
    private static readonly OrderState[] States = Enum.GetValues<OrderState>();
    private static readonly OrderEvent[] Events = Enum.GetValues<OrderEvent>();

    [Fact]
    public void The_printed_table_is_the_machine()
    {
        var page = new StringBuilder();
        page.Append("""
            # The life of an order

            Made by a test from `OrderMachine`, the only place where an order's state changes. An event that a state
            does not list is refused (—): nothing happens, and the caller is told. Several states share one ordStas where
            the difference is the payment centre's own business.

            ## States

            | ordStas | 名称 | State | Paid in full | Amounts known | What it means |
            |---|---|---|---|---|---|

            """);
        var meanings = DocComments.Of<OrderState>();
        foreach (var state in States)
            page.Append(CultureInfo.InvariantCulture, $"| {Named(state)} | {YesNo(state.IsPaidInFull())} | {YesNo(state.AmountsKnown())} | {Meaning(meanings[state])} |\n");

        page.Append("\n## Events\n\n| Event | What happened |\n|---|---|\n");
        foreach (var (on, meaning) in DocComments.Of<OrderEvent>()) page.Append(CultureInfo.InvariantCulture, $"| {on} | {meaning} |\n");

        page.Append("\n## State and event\n\n| ordStas | 名称 | State | Event | Next | ordStas |\n|---|---|---|---|---|---|\n");
        foreach (var state in States) AppendRows(page, state);

        Golden.Check(page.ToString(), "docs", "reference", "order-machine.md");
    }

    [Fact]
    public void Each_summary_states_the_number_that_goes_over_the_wire()
    {
        foreach (var (state, meaning) in DocComments.Of<OrderState>()) meaning.ShouldEndWith($" ordStas {state.ToOrdStas()}.");
    }

    private static void AppendRows(StringBuilder page, OrderState state)
    {
        foreach (var on in Events)
            if (OrderMachine.Next(state, on) is { } next)
                page.Append(CultureInfo.InvariantCulture, $"| {Named(state)} | {on} | {next} | {next.ToOrdStas()} |\n");
        var refused = Events.Count(on => OrderMachine.Next(state, on) is null);
        var rest = refused == Events.Length ? "every event" : $"each of the other {refused}";
        page.Append(CultureInfo.InvariantCulture, $"| {Named(state)} | {rest} | — | — |\n");
    }

    private static string Named(OrderState state) => $"{state.ToOrdStas()} | {OrdStasNames.All[state.ToOrdStas()]} | {state}";

    private static string YesNo(bool yes) => yes ? "yes" : "";

    private static string Meaning(string summary) => summary[..summary.LastIndexOf(" ordStas", StringComparison.Ordinal)];
}
