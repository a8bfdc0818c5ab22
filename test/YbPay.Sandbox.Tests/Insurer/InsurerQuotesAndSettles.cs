using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Orders;
using static YbPay.Sandbox.Tests.Insurer.InsurerHost;

namespace YbPay.Sandbox.Tests.Insurer;

public sealed class InsurerQuotesAndSettles
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_quote_is_what_the_best_policy_pays_of_the_persons_own_part(string database)
    {
        await using var host = await StartAsync(database);

        var quote = await host.QuoteAsync("Q1", Chen, 2_000_000, 1_000_000, 200_000); // own 8000.00: 80 % above 1000.00
        (Text(quote, "status"), Text(quote, "insuranceId"), Text(quote, "insuranceName"), Amount(quote)).ShouldBe(("DONE", "HMB44001", "示例惠民保", 560_000));
        var small = await host.QuoteAsync("Q2", Chen, 100_001); // below the deductible of the one, 50 % at the other
        (Text(small, "insuranceId"), Amount(small)).ShouldBe(("YLX44002", 50_000));
        Amount(await host.QuoteAsync("Q3", Zhou, 2_000_000)).ShouldBe(200_000); // the cap
        var none = await host.QuoteAsync("Q4", Huang, 2_000_000);
        (Text(none, "status"), Text(none, "insuranceId"), Amount(none), Text(none, "message")).ShouldBe(("DONE", "", 0, "未投保商业保险"));
        Amount(await host.QuoteAsync("Q1", Chen, 2_000_000, 1_000_000, 200_000)).ShouldBe(560_000);
        (await host.PostAsync("/insurer/quotes", Quote("Q1", Chen, 2_000_000, 1_000_000, 0, 1_000_000))).Status.ShouldBe(409);
    }

    [Theory]
    [InlineData(100, 60, 50, 0)]
    [InlineData(100, 0, 0, 101)]
    [InlineData(-1, 0, 0, 0)]
    [InlineData(100, -1, 0, 0)]
    [InlineData(100_000_000_000, 0, 0, 0)]
    public async Task A_quote_that_cannot_be_is_turned_away(long total, long basicPaid, long thirdPartyPaid, long own)
    {
        await using var host = await StartAsync(BothDatabases.Sqlite);

        (await host.PostAsync("/insurer/quotes", Quote("Q1", Chen, total, basicPaid, thirdPartyPaid, own))).Status.ShouldBe(400);
        (await host.GetAsync("/insurer/orders/Q1")).Status.ShouldBe(404);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_quote_is_settled_once_and_a_settlement_cancelled_once(string database)
    {
        await using var host = await StartAsync(database);
        await host.QuoteAsync("Q1", Zhou, 300_000); // 1500.00 of the 2000.00

        Text(await host.SettleAsync("S0", "Q1", 149_999), "message").ShouldBe("结算金额与试算金额不一致");
        var settled = await host.SettleAsync("S1", "Q1", 150_000);
        (Text(settled, "status"), Text(settled, "insuranceId"), Amount(settled)).ShouldBe(("DONE", "YLX44002", 150_000));
        Text(await host.SettleAsync("S1", "Q1", 150_000), "insurerNo").ShouldBe(Text(settled, "insurerNo"));
        Text(await host.SettleAsync("S2", "Q1", 150_000), "message").ShouldBe("该试算已结算");
        Text(await host.SettleAsync("S3", "Q9", 150_000), "message").ShouldBe("没有这笔试算");
        Amount(await host.QuoteAsync("Q2", Zhou, 300_000)).ShouldBe(50_000); // what is left

        Text(await host.CancelAsync("X1", "S1"), "status").ShouldBe("DONE");
        Text(await host.CancelAsync("X1", "S1"), "status").ShouldBe("DONE");
        Text(await host.CancelAsync("X2", "S1"), "message").ShouldBe("该结算已撤销");
        Text(await host.CancelAsync("X3", "Q1"), "message").ShouldBe("没有这笔结算");
        Amount(await host.QuoteAsync("Q3", Zhou, 300_000)).ShouldBe(150_000);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Quotes_beyond_the_cap_are_not_all_settled_not_even_at_once(string database)
    {
        await using var host = await StartAsync(database);
        foreach (var at in Enumerable.Range(0, 6)) await host.QuoteAsync($"Q{at}", Zhou, 120_000); // 600.00 each, of 2000.00

        var settled = await Task.WhenAll(Enumerable.Range(0, 6).Select(at => host.SettleAsync($"S{at}", $"Q{at}", 60_000)));

        settled.Count(order => Text(order, "status") == "DONE").ShouldBe(3);
        settled.Where(order => Text(order, "status") == "REFUSED").ShouldAllBe(order => Text(order, "message") == "保险额度已用完");
        var refused = settled.First(order => Text(order, "status") == "REFUSED");
        await host.CancelAsync("X1", Text(settled.First(order => Text(order, "status") == "DONE"), "number"));
        Text(await host.SettleAsync("S9", "Q" + Text(refused, "number")[1..], 60_000), "status").ShouldBe("DONE"); // its quote was not used up
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_late_settlement_waits_and_a_refused_one_has_no_effect(string database)
    {
        await using var host = await StartAsync(database);
        await host.QuoteAsync("Q1", Zhou, 300_000);
        host.Pull(LeverAction.Refuse, "SETTLEMENT", Zhou);
        Text(await host.SettleAsync("S1", "Q1", 150_000), "status").ShouldBe("REFUSED");
        host.Pull(LeverAction.Late, "SETTLEMENT");

        Text(await host.SettleAsync("S2", "Q1", 150_000), "status").ShouldBe("WAITING");
        Amount(await host.QuoteAsync("Q2", Zhou, 300_000)).ShouldBe(150_000);
        host.Clock.Advance(TimeSpan.FromMinutes(2));

        Text(await host.OrderAsync("S2"), "status").ShouldBe("DONE");
        Amount(await host.QuoteAsync("Q3", Zhou, 300_000)).ShouldBe(50_000);
    }

    [Fact]
    public async Task A_fault_refuses_without_effect_and_a_wrong_signature_is_turned_away()
    {
        await using var host = await StartAsync(BothDatabases.Sqlite);
        host.Faults.Order(new(FaultTarget.Insurer, "quote", FaultKind.Refuse, 1, 0));
        Text(await host.QuoteAsync("Q1", Zhou, 300_000), "status").ShouldBe("REFUSED");
        (await host.GetAsync("/insurer/orders/Q1")).Status.ShouldBe(404);
        host.Faults.Order(new(FaultTarget.Insurer, "settle", FaultKind.LostAnswer, 1, 0));
        await host.QuoteAsync("Q1", Zhou, 300_000);
        await Should.ThrowAsync<HttpRequestException>(() => host.SettleAsync("S1", "Q1", 150_000));
        Text(await host.OrderAsync("S1"), "status").ShouldBe("DONE");
        (await host.SendAsync(HttpMethod.Get, "/insurer/orders/S1", [], "another secret of 16+")).Status.ShouldBe(401);
    }
}
