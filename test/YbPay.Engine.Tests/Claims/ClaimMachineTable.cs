using System.Globalization;
using System.Text;
using YbPay.Engine.Claims;
using YbPay.Engine.Tests.Orders;

namespace YbPay.Engine.Tests.Claims;

/// <summary>docs/reference/claim-machine.md is the machine, printed for each kind of case.</summary>
public class ClaimMachineTable
{
    /// <summary>As a case goes, which is not as the numbers go.</summary>
    private static readonly ClaimState[] States =
    [
        ClaimState.Applied, ClaimState.HospitalReported, ClaimState.InsurerDeclared, ClaimState.FeesUploaded, ClaimState.Assessed, ClaimState.Settled,
        ClaimState.Paid, ClaimState.Approved, ClaimState.Granted, ClaimState.Refused, ClaimState.Closed, ClaimState.Withdrawn,
    ];

    [Fact]
    public void The_printed_table_is_the_machine()
    {
        var page = new StringBuilder();
        page.Append("""
            # The life of a case

            Made by a test from `ClaimMachine`. An event that a state does not list is refused (—): nothing happens, and the caller is told.
            A visit without a case has claimNode 0. Insurers are asked from time to time: a case walks through the stages that were missed.

            ## States

            | claimStatus | claimNode | State | Takes documents | What it means |
            |---|---|---|---|---|

            """);
        var meanings = DocComments.Of<ClaimState>();
        foreach (var state in States)
            page.Append(CultureInfo.InvariantCulture, $"| {state.ToClaimStatus() ?? "—"} | {state.ToClaimNode()} | {state} | {(state.TakesDocuments() ? "yes" : "")} | {meanings[state]} |\n");
        MachinePage.AppendEvents<ClaimEvent>(page);

        page.Append("\n## Documents before the hospital reports\n\n| Kind | claimType | Needed | May be sent |\n|---|---|---|---|\n");
        foreach (var kind in Enum.GetValues<ClaimKind>())
        {
            var needed = ClaimDocuments.Needed(kind);
            page.Append(CultureInfo.InvariantCulture,
                $"| {kind} | {kind.ToClaimType()} | {Interfaces(needed)} | {Interfaces(Enum.GetValues<DocumentKind>().Except(needed))} |\n");
        }

        foreach (var kind in Enum.GetValues<ClaimKind>())
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {kind} cases\n\n| claimNode | State | Event | claimNode | Next |\n|---|---|---|---|---|\n");
            var reached = Reachable(kind, ClaimState.Applied);
            MachinePage.AppendTransitions<ClaimState, ClaimEvent>(page, States.Where(reached.Contains), (state, on) => ClaimMachine.Next(kind, state, on), Named);
        }

        Golden.Check(page.ToString(), "docs", "reference", "claim-machine.md");
    }

    [Fact]
    public void Every_state_belongs_to_some_kind_and_the_relief_funds_own_to_no_other()
    {
        States.ShouldBe(Enum.GetValues<ClaimState>(), ignoreOrder: true);
        Enum.GetValues<ClaimKind>().SelectMany(kind => Reachable(kind, ClaimState.Applied)).Distinct().ShouldBe(States, ignoreOrder: true);
        foreach (var kind in (ClaimKind[])[ClaimKind.Direct, ClaimKind.Fast])
            Reachable(kind, ClaimState.Applied).ShouldAllBe(state => state != ClaimState.Approved && state != ClaimState.Granted);
    }

    [Fact]
    public void The_printed_statuses_and_nodes_are_all_there_are()
    {
        States.Select(state => state.ToClaimStatus()).OfType<string>().ShouldBe(["0", "1", "2", "3", "5", "61", "62", "71", "72", "9"], ignoreOrder: true);
        States.Select(state => state.ToClaimNode()).Append(ClaimStates.NoCase).Distinct().ShouldBe(["0", "1", "2", "3", "4", "9", "11", "12"], ignoreOrder: true);
        foreach (var state in States.Where(state => state.ToClaimStatus() is not null)) $"{(int)state}".ShouldBe(state.ToClaimStatus());
    }

    [Theory]
    [InlineData(ClaimKind.Direct)]
    [InlineData(ClaimKind.Fast)]
    [InlineData(ClaimKind.Relief)]
    public void A_case_is_withdrawn_until_something_is_decided_and_never_comes_back(ClaimKind kind)
    {
        ClaimState[] open = [ClaimState.Applied, ClaimState.HospitalReported, ClaimState.InsurerDeclared, ClaimState.FeesUploaded, ClaimState.Assessed];
        foreach (var state in Reachable(kind, ClaimState.Applied))
            (ClaimMachine.Next(kind, state, ClaimEvent.Withdrawn) is ClaimState.Withdrawn).ShouldBe(open.Contains(state), $"{kind} {state}");
        Reachable(kind, ClaimState.Withdrawn).ShouldBe([ClaimState.Withdrawn]);
    }

    [Theory]
    [InlineData(ClaimKind.Fast)]
    [InlineData(ClaimKind.Relief)]
    public void Nothing_leads_from_a_decision_to_its_opposite(ClaimKind kind)
    {
        Reachable(kind, ClaimState.Refused).ShouldBe([ClaimState.Refused, ClaimState.Closed], ignoreOrder: true);
        foreach (var paid in (ClaimState[])[ClaimState.Paid, ClaimState.Granted, ClaimState.Closed]) Reachable(kind, paid).ShouldNotContain(ClaimState.Refused);
    }

    [Fact]
    public void Documents_are_taken_at_the_beginning_only_and_no_path_leads_back_there()
    {
        States.Where(state => state.TakesDocuments()).ShouldBe([ClaimState.Applied]);
        foreach (var kind in Enum.GetValues<ClaimKind>())
            foreach (var state in States.Where(state => state is not ClaimState.Applied)) Reachable(kind, state).ShouldNotContain(ClaimState.Applied);
    }

    private static HashSet<ClaimState> Reachable(ClaimKind kind, ClaimState from) =>
        MachinePage.Reachable<ClaimState, ClaimEvent>([from], (state, on) => ClaimMachine.Next(kind, state, on));

    private static string Interfaces(IEnumerable<DocumentKind> documents) => string.Join(", ", documents.Select(one => $"HOS{(int)one:D5}"));

    private static string Named(ClaimState state) => $"{state.ToClaimNode()} | {state}";
}
