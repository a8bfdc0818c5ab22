using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Orders;
using static YbPay.Center.Tests.Hosting.Eventually;

namespace YbPay.Huimin.Tests.Discharge;

/// <summary>Insurer and bank refuse, are late, say nothing or are not there: nothing is guessed, nothing is settled or given back twice.</summary>
public sealed class DischargesStumble
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_insurer_that_refuses_leaves_no_effect(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var stay = await Stay.BeginAsync(host.First, 100_000, 100_000);
        var (_, settlement) = await stay.TryAsync(StayBill.Usual);
        host.PullAtInsurer(LeverAction.Refuse, "SETTLEMENT");
        var refused = await stay.SettleAsync(settlement, "1000");
        (refused.OrderStatus, refused.InsureSettleAmt).ShouldBe(("33", 0));
        refused.Msg.ShouldStartWith("结算失败：模拟保险公司按指令拒绝");
        (await stay.SettleAsync(settlement, "1000")).QueryId.ShouldBe(refused.QueryId); // this order has failed for good
        await stay.EndsAsync(settlement, "33");
        (await host.Bank.BooksAsync(default)).Sum(account => account.Opening - account.Available).ShouldBe(200_000);

        (await host.First.RefundAsync(stay.Numbers[0], 1)).Done<CreditRefundReply>().OrderStatus.ShouldBe("12"); // the deposits are free
        settlement = settlement with { OrderId = TestHospital.NewNumber("D") }; // the trial may be settled after all
        (await stay.SettleAsync(settlement)).OrderStatus.ShouldBe("32");
        await stay.EndsAsync(settlement, "32");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_insurer_whose_answer_is_lost_or_late_is_asked_and_has_settled_once(string database)
    {
        foreach (var kind in (FaultKind?[])[FaultKind.LostAnswer, FaultKind.Timeout, FaultKind.Duplicate, null])
        {
            await using var host = await HuiminHost.StartAsync(database);
            var stay = await Stay.BeginAsync(host.First, 100_000, 100_000);
            var (_, settlement) = await stay.TryAsync(StayBill.Usual);
            if (kind is { } fault) host.Order(FaultTarget.Insurer, "settle", fault);
            else host.PullAtInsurer(LeverAction.Late, "SETTLEMENT");
            var said = await stay.SettleAsync(settlement);
            said.OrderStatus.ShouldBe(kind is FaultKind.Duplicate ? "32" : "31", $"{kind}");
            if (kind is null)
            {
                (await stay.SettleAsync(settlement)).OrderStatus.ShouldBe("31");
                (await host.First.RefundAsync(stay.Numbers[0], 1)).RtMsg.ShouldStartWith("押金正在办理出院结算");
                await host.Insurer.MoveOnAsync(null, toTheEnd: true, default);
            }

            await stay.EndsAsync(settlement, "32");
            (await stay.SettleAsync(settlement)).InsureSettleAmt.ShouldBe(240_000);
            (await host.Insurer.SettledAsync(default)).ShouldBe(240_000);
        }
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_insurer_that_cannot_be_reached_is_waited_for(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var stay = await Stay.BeginAsync(host.First, 100_000, 100_000);
        var (_, settlement) = await stay.TryAsync(StayBill.Usual);
        await using (var cut = await host.StartAnotherAsync(options => options.Insurer.BaseUrl = "http://127.0.0.1:9"))
        {
            (await stay.At(cut).SettleAsync(settlement)).OrderStatus.ShouldBe("31");
        }

        var said = await stay.SettleAsync(settlement); // sent again it goes on, and is done as soon as the insurer is there
        said.OrderStatus.ShouldBeOneOf("31", "32");
        (await stay.EndsAsync(settlement, "32")).QueryId.ShouldBe(said.QueryId);
        (await host.NumberAsync("SELECT COUNT(*) FROM legs WHERE kind = 'discharge.insurer'")).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_bank_that_refuses_a_refund_is_5502_and_the_same_order_goes_on_with_the_rest(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var stay = await Stay.BeginAsync(host.First, 100_000, 100_000, 100_000);
        var (_, settlement) = await stay.TryAsync(StayBill.Usual);
        host.PullAtBank(LeverAction.Refuse, "REFUND"); // one of the two refunds
        var refused = await stay.SettleAsync(settlement, "5502");
        (refused.OrderStatus, refused.InsureSettleAmt, refused.RefundAmt).ShouldBe(("33", 240_000, 140_000));
        refused.OrderList.Count(deposit => deposit.OrderStatus == "12").ShouldBe(1);
        var bad = refused.OrderList.Single(deposit => deposit.OrderStatus == "13");
        bad.Msg.ShouldStartWith("退费失败：");
        var asked = await stay.EndsAsync(settlement, "33");
        asked.OrderList.Sum(deposit => deposit.Amt + deposit.RefundAmt).ShouldBe(300_000);
        (await host.First.RefundAsync(stay.Numbers[2], 1)).RtMsg.ShouldStartWith("押金正在办理出院结算");
        (await stay.SendAsync(stay.Trial(StayBill.Plain(1)))).RtMsg.ShouldStartWith("押金已用于其他出院结算");

        host.PullAtBank(LeverAction.Refuse, "REFUND");
        (await stay.SettleAsync(settlement, "5502")).QueryId.ShouldBe(refused.QueryId);
        (await stay.SettleAsync(settlement)).OrderStatus.ShouldBe("32");
        await stay.EndsAsync(settlement, "32");
        (await host.NumberAsync("SELECT SUM(amount) FROM refunds WHERE state = 12")).ShouldBe(140_000);
        (await host.NumberAsync("SELECT COUNT(*) FROM refunds")).ShouldBe(4); // two, of which one was refused twice and done then
        (await host.Insurer.SettledAsync(default)).ShouldBe(240_000);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_bank_that_says_nothing_is_asked_and_gives_back_once(string database)
    {
        foreach (var kind in (FaultKind?[])[FaultKind.LostAnswer, FaultKind.Timeout, FaultKind.Duplicate, null])
        {
            await using var host = await HuiminHost.StartAsync(database);
            var stay = await Stay.BeginAsync(host.First, 100_000, 100_000);
            var (_, settlement) = await stay.TryAsync(StayBill.Plain(60_000));
            if (kind is { } fault) host.Order(FaultTarget.CreditBank, "refund", fault);
            else host.PullAtBank(LeverAction.Late, "REFUND", 2);
            var said = await stay.SettleAsync(settlement);
            said.OrderStatus.ShouldBe(kind is FaultKind.Duplicate ? "32" : "31", $"{kind}");
            if (kind is null)
            {
                said.OrderList.Select(deposit => deposit.OrderStatus).ShouldBe(["11", "11"]);
                (await stay.SettleAsync(settlement)).OrderStatus.ShouldBe("31");
                await host.Bank.FinishAllAsync(default);
            }

            await stay.EndsAsync(settlement, "32");
            (await host.Bank.BooksAsync(default)).Sum(account => account.Opening - account.Available).ShouldBe(60_000);
            (await host.NumberAsync("SELECT COUNT(*) FROM refunds")).ShouldBe(2);
        }
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_bank_that_cannot_be_reached_is_no_refusal(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var stay = await Stay.BeginAsync(host.First, 100_000, 100_000);
        var (_, settlement) = await stay.TryAsync(StayBill.Usual);
        await using (var cut = await host.StartAnotherAsync(options => options.CreditBank.BaseUrl = "http://127.0.0.1:9"))
        {
            (await stay.At(cut).SettleAsync(settlement)).OrderStatus.ShouldBe("31");
        }

        await stay.EndsAsync(settlement, "32");
        (await host.NumberAsync("SELECT COUNT(*) FROM refunds")).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_refund_of_one_deposit_refused_and_another_open_waits_for_the_open_one(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var stay = await Stay.BeginAsync(host.First, 100_000, 100_000);
        var (_, settlement) = await stay.TryAsync(StayBill.Plain(0));
        host.PullAtBank(LeverAction.Refuse, "REFUND");
        host.PullAtBank(LeverAction.Late, "REFUND");
        (await stay.SettleAsync(settlement)).OrderStatus.ShouldBe("31");
        await host.Bank.FinishAllAsync(default);
        await stay.EndsAsync(settlement, "33");
        (await stay.SettleAsync(settlement)).OrderStatus.ShouldBe("32");
        await stay.EndsAsync(settlement, "32");
        (await host.Bank.BooksAsync(default)).Sum(account => account.Opening - account.Available).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_node_that_died_half_way_is_taken_over(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var stay = await Stay.BeginAsync(host.First, 100_000, 100_000);
        var (_, settlement) = await stay.TryAsync(StayBill.Usual);
        await using (var dying = await host.StartAnotherAsync())
        {
            host.PullAtInsurer(LeverAction.Late, "SETTLEMENT");
            (await stay.At(dying).SettleAsync(settlement)).OrderStatus.ShouldBe("31");
        }

        await host.Insurer.MoveOnAsync(null, toTheEnd: true, default);
        await stay.EndsAsync(settlement, "32");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_insurer_that_gives_no_quote_is_no_insurer_that_pays_nothing(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var stay = await Stay.BeginAsync(host.First, 100_000);
        var trial = stay.Trial(StayBill.Usual);
        host.Order(FaultTarget.Insurer, "quote", FaultKind.LostAnswer);
        (await stay.SendAsync(trial)).RtMsg.ShouldStartWith("保险公司暂无试算结果");
        host.PullAtInsurer(LeverAction.Refuse, "QUOTE");
        (await stay.SendAsync(trial)).RtMsg.ShouldStartWith("保险公司拒绝试算：模拟保险公司");
        (await stay.SendAsync(trial)).Done<TryDischargeReply>().BudgetAmt.ShouldBe(240_000);
        await HoldsAsync(async () => await host.NumberAsync("SELECT COUNT(*) FROM trials") == 1, "one trial is kept");
    }
}
