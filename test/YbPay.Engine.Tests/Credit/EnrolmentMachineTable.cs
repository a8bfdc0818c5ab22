using YbPay.Engine.Credit;

namespace YbPay.Engine.Tests.Credit;

/// <summary>The whole life of an enrolment: every state with every event.</summary>
public sealed class EnrolmentMachineTable
{
    private const string Table = """
        Signing | BankAgreed         | Active
        Signing | BankRefused        | Ended
        Signing | FrozenByOperator   | -
        Signing | UnfrozenByOperator | -
        Signing | EndedByOperator    | -
        Active  | BankAgreed         | -
        Active  | BankRefused        | -
        Active  | FrozenByOperator   | Frozen
        Active  | UnfrozenByOperator | -
        Active  | EndedByOperator    | Ended
        Frozen  | BankAgreed         | -
        Frozen  | BankRefused        | -
        Frozen  | FrozenByOperator   | -
        Frozen  | UnfrozenByOperator | Active
        Frozen  | EndedByOperator    | Ended
        Ended   | BankAgreed         | -
        Ended   | BankRefused        | -
        Ended   | FrozenByOperator   | -
        Ended   | UnfrozenByOperator | -
        Ended   | EndedByOperator    | -
        """;

    [Fact]
    public void Every_state_takes_the_events_of_the_table_and_no_other()
    {
        var rows = Table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
        rows.Count.ShouldBe(Enum.GetValues<EnrolmentState>().Length * Enum.GetValues<EnrolmentEvent>().Length);
        foreach (var row in rows)
            $"{EnrolmentMachine.Next(Enum.Parse<EnrolmentState>(row[0]), Enum.Parse<EnrolmentEvent>(row[1]))}".ShouldBe(row[2] == "-" ? "" : row[2], $"{row[0]} on {row[1]}");
    }

    [Fact]
    public void Only_an_active_enrolment_pays_and_only_a_frozen_one_says_so()
    {
        Enum.GetValues<EnrolmentState>().Where(state => state.ToSignStatus() == "1").ShouldBe([EnrolmentState.Active]);
        Enum.GetValues<EnrolmentState>().Where(state => state.ToSignStatus() == "9").ShouldBe([EnrolmentState.Frozen]);
    }
}
