using YbPay.Engine.Claims;

namespace YbPay.Engine.Tests.Claims;

/// <summary>Documents, reports and withdrawals at every state of a fast claim.</summary>
public class HospitalActs
{
    private static readonly DocumentKind[] All = Enum.GetValues<DocumentKind>();

    public static TheoryData<string> ByState => TextTable.Rows("""
        # state            a document  HOS00027   HOS00026
        Applied            taken       taken      taken
        HospitalReported   Reported    Reported   taken
        InsurerDeclared    Reported    Reported   taken
        FeesUploaded       Reported    Reported   taken
        Assessed           Reported    Reported   taken
        Settled            Reported    Reported   Decided
        Paid               Reported    Reported   Decided
        Refused            Reported    Reported   Decided
        Closed             Reported    Reported   Decided
        Withdrawn          Withdrawn   Withdrawn  Withdrawn
        Approved           Reported    Reported   Decided
        Granted            Reported    Reported   Decided
        """);

    [Theory, MemberData(nameof(ByState))]
    public void Each_state_says_what_it_takes(string row)
    {
        var cells = TextTable.Cells(row);
        var state = Enum.Parse<ClaimState>(cells[0]);
        (ClaimRules.Document(state) is { } why ? $"{why.Reason}" : "taken").ShouldBe(cells[1]);
        foreach (var kind in Enum.GetValues<ClaimKind>())
        {
            ClaimRules.Report(kind, state, All).Match(_ => "taken", no => $"{no.Reason}").ShouldBe(cells[2], $"{kind}");
            ClaimRules.Withdraw(kind, state).Match(_ => "taken", no => $"{no.Reason}").ShouldBe(cells[3], $"{kind}");
        }
    }

    public static TheoryData<string> ByKind => TextTable.Rows("""
        # state            the insurer is asked   withdrawing needs its word (Direct, Fast, Relief)   an amount
        Applied            no    no,no,no      no
        HospitalReported   yes   no,yes,yes    no
        InsurerDeclared    yes   no,yes,yes    no
        FeesUploaded       yes   no,yes,yes    no
        Assessed           yes   no,yes,yes    yes
        Settled            yes   no,yes,yes    yes
        Paid               no    no,no,no      yes
        Refused            no    no,no,no      yes
        Closed             no    no,no,no      yes
        Withdrawn          no    no,no,no      no
        Approved           yes   no,yes,yes    yes
        Granted            no    no,no,no      yes
        """);

    [Theory, MemberData(nameof(ByKind))]
    public void Each_state_says_what_the_insurer_has_to_do_with_it(string row)
    {
        var cells = TextTable.Cells(row);
        var state = Enum.Parse<ClaimState>(cells[0]);
        Said(state.IsAwaited()).ShouldBe(cells[1]);
        string.Join(',', Enum.GetValues<ClaimKind>().Select(kind => Said(ClaimRules.InsurerDecidesWithdrawal(kind, state)))).ShouldBe(cells[2]);
        Said(state.HasAmount()).ShouldBe(cells[3]);
    }

    [Fact]
    public void Only_direct_claims_are_not_handed_in() => Enum.GetValues<ClaimKind>().Where(kind => !ClaimRules.IsHandedIn(kind)).ShouldBe([ClaimKind.Direct]);

    private static string Said(bool holds) => holds ? "yes" : "no";

    [Fact]
    public void The_table_names_every_state_once() =>
        ByState.Select(row => TextTable.Cells(row.Data)[0]).ShouldBe(Enum.GetNames<ClaimState>(), ignoreOrder: true);

    public static TheoryData<string> Reporting => TextTable.Rows("""
        # kind  sent           | missing
        Fast    20,21,22,23    | -
        Fast    20,21,22,23,24,28 | -
        Fast    28,23,22,21,20 | -
        Fast    20,21,22       | 23
        Fast    24,28          | 20,21,22,23
        Fast    -              | 20,21,22,23
        Relief  20,22          | 21,23
        Relief  20,21,22,23    | -
        Direct  -              | -
        """);

    [Theory, MemberData(nameof(Reporting))]
    public void A_case_is_reported_with_its_documents(string row)
    {
        var cells = TextTable.Cells(row);
        DocumentKind[] sent = cells[1] == "-" ? [] : [.. cells[1].Split(',').Select(Enum.Parse<DocumentKind>)];
        ClaimRules.Report(Enum.Parse<ClaimKind>(cells[0]), ClaimState.Applied, sent)
            .Match(next => next is ClaimState.HospitalReported ? "-" : $"{next}", why => string.Join(',', why.Missing.Select(one => (int)one)))
            .ShouldBe(cells[2]);
    }
}
