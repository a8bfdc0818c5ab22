using YbPay.Center.Tests.Hosting;
using YbPay.Contracts.Outcomes;

namespace YbPay.Center.Tests;

/// <summary>The bank times out, loses its answer, refuses or does things twice.</summary>
public sealed class BankMisbehaves(Worlds worlds) : IClassFixture<Worlds>
{
    public static TheoryData<string, string> EveryWay => Each(["timeout", "lostAnswer", "duplicate", "refuse"]);

    public static TheoryData<string, string> SilentWays => Each(["timeout", "lostAnswer"]);

    private async Task<Visit> AwaitingCashAsync(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.Employee, Bill.Covered(50.00m));
        (await visit.PayAsync()).OrdStas.ShouldBe("4");
        return visit;
    }

    private async Task<Visit> PaidAsync(string database)
    {
        var visit = await AwaitingCashAsync(database);
        await visit.PatientPaysAtBankAsync();
        await visit.ReachesAsync("6");
        return visit;
    }

    [Theory, MemberData(nameof(EveryWay))]
    public async Task The_payment_is_created_once_and_paid_once(string database, string kind)
    {
        await (await worlds.OnAsync(database)).Control.FaultAsync("bank", "create", kind);
        var visit = await AwaitingCashAsync(database);

        (await visit.PatientPaysAtBankAsync()).ShouldBe(1000);

        await visit.EndsAsync("6");
    }

    [Theory, MemberData(nameof(EveryWay))]
    public async Task A_payment_that_could_not_be_asked_for_is_asked_for_again(string database, string kind)
    {
        var visit = await AwaitingCashAsync(database);
        await visit.Hospital.Host.Control.FaultAsync("bank", "query", kind, count: 2);

        await visit.PatientPaysAtBankAsync();

        await visit.EndsAsync("6");
    }

    [Theory, MemberData(nameof(SilentWays))]
    public async Task A_closing_without_an_answer_can_be_asked_for_again(string database, string kind)
    {
        var visit = await AwaitingCashAsync(database);
        await visit.Hospital.Host.Control.FaultAsync("bank", "close", kind);

        await Visit.RefusedAsync(Refusals.BankSilent, () => visit.RevokeAsync());
        (await visit.RevokeAsync()).ShouldBeTrue();

        await visit.EndsAsync("13", told: false);
    }

    [Theory, MemberData(nameof(SilentWays))]
    public async Task A_refund_without_an_answer_is_finished_later(string database, string kind)
    {
        var visit = await PaidAsync(database);
        await visit.Hospital.Host.Control.FaultAsync("bank", "refund", kind);
        var request = visit.Refund("ALL", 10.00m, 0.00m, 40.00m);

        (await visit.RefundAsync(request)).RefStatus.ShouldBe("EXP");

        await visit.EndsAsync("7");
        (await visit.RefundAsync(request)).RefStatus.ShouldBe("SUCC");
    }

    [Theory, MemberData(nameof(SilentWays))]
    public async Task A_refund_that_was_carried_out_is_not_undone_by_a_refusal_of_its_copy(string database, string kind)
    {
        var visit = await PaidAsync(database);
        await visit.Hospital.Host.Control.FaultAsync("bank", "refund", kind);
        await visit.Hospital.Host.Control.FaultAsync("bank", "refund", "refuse");
        var request = visit.Refund("CASH", 4.00m);

        (await visit.RefundAsync(request)).RefStatus.ShouldBe("EXP");

        await visit.EndsAsync("10");
        (await visit.RefundAsync(request)).RefStatus.ShouldBe("SUCC");
    }

    private static TheoryData<string, string> Each(string[] kinds)
    {
        var rows = new TheoryData<string, string>();
        foreach (var database in (string[])[BothDatabases.Sqlite, BothDatabases.Postgres])
            foreach (var kind in kinds) rows.Add(database, kind);
        return rows;
    }
}
