using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Orders;
using static YbPay.Center.Tests.Hosting.Eventually;

namespace YbPay.Huimin.Tests.Claims;

/// <summary>HOS00026 at every stage of a case: until something is decided it goes, afterwards it does not, and the insurer has the last word once it has the case.</summary>
public sealed class HospitalsWithdraw
{
    private static readonly string[] Stages = ["1", "2", "3", "5", "61", "62", "9"];

    public static TheoryData<string, string> Open => [.. from database in new BothDatabases() from stage in Stages[..5] select ((string)database[0], stage)];

    public static TheoryData<string, string> Decided => [.. from database in new BothDatabases() from stage in Stages[5..] select ((string)database[0], stage)];

    [Theory]
    [MemberData(nameof(Open))]
    public async Task A_case_of_which_nothing_is_decided_is_withdrawn_for_good_and_the_visit_may_have_another(string database, string stage)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await AtAsync(host, stage);
        (await claim.WithdrawAsync()).RtCode.ShouldBe("0000");
        (await claim.StatusAsync(), await claim.NodeAsync()).ShouldBe(("0", "9"));
        (await claim.WithdrawAsync()).RtMsg.ShouldBe(Refusals.All.Single(why => why.Name == "CaseWithdrawn").Message);
        (await claim.ReportAsync()).RtMsg.ShouldStartWith("案件已撤销");
        (await claim.SendAsync("HOS00020")).RtMsg.ShouldStartWith("案件已撤销");
        (await claim.SendImageAsync(Images.Png())).RtMsg.ShouldStartWith("案件已撤销");

