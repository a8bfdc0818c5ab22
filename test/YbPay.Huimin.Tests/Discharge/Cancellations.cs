using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Orders;
using static YbPay.Center.Tests.Hosting.Eventually;

namespace YbPay.Huimin.Tests.Discharge;

/// <summary>HOS00015, which the document has retired.</summary>
public sealed class Cancellations
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Where_it_is_off_it_is_refused(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        (await (await Stay.BeginAsync(host.First, 100)).CancelAsync("DS202611200000000001")).RtMsg.ShouldBe("该交易已废弃");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_was_settled_is_free_again_but_for_what_went_back(string database)
    {
        await using var host = await HuiminHost.StartAsync(database, options => options.Retired = true);
        var stay = await Stay.BeginAsync(host.First, 100_000, 100_000);
        var (_, settlement) = await stay.TryAsync(StayBill.Usual);
        var settled = await stay.SettleAsync(settlement);
        var number = TestHospital.NewNumber("X");
        var cancelled = (await stay.CancelAsync(settled.QueryId!, number)).Done<CancelDischargeReply>();
        (cancelled.OrderStatus, cancelled.OrderId, cancelled.Msg).ShouldBe(("42", number, "结算撤销成功"));
        cancelled.QueryId!.ShouldStartWith("DC");
        (await stay.CancelAsync(settled.QueryId!, number)).Done<CancelDischargeReply>().ShouldBe(cancelled);
        (await stay.CancelAsync(settled.QueryId!)).RtMsg.ShouldStartWith("当前状态不能撤销结算");

        (await stay.AskedAsync(settlement)).OrderStatus.ShouldBe("42");
        var asked = (await stay.AskAsync(number, "02")).Done<QueryDischargeReply>();
        (asked.QueryId, asked.OrderStatus, asked.OrderId, asked.InsureSettleAmt).ShouldBe((cancelled.QueryId, "42", number, 0));
        (await host.Insurer.SettledAsync(default)).ShouldBe(0);
        await Sums.AddUpAsync(host);

        var (tried, again) = await stay.TryAsync(StayBill.Usual with { NonCredit = 599_000 });
        (tried.PsnAmt, tried.SupplementAmt).ShouldBe((160_000, 200));
        await stay.DepositAsync(200);
        again = again with { OrigPayQueryId = OrderNumbers.Of(stay.Numbers) };
        (await stay.SettleAsync(again)).OrderStatus.ShouldBe("32");
        await stay.EndsAsync(again, "32");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Where_no_insurer_paid_it_is_done_at_once(string database)
    {
        await using var host = await HuiminHost.StartAsync(database, options => options.Retired = true);
        var stay = await Stay.BeginAsync(host.First, 100_000);
        var settled = await stay.SettleAsync((await stay.TryAsync(StayBill.Plain(30_000))).Settlement);
        (await stay.CancelAsync(settled.QueryId!)).Done<CancelDischargeReply>().OrderStatus.ShouldBe("42");
        (await host.First.RefundAsync(stay.Numbers[0], 30_000)).Done<CreditRefundReply>().OrderStatus.ShouldBe("12");
        (await host.Bank.BooksAsync(default)).Sum(account => account.Opening - account.Available).ShouldBe(0);
        await Sums.AddUpAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_insurer_that_refuses_leaves_the_discharge_as_it_is_and_may_be_asked_again(string database)
    {
        await using var host = await HuiminHost.StartAsync(database, options => options.Retired = true);
        var stay = await Stay.BeginAsync(host.First, 200_000);
        var (_, settlement) = await stay.TryAsync(StayBill.Usual);
        var settled = await stay.SettleAsync(settlement);
        host.PullAtInsurer(LeverAction.Refuse, "CANCELLATION");
        var number = TestHospital.NewNumber("X");
        var refused = await stay.CancelAsync(settled.QueryId!, number);
        (refused.RtCode, refused.As<CancelDischargeReply>().OrderStatus).ShouldBe(("1000", "43"));
        (await stay.AskAsync(number, "02")).Done<QueryDischargeReply>().OrderStatus.ShouldBe("43");
        await stay.EndsAsync(settlement, "32");

        host.Order(FaultTarget.Insurer, "cancel", FaultKind.LostAnswer);
        number = TestHospital.NewNumber("X");
        (await stay.CancelAsync(settled.QueryId!, number)).Done<CancelDischargeReply>().OrderStatus.ShouldBe("41");
        await GetAsync(async () => (await stay.AskAsync(number, "02")).Done<QueryDischargeReply>().OrderStatus, status => status == "42", "the cancellation is done");
        await Sums.AddUpAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_is_not_settled_or_not_ones_own_is_not_cancelled(string database)
    {
        await using var host = await HuiminHost.StartAsync(database, options => options.Retired = true);
        var stay = await Stay.BeginAsync(host.First, 200_000);
        var (_, settlement) = await stay.TryAsync(StayBill.Usual);
        host.PullAtInsurer(LeverAction.Late, "SETTLEMENT");
        var running = await stay.SettleAsync(settlement);
        running.OrderStatus.ShouldBe("31");
        (await stay.CancelAsync(running.QueryId!)).RtMsg.ShouldStartWith("当前状态不能撤销结算");
        (await stay.CancelAsync("DS202611200000000001")).RtCode.ShouldBe("0001");
        (await new Stay(host.Second, stay.Token, stay.VisitNo).CancelAsync(running.QueryId!)).RtCode.ShouldBe("0001");
        (await stay.CancelAsync(running.QueryId!, settlement.OrderId)).RtCode.ShouldBe("1000");
        await host.Insurer.MoveOnAsync(null, toTheEnd: true, default);
        await stay.EndsAsync(settlement, "32");
        (await stay.CancelAsync(running.QueryId!, settlement.OrderId)).RtMsg.ShouldStartWith("订单号已用于其他请求");
    }
}
