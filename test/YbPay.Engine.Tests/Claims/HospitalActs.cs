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
