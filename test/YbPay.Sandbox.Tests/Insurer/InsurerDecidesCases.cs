using YbPay.Sandbox.Orders;
using static YbPay.Sandbox.Tests.Insurer.InsurerHost;

namespace YbPay.Sandbox.Tests.Insurer;

public sealed class InsurerDecidesCases
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_covered_case_goes_through_every_stage_by_the_clock_and_is_paid(string database)
    {
        await using var host = await StartAsync(database);
        Text(await host.FileAsync(new CaseDraft().Order("N1")), "status").ShouldBe("DONE");

        var stages = new List<(string, long)>();
        for (var hour = 0; hour < 7; hour++, host.Clock.Advance(TimeSpan.FromHours(1)))
        {
            var seen = await host.CaseAsync("C1");
            stages.Add((Text(seen, "stage"), Amount(seen)));
        }

        // 8000.00 less 500.00 outside the catalogue less 1000.00 deductible, 80 %
        stages.ShouldBe([("RECEIVED", 0), ("DECLARED", 0), ("COSTED", 0), ("ASSESSED", 520_000), ("SETTLED", 520_000), ("PAID", 520_000), ("PAID", 520_000)]);
        (await host.GetAsync("/insurer/cases/C9")).Status.ShouldBe(404);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_case_nobody_looked_at_has_gone_on_all_the_same(string database)
    {
        await using var host = await StartAsync(database);
        var filed = host.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        await host.FileAsync(new CaseDraft { AsText = true }.Order("N1"));

        host.Clock.Advance(TimeSpan.FromDays(1));

        var seen = await host.CaseAsync("C1");
        (Text(seen, "stage"), Amount(seen)).ShouldBe(("PAID", 520_000));
        seen.GetProperty("at").GetInt64().ShouldBeInRange(filed + 5 * 3_600_000, filed + 5 * 3_600_000 + 60_000); // five stages later, not a day
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_relief_fund_approves_and_grants_what_a_traffic_accident_cost_anybody(string database)
    {
        await using var host = await StartAsync(database);
        await host.FileAsync(new CaseDraft { InsuranceId = "YJZ", Person = Huang }.Order("N1"));
        await host.FileAsync(new CaseDraft { CaseNo = "C2", InsuranceId = "YJZ", Person = Huang, Diagnosis = "I10" }.Order("N2"));

        host.Clock.Advance(TimeSpan.FromMinutes(61));
        (Text(await host.CaseAsync("C1"), "stage"), Amount(await host.CaseAsync("C1"))).ShouldBe(("APPROVED", 800_000));
        Text(await host.CaseAsync("C2"), "message").ShouldBe("诊断不属于保障范围");
        host.Clock.Advance(TimeSpan.FromMinutes(61));
        Text(await host.CaseAsync("C1"), "stage").ShouldBe("GRANTED");
    }

    public static TheoryData<string, string> WhatIsRefused => new()
    {
        { "no expenses", "缺少资料 HOS00022" }, { "no image", "缺少影像资料 3030/3032/3085/3044/3011" }, { "cosmetic", "诊断属于责任免除范围" }, { "not insured", "未投保该保险" },
        { "another name", "被保险人姓名不符" }, { "too little", "未超过免赔额" }, { "does not add up", "费用信息金额不一致" }, { "not an amount", "费用信息无法读取" },
    };

    [Theory, MemberData(nameof(WhatIsRefused))]
    public async Task A_case_is_refused_when_it_is_assessed(string what, string why)
    {
        await using var host = await StartAsync(BothDatabases.Sqlite);
        var draft = what switch
        {
            "no expenses" => new CaseDraft { Documents = ["HOS00020", "HOS00021"] },
            "no image" => new CaseDraft { Images = ["9099"] },
            "cosmetic" => new CaseDraft { Diagnosis = "Z41.1" },
            "not insured" => new CaseDraft { Person = Zhou },
            "another name" => new CaseDraft { Name = "别人" },
            "too little" => new CaseDraft { Bill = CaseDraft.Of("100000", "0", "0", "100000", "0") },
            "does not add up" => new CaseDraft { Bill = CaseDraft.Of("100000", "50000", "0", "50001", "0") },
            _ => new CaseDraft { Bill = CaseDraft.Of("100000", "-1", "0", "100000", "0") },
        };
        await host.FileAsync(draft.Order("N1"));
        host.Clock.Advance(TimeSpan.FromMinutes(121));
        Text(await host.CaseAsync("C1"), "stage").ShouldBe("COSTED");
        host.Clock.Advance(TimeSpan.FromHours(1));

        var seen = await host.CaseAsync("C1");

        (Text(seen, "stage"), Text(seen, "message"), Amount(seen)).ShouldBe(("REFUSED", why, 0));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cases_and_settlements_use_up_the_same_cap(string database)
    {
        await using var host = await StartAsync(database);
        foreach (var number in (string[])["1", "2"])
            await host.FileAsync(new CaseDraft { CaseNo = "C" + number, InsuranceId = "YLX44002", Person = Zhou, Bill = CaseDraft.Of("300000", "0", "0", "300000", "0") }.Order("N" + number));
        host.Clock.Advance(TimeSpan.FromMinutes(181)); // both assessed at 1500.00 of 2000.00
        Amount(await host.CaseAsync("C2")).ShouldBe(150_000);

        host.Clock.Advance(TimeSpan.FromHours(3));

        (Text(await host.CaseAsync("C1"), "stage"), Text(await host.CaseAsync("C2"), "stage"), Text(await host.CaseAsync("C2"), "message")).ShouldBe(("PAID", "REFUSED", "保险额度已用完"));
        Amount(await host.QuoteAsync("Q1", Zhou, 300_000)).ShouldBe(50_000);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_case_is_withdrawn_until_it_is_settled(string database)
    {
        await using var host = await StartAsync(database);
        foreach (var hours in Enumerable.Range(0, 6))
        {
            var caseNo = "C" + hours;
            await host.FileAsync(new CaseDraft { CaseNo = caseNo }.Order("N" + hours));
            host.Clock.Advance(TimeSpan.FromHours(hours) + TimeSpan.FromMinutes(1));
            var may = hours < 4;
            Text(await host.WithdrawAsync("W" + hours, caseNo), "status").ShouldBe(may ? "DONE" : "REFUSED", caseNo);
            host.Clock.Advance(TimeSpan.FromHours(6));
            Text(await host.CaseAsync(caseNo), "stage").ShouldBe(may ? "WITHDRAWN" : "PAID");
        }

        Text(await host.WithdrawAsync("W9", "C9"), "message").ShouldBe("没有这个案件");
        Text(await host.FileAsync(new CaseDraft { CaseNo = "C0" }.Order("N9")), "message").ShouldBe("案件号已使用");
    }

    [Fact]
    public async Task A_case_comes_once_late_or_not_and_a_direct_claim_is_none()
    {
        await using var host = await StartAsync(BothDatabases.Sqlite);
        host.Pull(LeverAction.Late, "CASE");
        Text(await host.FileAsync(new CaseDraft().Order("N1")), "status").ShouldBe("WAITING");
        (await host.GetAsync("/insurer/cases/C1")).Status.ShouldBe(404);
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        Text(await host.CaseAsync("C1"), "stage").ShouldBe("RECEIVED");
        Text(await host.FileAsync(new CaseDraft().Order("N1")), "status").ShouldBe("DONE");
        (await host.PostAsync("/insurer/cases", new CaseDraft { Images = [] }.Order("N1"))).Status.ShouldBe(409);
        (await host.PostAsync("/insurer/cases", new CaseDraft { ClaimType = "1" }.Order("N2"))).Status.ShouldBe(400);
        Text(await host.FileAsync(new CaseDraft { CaseNo = "C3", InsuranceId = "NONE" }.Order("N3")), "message").ShouldBe("没有这个保险产品");
    }

    [Fact]
    public async Task A_decision_is_refused_as_told_and_cases_move_on_at_a_word()
    {
        await using var host = await StartAsync(BothDatabases.Sqlite);
        host.Pull(LeverAction.Refuse, "DECISION", Chen);
        foreach (var number in (string[])["1", "2", "3"]) await host.FileAsync(new CaseDraft { CaseNo = "C" + number }.Order("N" + number));
        (await host.Desk.RefuseCaseAsync("C2", TestContext.Current.CancellationToken)).ShouldBeTrue();

        (await host.Desk.MoveOnAsync("C3", false, TestContext.Current.CancellationToken)).ShouldBe(1);
        (Text(await host.CaseAsync("C1"), "stage"), Text(await host.CaseAsync("C3"), "stage")).ShouldBe(("RECEIVED", "DECLARED"));
        (await host.Desk.MoveOnAsync(null, true, TestContext.Current.CancellationToken)).ShouldBe(3);
        (await host.Desk.MoveOnAsync(null, true, TestContext.Current.CancellationToken)).ShouldBe(0);

        (Text(await host.CaseAsync("C1"), "stage"), Text(await host.CaseAsync("C2"), "stage"), Text(await host.CaseAsync("C3"), "stage")).ShouldBe(("REFUSED", "REFUSED", "PAID"));
        (await host.Desk.RefuseCaseAsync("C3", TestContext.Current.CancellationToken)).ShouldBeFalse();
    }
}