        await claim.HasBeenToldAsync(stage switch { "1" => "letter", "5" => "letter 1 2 9", "61" => "letter 1 2 3 9", _ => "letter 1 9" }); // before the report there is no node to tell
        await host.Insurer.MoveOnAsync(null, toTheEnd: true, default);
        var next = await new TestCase(host.First, TestPatient.Rich).ApplyAsync();
        (await next.NodeAsync()).ShouldBe("1");
        (await claim.StatusAsync()).ShouldBe("0");
        host.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Decided))]
    public async Task A_case_that_is_decided_stays(string database, string stage)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await AtAsync(host, stage);
        var reply = await claim.WithdrawAsync();
        (reply.RtCode, reply.RtMsg).ShouldBe(("1000", "案件已有结论或正在结算，不能撤销"));
        (await claim.StatusAsync()).ShouldBe(stage);
        (await host.NumberAsync("SELECT COUNT(*) FROM legs WHERE kind = 'case.withdraw'")).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task The_insurer_that_settled_meanwhile_has_the_last_word(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await AtAsync(host, "2");
        // The platform does not hear of it: nobody answers its questions about the case.
        host.Order(FaultTarget.Insurer, "queryCase", FaultKind.LostAnswer, 100);
        await host.Insurer.MoveOnAsync(claim.CaseId, toTheEnd: true, default);
        var reply = await claim.WithdrawAsync();
        (reply.RtCode, reply.RtMsg).ShouldBe(("1000", "保险公司不同意撤销"));
        (await claim.StatusAsync()).ShouldBe("2");
        host.Faults.Clear();
        await claim.StandsAtAsync("9");
        await claim.HasBeenToldAsync("letter 1 2 3 4");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_withdrawal_whose_answer_is_lost_or_late_is_found_out_and_done_once(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        foreach (var (patient, spoil) in new (TestPatient, Action)[]
        {
            (TestPatient.Rich, () => host.Order(FaultTarget.Insurer, "withdraw", FaultKind.LostAnswer)),
            (TestPatient.Second, () => host.PullAtInsurer(LeverAction.Late, "WITHDRAWAL", after: TimeSpan.FromMilliseconds(300))),
        })
        {
            var claim = await (await new TestCase(host.First, patient).ApplyAsync()).ReportedAsync();
            spoil();
            var reply = await claim.WithdrawAsync();
            (reply.RtCode, reply.RtMsg).ShouldBe(("1000", "撤销已提交，等待保险公司确认，请稍后查询案件状态"));
            await claim.StandsAtAsync("0");
            (await host.NumberAsync($"SELECT COUNT(*) FROM legs WHERE kind = 'case.withdraw' AND owner_id = '{claim.CaseId}'")).ShouldBe(1);
            await claim.HasBeenToldAsync("letter 1 9");
        }
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_withdrawal_waits_for_a_submission_of_which_nobody_knows_whether_it_arrived(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await (await new TestCase(host.First, TestPatient.Rich).ApplyAsync()).DocumentedAsync();
        host.Order(FaultTarget.Insurer, "case", FaultKind.LostAnswer);
        host.Order(FaultTarget.Insurer, "query", FaultKind.LostAnswer, 100);
        (await claim.ReportAsync()).RtCode.ShouldBe("0000");
        (await claim.WithdrawAsync()).RtMsg.ShouldContain("撤销已提交");
        (await claim.StatusAsync()).ShouldBe("2");
        host.Faults.Clear();
        await claim.StandsAtAsync("0");
        (await host.NumberAsync("SELECT COUNT(*) FROM legs WHERE state IN (0, 3) AND kind <> 'case.follow'")).ShouldBe(0);
        await GetAsync(() => host.NumberAsync("SELECT COUNT(*) FROM legs WHERE state IN (0, 3)"), open => open == 0, "nothing more is asked");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Reporting_and_withdrawing_at_the_same_moment_leave_one_truth(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        foreach (var patient in (TestPatient[])[TestPatient.Rich, TestPatient.Second, TestPatient.Third, TestPatient.Poor])
        {
            var claim = await (await new TestCase(host.First, patient).ApplyAsync()).DocumentedAsync();
            var replies = await Task.WhenAll(claim.WithdrawAsync(), claim.ReportAsync(), claim.WithdrawAsync(), claim.ReportAsync());
            replies.ShouldAllBe(reply => reply.RtCode == "0000" || reply.RtCode == "1000");
            await claim.StandsAtAsync("0");
            // Withdrawn before it was reported, the insurer never hears of it; reported first, it has been told both.
            var (submitted, withdrawn) = (await LegsAsync(host, claim, "case.submit"), await LegsAsync(host, claim, "case.withdraw"));
            submitted.ShouldBeLessThanOrEqualTo(1);
            withdrawn.ShouldBe(submitted);
            replies.Count(reply => reply.RtCode == "0000").ShouldBeGreaterThanOrEqualTo(1);
        }

        host.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Nobody_withdraws_what_is_not_theirs(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await AtAsync(host, "1");
        (await claim.WithdrawAsync(TestPatient.Poor.IdNo)).RtMsg.ShouldBe("证件号码或姓名与案件不符");
        var theirs = new TestCase(host.Second, TestPatient.Rich) { VisitNo = claim.VisitNo };
        (await theirs.WithdrawAsync()).RtCode.ShouldBe("0001");
        (await theirs.NodeAsync()).ShouldBe("0");
        (await claim.NodeAsync()).ShouldBe("1");
    }

    private static Task<long> LegsAsync(HuiminHost host, TestCase claim, string kind) =>
        host.NumberAsync($"SELECT COUNT(*) FROM legs WHERE kind = '{kind}' AND owner_id = '{claim.CaseId}'");

    /// <summary>A fast claim of the rich patient that stands at a claimStatus.</summary>
    private static async Task<TestCase> AtAsync(HuiminHost host, string status)
    {
        var claim = await new TestCase(host.First, TestPatient.Rich).ApplyAsync();
        if (status == "1") return claim;
        await claim.ReportedAsync();
        foreach (var next in Stages[2..])
        {
            if (await claim.StatusAsync() == status) return claim;
            await claim.StageAsync(next);
        }

        return claim;
    }
}
