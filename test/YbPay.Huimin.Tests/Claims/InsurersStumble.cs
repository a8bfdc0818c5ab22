using YbPay.Huimin.Tests.Hosting;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Orders;
using static YbPay.Center.Tests.Hosting.Eventually;

namespace YbPay.Huimin.Tests.Claims;

/// <summary>The insurer refuses, answers late, or its answer is lost: a reported case is handed in once, and its outcome is found out.</summary>
public sealed class InsurersStumble
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_case_that_the_insurer_does_not_take_is_refused_with_its_words(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        host.PullAtInsurer(LeverAction.Refuse, "CASE");
        var claim = await (await new TestCase(host.First, TestPatient.Rich).ApplyAsync()).ReportedAsync();
        await claim.StandsAtAsync("9");
        await claim.HasBeenToldAsync("letter 1 4");
        (await claim.WithdrawAsync()).RtCode.ShouldBe("1000");
        (await host.Database.ReadAsync(session => session.FirstOrDefaultAsync<string>("SELECT note FROM cases"))).ShouldBe("模拟保险公司按指令拒绝本次请求");
        (await host.NumberAsync("SELECT COUNT(*) FROM legs WHERE kind = 'case.follow'")).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_case_that_is_refused_at_the_assessment_is_told_and_put_away(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await (await new TestCase(host.First, TestPatient.Rich).ApplyAsync()).ReportedAsync();
        await claim.StageAsync("3");
        (await host.Insurer.RefuseCaseAsync(claim.CaseId, default)).ShouldBeTrue();
        await host.Insurer.MoveOnAsync(claim.CaseId, toTheEnd: true, default);
        await claim.StandsAtAsync("9");
        (await claim.ToldAsync()).ShouldEndWith(" 4");
    }

    [Theory]
    [InlineData(BothDatabases.Sqlite, FaultKind.LostAnswer)]
    [InlineData(BothDatabases.Postgres, FaultKind.LostAnswer)]
    [InlineData(BothDatabases.Sqlite, FaultKind.Timeout)]
    [InlineData(BothDatabases.Postgres, FaultKind.Timeout)]
    [InlineData(BothDatabases.Sqlite, FaultKind.Duplicate)]
    [InlineData(BothDatabases.Postgres, FaultKind.Duplicate)]
    public async Task An_answer_that_is_lost_or_comes_twice_leaves_one_case(string database, FaultKind kind)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await (await new TestCase(host.First, TestPatient.Rich).ApplyAsync()).DocumentedAsync();
        host.Order(FaultTarget.Insurer, "case", kind);
        (await claim.ReportAsync()).RtCode.ShouldBe("0000"); // the hospital's part is done, whatever the insurer does
        await GetAsync(() => host.NumberAsync("SELECT COUNT(*) FROM legs WHERE kind = 'case.submit' AND state = 1"), done => done == 1, "handed in");
        (await host.NumberAsync("SELECT COUNT(*) FROM legs WHERE kind = 'case.submit'")).ShouldBe(1);
        (await host.Insurer.MoveOnAsync(null, toTheEnd: true, default)).ShouldBe(1);
        await claim.StandsAtAsync("9");
        await claim.HasBeenToldAsync("letter 1 2 3 4");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_arrives_after_it_was_sent_again_is_the_same_case(string database)
    {
        await using var host = await HuiminHost.StartAsync(database, options => options.Insurer.Timeout = TimeSpan.FromMilliseconds(300));
        var claim = await (await new TestCase(host.First, TestPatient.Rich).ApplyAsync()).DocumentedAsync();
        host.Faults.Order(new(FaultTarget.Insurer, "case", FaultKind.Delay, 1, 1_500));
        (await claim.ReportAsync()).RtCode.ShouldBe("0000");
        await GetAsync(() => host.NumberAsync("SELECT COUNT(*) FROM legs WHERE kind = 'case.submit' AND state = 1"), done => done == 1, "handed in under the same number");
        await GetAsync(() => Task.FromResult(host.Faults.IsEmpty), empty => empty, "the late one has struck");
        (await host.Insurer.MoveOnAsync(null, toTheEnd: true, default)).ShouldBe(1);
        await claim.StandsAtAsync("9");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_case_that_is_taken_later_goes_its_way_from_then_on(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await (await new TestCase(host.First, TestPatient.Rich).ApplyAsync()).DocumentedAsync();
        host.PullAtInsurer(LeverAction.Late, "CASE", after: TimeSpan.FromMinutes(2));
        (await claim.ReportAsync()).RtCode.ShouldBe("0000");
        (await claim.StatusAsync(), await host.NumberAsync("SELECT COUNT(*) FROM legs WHERE kind = 'case.submit' AND state = 3")).ShouldBe(("2", 1L));
        host.Clock.Advance(TimeSpan.FromMinutes(30)); // taken, and long decided
        await claim.StandsAtAsync("9");
        await claim.HasBeenToldAsync("letter 1 2 3 4");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Nobody_counts_on_an_insurer_that_speaks_of_something_else(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await (await new TestCase(host.First, TestPatient.Rich).ApplyAsync()).ReportedAsync();
        host.Order(FaultTarget.Insurer, "queryCase", FaultKind.Refuse, 3);
        await host.Insurer.MoveOnAsync(claim.CaseId, toTheEnd: true, default);
        await claim.StandsAtAsync("9");
        await claim.HasBeenToldAsync("letter 1 2 3 4");
    }
}
