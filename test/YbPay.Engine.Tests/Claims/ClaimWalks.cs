using YbPay.Engine.Claims;

namespace YbPay.Engine.Tests.Claims;

/// <summary>What a case makes of what an insurer says, however seldom it is asked.</summary>
public class ClaimWalks
{
    public static TheoryData<string> Reports => TextTable.Rows("""
        # kind from             stage     | the walk, "nothing" for old news, or why not
        Fast   HospitalReported Received  | nothing
        Fast   HospitalReported Declared  | InsurerDeclared
        Fast   HospitalReported Paid      | InsurerDeclared FeesUploaded Assessed Settled Paid
        Fast   InsurerDeclared  Assessed  | FeesUploaded Assessed
        Fast   Assessed         Paid      | Settled Paid
        Fast   Assessed         Declared  | nothing
        Fast   Paid             Received  | nothing
        Fast   Closed           Paid      | nothing
        Fast   Closed           Refused   | nothing
        Fast   HospitalReported Refused   | Refused
        Fast   Settled          Refused   | Refused
        Fast   Paid             Refused   | StageImpossible
        Fast   Refused          Paid      | StageImpossible
        Fast   Refused          Declared  | nothing
        Fast   Applied          Received  | StageImpossible    # it cannot have what nobody has reported
        Fast   Applied          Paid      | StageImpossible
        Fast   HospitalReported Approved  | StageImpossible
        Fast   FeesUploaded     Withdrawn | Withdrawn
        Fast   Settled          Withdrawn | StageImpossible
        Fast   Closed           Withdrawn | StageImpossible
        Fast   Withdrawn        Withdrawn | nothing
        Fast   Withdrawn        Paid      | Withdrawn!         # refused: it stays withdrawn
        Relief HospitalReported Granted   | InsurerDeclared Approved Granted
        Relief InsurerDeclared  Approved  | Approved
        Relief Approved         Granted   | Granted
        Relief Approved         Declared  | nothing
        Relief Granted          Approved  | nothing
        Relief Approved         Refused   | Refused
        Relief Granted          Refused   | StageImpossible
        Relief HospitalReported Paid      | StageImpossible
        Relief Approved         Withdrawn | StageImpossible
        Direct HospitalReported Assessed  | Assessed
        Direct Assessed         Paid      | Settled Paid
        Direct Applied          Assessed  | StageImpossible
        Direct Settled          Declared  | StageImpossible    # a direct claim has no such stage
        """);

    [Theory, MemberData(nameof(Reports))]
    public void A_report_is_walked_to_ignored_or_refused(string row)
    {
        var cells = TextTable.Cells(row);
        var (kind, from) = (Enum.Parse<ClaimKind>(cells[0]), Enum.Parse<ClaimState>(cells[1]));
        Told(ClaimWalk.To(kind, from, Enum.Parse<InsurerStage>(cells[2]))).ShouldBe(string.Join(' ', cells[3..]));
    }

    [Fact]
    public void Every_walk_is_what_the_machine_allows_and_ends_where_the_insurer_is()
    {
        var walks = 0;
        foreach (var kind in Enum.GetValues<ClaimKind>())
            foreach (var from in Enum.GetValues<ClaimState>())
                foreach (var stage in Enum.GetValues<InsurerStage>())
                {
                    if (ClaimWalk.To(kind, from, stage) is not Verdict<ClaimStep[], ClaimRefusal>.Ok { Value: { Length: > 0 } steps }) continue;
                    walks++;
                    var state = from;
                    foreach (var (on, to) in steps)
                    {
                        ClaimMachine.Next(kind, state, on).ShouldBe(to);
                        state = to;
                    }

                    state.ShouldBe(ClaimWalk.StateOf(stage));
                    Told(ClaimWalk.To(kind, state, stage)).ShouldBe("nothing", "the same report again");
                }

        walks.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Asking_after_every_stage_and_asking_once_at_the_end_leave_the_same_history()
    {
        InsurerStage[] stages = [InsurerStage.Received, InsurerStage.Declared, InsurerStage.Costed, InsurerStage.Assessed, InsurerStage.Settled, InsurerStage.Paid];
        for (var asked = 0; asked < 1 << stages.Length; asked++)
        {
            var (state, history) = (ClaimState.HospitalReported, new List<ClaimEvent>());
            foreach (var stage in stages.Where((_, i) => (asked >> i) % 2 == 1).Append(InsurerStage.Paid))
                foreach (var (on, to) in ((Verdict<ClaimStep[], ClaimRefusal>.Ok)ClaimWalk.To(ClaimKind.Fast, state, stage)).Value)
                {
                    history.Add(on);
                    state = to;
                }

            history.ShouldBe([ClaimEvent.InsurerDeclared, ClaimEvent.FeesUploaded, ClaimEvent.Assessed, ClaimEvent.Settled, ClaimEvent.Paid]);
        }
    }

    public static TheoryData<string> DirectClaims => TextTable.Rows("""
        # from             a trial                     a discharge
        Applied            HospitalReported,Assessed   Decided!
        HospitalReported   Assessed                    Decided!
        Assessed           Assessed                    Settled,Paid
        Settled            Decided!                    Paid
        Paid               Decided!                    nothing
        Refused            Decided!                    Decided!
        Closed             Decided!                    Decided!
        Withdrawn          Withdrawn!                  Withdrawn!
        """);

    [Theory, MemberData(nameof(DirectClaims))]
    public void A_direct_claim_walks_by_trial_and_discharge(string row)
    {
        var cells = TextTable.Cells(row);
        var from = Enum.Parse<ClaimState>(cells[0]);
        Told(ClaimWalk.Trialled(from)).ShouldBe(cells[1].Replace(',', ' '));
        Told(ClaimWalk.Discharged(from)).ShouldBe(cells[2].Replace(',', ' '));
    }

    private static string Told(Verdict<ClaimStep[], ClaimRefusal> walk) => walk.Match(
        steps => steps.Length == 0 ? "nothing" : string.Join(' ', steps.Select(step => step.On)),
        why => why.Reason is ClaimReason.StageImpossible ? $"{why.Reason}" : $"{why.Reason}!");
}
