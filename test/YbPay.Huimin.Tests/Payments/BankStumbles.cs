using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Orders;
using YbPay.Storage;
using static YbPay.Center.Tests.Hosting.Eventually;

namespace YbPay.Huimin.Tests.Payments;

/// <summary>The bank refuses, answers late, or its answer is lost: nothing is guessed, and nothing is paid twice.</summary>
public sealed class BankStumbles
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_the_bank_refuses_has_failed_and_says_why(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Poor, "V0001");
        var reply = (await host.First.PayAsync(host.First.Payment(token, 80_001))).Done<CreditPaymentReply>();
        (reply.OrderStatus, reply.PsnAmt, reply.AccType).ShouldBe(("03", null, null));
        reply.Msg.ShouldStartWith("支付失败：");
        (await host.First.RefundAsync(reply.QueryId, 1)).RtMsg.ShouldContain("未支付成功");
        (await host.First.PaidAsync(token, 80_000)).OrderStatus.ShouldBe("02");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_answer_that_is_lost_is_asked_for(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        foreach (var kind in (FaultKind[])[FaultKind.LostAnswer, FaultKind.Timeout])
        {
            host.Order(FaultTarget.CreditBank, "pay", kind);
            var reply = (await host.First.PayAsync(host.First.Payment(token, 10_000))).Done<CreditPaymentReply>();
            (reply.OrderStatus, reply.PsnAmt).ShouldBe(("01", null));
            (await EndsAsync(host, reply.OrderId, "01")).ShouldBe("02");
            host.Order(FaultTarget.CreditBank, "refund", kind);
            var refund = (await host.First.RefundAsync(reply.QueryId, 10_000)).Done<CreditRefundReply>();
            refund.OrderStatus.ShouldBe("11");
            (await host.First.RefundAsync(reply.QueryId, 1)).RtMsg.ShouldContain("没有可退金额"); // what is on its way is held
            (await EndsAsync(host, refund.OrderId, "11")).ShouldBe("12");
        }

        (await host.Bank.BooksAsync(default)).Sum(account => account.Opening - account.Available).ShouldBe(0);
        await Books.BalanceAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_order_that_never_arrived_is_sent_again_under_its_number(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        host.Order(FaultTarget.CreditBank, "pay", FaultKind.LostAnswer);
        host.Order(FaultTarget.CreditBank, "query", FaultKind.LostAnswer, 3);
        var reply = (await host.First.PayAsync(host.First.Payment(token, 10_000))).Done<CreditPaymentReply>();
        (await EndsAsync(host, reply.OrderId, "01")).ShouldBe("02");
        (await host.NumberAsync("SELECT COUNT(*) FROM legs WHERE kind = 'credit.pay'")).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_bank_that_decides_late_is_waited_for(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        host.PullAtBank(LeverAction.Late, "PAYMENT");
        var payment = host.First.Payment(token, 10_000);
        (await host.First.PayAsync(payment)).Done<CreditPaymentReply>().OrderStatus.ShouldBe("01");
        (await host.First.PayAsync(payment)).Done<CreditPaymentReply>().OrderStatus.ShouldBe("01");
        await host.Bank.FinishAllAsync(default);
        (await EndsAsync(host, payment.OrderId, "01")).ShouldBe("02");
        (await host.First.PayAsync(payment)).Done<CreditPaymentReply>().OrderStatus.ShouldBe("02");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_bank_that_cannot_be_reached_has_taken_nothing(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        await using var cut = await host.StartAnotherAsync(options => options.CreditBank.BaseUrl = "http://127.0.0.1:9");
        var reply = (await cut.First.PayAsync(cut.First.Payment(token, 10_000))).Done<CreditPaymentReply>();
        reply.OrderStatus.ShouldBe("03");
        (await host.First.PaidAsync(token, 10_000)).OrderStatus.ShouldBe("02");
        (await host.Bank.BooksAsync(default)).Sum(account => account.Opening - account.Available).ShouldBe(10_000);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_node_that_died_with_open_legs_is_taken_over_by_another(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        var paid = await host.First.PaidAsync(token, 10_000);
        CreditPaymentRequest payment;
        CreditRefundReply refund;
        await using (var dying = await host.StartAnotherAsync())
        {
            host.PullAtBank(LeverAction.Late, OrderLever.Any, 2);
            payment = dying.First.Payment(token, 20_000);
            (await dying.First.PayAsync(payment)).Done<CreditPaymentReply>().OrderStatus.ShouldBe("01");
            refund = (await dying.First.RefundAsync(paid.QueryId, 5_000)).Done<CreditRefundReply>();
            refund.OrderStatus.ShouldBe("11");
        }

        await host.Bank.FinishAllAsync(default);
        (await EndsAsync(host, payment.OrderId, "01")).ShouldBe("02");
        (await EndsAsync(host, refund.OrderId, "11")).ShouldBe("12");
        await Books.BalanceAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_leg_that_was_written_down_and_never_sent_is_sent_when_its_time_is_over(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        var paid = await host.First.PaidAsync(token, 10_000);
        // As a process leaves it that died between commit and sending.
        var now = host.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        await host.Database.WriteAsync(async session =>
        {
            await session.ExecuteAsync("UPDATE payments SET held = 3000");
            await session.ExecuteAsync("INSERT INTO legs (leg_id, owner_id, kind, state, amount, created_at, updated_at, next_at) VALUES ('LGdead', 'CRdead', 'credit.refund', 0, 3000, @now, @now, @then)", new { now, then = now + 5_000 });
            await session.ExecuteAsync("""
                INSERT INTO refunds (query_id, leg_id, hospital_id, order_id, digest, payment_id, state, amount, created_at, updated_at)
                VALUES ('CRdead', 'LGdead', @HospitalId, 'R00000dead', '', @QueryId, 11, 3000, @now, @now)
                """, new { host.First.HospitalId, paid.QueryId, now });
        });
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        await HoldsAsync(async () => await host.NumberAsync("SELECT COUNT(*) FROM refunds WHERE state = 12") == 1, "the refund is done");
        (await host.Bank.BooksAsync(default)).Sum(account => account.Opening - account.Available).ShouldBe(7_000);
        await Books.BalanceAsync(host);
    }

    private static async Task<string> EndsAsync(HuiminHost host, string orderId, string open) =>
        await GetAsync(async () => (await host.First.AskTradeAsync(orderId)).Done<QueryTradeReply>().OrderStatus, status => status != open, $"{orderId} ends");
}
