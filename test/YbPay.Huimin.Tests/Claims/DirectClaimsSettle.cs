using YbPay.Huimin.Tests.Discharge;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Sandbox.Orders;

namespace YbPay.Huimin.Tests.Claims;

/// <summary>claimType 1: trial and discharge of the visit move its case, and the insurer pays there.</summary>
public sealed class DirectClaimsSettle
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_direct_claim_goes_by_trial_and_discharge_and_back_by_the_cancellation(string database)
    {
        await using var host = await HuiminHost.StartAsync(database, options => options.Retired = true);
        var claim = await new TestCase(host.First, TestPatient.Second).ApplyAsync(claimType: "1");
        var stay = await Stay.BeginAsync(host.First, TestPatient.Second, claim.VisitNo, 200_000);
        (await claim.ReportAsync()).RtCode.ShouldBe("0000"); // needs no document
        (await claim.StatusAsync(), await host.NumberAsync("SELECT COUNT(*) FROM legs WHERE kind LIKE 'case.%'")).ShouldBe(("2", 0L));

        await stay.TryAsync(StayBill.Usual with { SettleAmt = 900_000 });
        (await claim.StatusAsync(), await claim.NodeAsync(), await AmountAsync(host)).ShouldBe(("61", "3", 160_000L));
        var (_, settlement) = await stay.TryAsync(StayBill.Usual);
        (await claim.StatusAsync(), await AmountAsync(host)).ShouldBe(("61", 240_000L)); // the later trial's amount

        var settled = await stay.SettleAsync(settlement);
        settled.OrderStatus.ShouldBe("32");
        await claim.StandsAtAsync("9");
        await claim.HasBeenToldAsync("letter 1 3 4");
        (await claim.NodeAsync(), await AmountAsync(host)).ShouldBe(("4", 240_000L));
        (await claim.WithdrawAsync()).RtMsg.ShouldStartWith("案件已有结论");

        (await stay.CancelAsync(settled.QueryId!)).RtCode.ShouldBe("0000");
        await claim.StandsAtAsync("61");
        await claim.HasBeenToldAsync("letter 1 3 4 3");
        (await claim.WithdrawAsync()).RtCode.ShouldBe("0000");
        (await claim.NodeAsync()).ShouldBe("9");
        host.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_trial_reports_for_a_hospital_that_did_not(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await new TestCase(host.First, TestPatient.Second).ApplyAsync(claimType: "1");
        var stay = await Stay.BeginAsync(host.First, TestPatient.Second, claim.VisitNo, 200_000);
        await stay.TryAsync(StayBill.Usual);
        (await claim.StatusAsync()).ShouldBe("61");
        await claim.HasBeenToldAsync("letter 1 3");
        (await claim.SendAsync("HOS00020")).RtMsg.ShouldStartWith("案件已报案");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_case_is_not_withdrawn_while_its_visit_is_being_discharged(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await new TestCase(host.First, TestPatient.Second).ApplyAsync(claimType: "1");
        var stay = await Stay.BeginAsync(host.First, TestPatient.Second, claim.VisitNo, 200_000);
        var (_, settlement) = await stay.TryAsync(StayBill.Usual);
        host.PullAtInsurer(LeverAction.Late, "SETTLEMENT", after: TimeSpan.FromMinutes(2));
        (await stay.SettleAsync(settlement)).OrderStatus.ShouldBe("31");
        (await claim.WithdrawAsync()).RtMsg.ShouldStartWith("案件已有结论或正在结算");
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        await claim.StandsAtAsync("9");
        await claim.HasBeenToldAsync("letter 1 3 4");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_withdrawn_direct_claim_stays_withdrawn_and_stops_no_discharge(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await new TestCase(host.First, TestPatient.Second).ApplyAsync(claimType: "1");
        var stay = await Stay.BeginAsync(host.First, TestPatient.Second, claim.VisitNo, 200_000);
        var (_, settlement) = await stay.TryAsync(StayBill.Usual);
        (await claim.WithdrawAsync()).RtCode.ShouldBe("0000");
        await stay.TryAsync(StayBill.Usual);
        (await stay.SettleAsync(settlement)).OrderStatus.ShouldBe("32");
        (await claim.StatusAsync(), await claim.NodeAsync()).ShouldBe(("0", "9"));
        await claim.HasBeenToldAsync("letter 1 3 9");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_fast_claim_does_not_move_with_the_discharge_of_its_visit(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await new TestCase(host.First, TestPatient.Second).ApplyAsync();
        var stay = await Stay.BeginAsync(host.First, TestPatient.Second, claim.VisitNo, 200_000);
        (await stay.SettleAsync((await stay.TryAsync(StayBill.Usual)).Settlement)).OrderStatus.ShouldBe("32");
        (await claim.StatusAsync()).ShouldBe("1");
        await claim.ReportedAsync();
        await host.Insurer.MoveOnAsync(null, toTheEnd: true, default);
        await claim.StandsAtAsync("9");
    }

    private static Task<long> AmountAsync(HuiminHost host) => host.NumberAsync("SELECT amount FROM cases");
}
