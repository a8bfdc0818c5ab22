using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;

namespace YbPay.Huimin.Tests.Payments;

/// <summary>HOS00004: several partial refunds, never more than credit paid, within their days.</summary>
public sealed class RefundsGoBack
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Partial_refunds_add_up_to_what_was_paid_and_no_further(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        var paid = await host.First.PaidAsync(token, 10_000);
        var first = (await host.First.RefundAsync(paid.QueryId, 4_000)).Done<CreditRefundReply>();
        (first.OrderStatus, first.Amt, first.OrigOrderId, first.AccType, first.Msg).ShouldBe(("12", 4_000, paid.OrderId, "01", "退费成功"));
        first.QueryId.ShouldStartWith("CR");
        (await host.First.RefundAsync(paid.QueryId, 6_001)).RtCode.ShouldBe("1000");
        (await host.First.RefundAsync(paid.QueryId, 0)).RtCode.ShouldBe("1000");
        (await host.First.RefundAsync(paid.QueryId, 6_000)).Done<CreditRefundReply>().OrderStatus.ShouldBe("12");
        (await host.First.RefundAsync(paid.QueryId, 1)).RtMsg.ShouldContain("没有可退金额");
        (await host.Second.RefundAsync(paid.QueryId, 1)).RtCode.ShouldBe("0001"); // another hospital's payment
        (await host.First.RefundAsync("CP000000000000", 1)).RtCode.ShouldBe("0001");
        var trade = (await host.First.AskTradeAsync(first.OrderId)).Done<QueryTradeReply>();
        (trade.QueryId, trade.Amt, trade.PsnAmt, trade.OrderStatus, trade.OrderType).ShouldBe((first.QueryId, 4_000, 4_000, "12", "2"));
        (await host.Bank.BooksAsync(default)).Sum(account => account.Opening - account.Available).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task The_same_refund_again_goes_back_once(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        var paid = await host.First.PaidAsync(token, 10_000);
        var number = TestHospital.NewNumber("R");
        var replies = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => host.First.RefundAsync(paid.QueryId, 1_000, number)));
        replies.Select(reply => reply.Done<CreditRefundReply>().QueryId).Distinct().ShouldHaveSingleItem();
        (await host.First.RefundAsync(paid.QueryId, 1_001, number)).RtCode.ShouldBe("1000");
        (await host.First.PayAsync(host.First.Payment(token, 1_000, number))).RtCode.ShouldBe("1000");
        (await host.NumberAsync("SELECT refunded FROM payments")).ShouldBe(1_000);
        (await host.Bank.BooksAsync(default)).Sum(account => account.Opening - account.Available).ShouldBe(9_000);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_hundred_at_the_same_moment_never_give_back_more_than_was_paid(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        await using var other = await host.StartAnotherAsync();
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        var paid = await host.First.PaidAsync(token, 10_000);
        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => (i % 2 == 0 ? host : other).First.RefundAsync(paid.QueryId, 300)));
        replies.Count(reply => reply.RtCode == "0000").ShouldBe(33);
        replies.Where(reply => reply.RtCode != "0000").ShouldAllBe(reply => reply.RtCode == "1000");
        (await host.NumberAsync("SELECT SUM(amount) FROM refunds WHERE state = 12")).ShouldBe(9_900);
        (await host.NumberAsync("SELECT held FROM payments")).ShouldBe(9_900);
        (await host.Bank.BooksAsync(default)).Sum(account => account.Opening - account.Available).ShouldBe(100);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task After_thirty_days_it_is_too_late_and_after_ninety_where_that_was_agreed(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        var (usual, agreed) = (await host.First.PaidAsync(token, 1_000), await host.Second.PaidAsync(token, 1_000));
        host.Clock.Advance(TimeSpan.FromDays(30));
        (await host.First.RefundAsync(usual.QueryId, 100)).Done<CreditRefundReply>().OrderStatus.ShouldBe("12");
        host.Clock.Advance(TimeSpan.FromDays(1));
        (await host.First.RefundAsync(usual.QueryId, 100)).RtMsg.ShouldContain("线下退费");
        (await host.Second.RefundAsync(agreed.QueryId, 100)).Done<CreditRefundReply>().OrderStatus.ShouldBe("12");
        host.Clock.Advance(TimeSpan.FromDays(60));
        (await host.Second.RefundAsync(agreed.QueryId, 100)).RtCode.ShouldBe("1000");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_refund_that_the_bank_refuses_can_be_asked_for_again(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        var paid = await host.First.PaidAsync(token, 10_000);
        host.PullAtBank(Sandbox.Orders.LeverAction.Refuse, "REFUND");
        var refused = (await host.First.RefundAsync(paid.QueryId, 10_000)).Done<CreditRefundReply>();
        (refused.OrderStatus, refused.Msg).ShouldBe(("13", "退费失败：模拟银行按指令拒绝本次交易"));
        (await host.NumberAsync("SELECT held FROM payments")).ShouldBe(0);
        (await host.First.RefundAsync(paid.QueryId, 10_000)).Done<CreditRefundReply>().OrderStatus.ShouldBe("12");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_deposit_that_a_discharge_holds_is_not_refunded(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        var paid = await host.First.PaidAsync(token, 10_000);
        await host.Database.WriteAsync(session => session.ExecuteAsync("UPDATE payments SET discharge_id = 'DS1'"));
        (await host.First.RefundAsync(paid.QueryId, 1)).RtMsg.ShouldContain("正在办理出院结算");
        await host.Database.WriteAsync(session => session.ExecuteAsync("UPDATE payments SET consumed = 10000"));
        (await host.First.RefundAsync(paid.QueryId, 1)).RtMsg.ShouldContain("已用于出院结算");
    }
}
