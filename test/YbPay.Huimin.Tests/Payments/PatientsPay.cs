using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;

namespace YbPay.Huimin.Tests.Payments;

/// <summary>The way that most payments go.</summary>
public sealed class PatientsPay
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Accounts_of_all_four_kinds_pay(string database)
    {
        foreach (var accType in (string[])["01", "02", "03", "04"])
        {
            await using var host = await HuiminHost.StartAsync(database);
            var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001", accType);
            var paid = await host.First.PaidAsync(token, 20_000);
            (paid.AccType, paid.Amt, paid.PsnAmt, paid.CouponInfo, paid.Msg).ShouldBe((accType, 20_000, 20_000, null, "支付成功"));
            paid.QueryId.ShouldStartWith("CP");
            var trade = (await host.First.AskTradeAsync(paid.OrderId)).Done<QueryTradeReply>();
            (trade.QueryId, trade.AccType, trade.Amt, trade.PsnAmt, trade.InsureSettleAmt, trade.OrderStatus, trade.OrderType).ShouldBe((paid.QueryId, accType, 20_000, 20_000, 0, "02", "2"));
            trade.TradeNo.ShouldNotBe(paid.QueryId);
            (await host.First.AskTradeAsync("N00000009")).RtCode.ShouldBe("0001");
            (await host.Second.AskTradeAsync(paid.OrderId)).RtCode.ShouldBe("0001"); // another hospital's numbers are its own
        }
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_coupon_is_told_and_is_part_of_what_credit_paid(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001", "02");
        var paid = await host.First.PaidAsync(token, 60_000);
        (paid.Amt, paid.PsnAmt, paid.CouponInfo).ShouldBe((60_000, 60_000, "2000"));
        (await host.NumberAsync("SELECT COALESCE(SUM(amount), 0) FROM ledger_postings WHERE account = 'discount'")).ShouldBe(2_000);
        (await host.NumberAsync("SELECT COALESCE(SUM(amount), 0) FROM ledger_postings WHERE account = 'credit'")).ShouldBe(58_000);
    }

    [Theory]
    [InlineData(BothDatabases.Sqlite, "2", 100)]
    [InlineData(BothDatabases.Sqlite, "02", 100)]
    [InlineData(BothDatabases.Sqlite, "3", 0)]
    [InlineData(BothDatabases.Sqlite, "0", 0)]
    public async Task Only_what_is_paid_for_a_stay_is_a_deposit(string database, string orderType, long held)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        var paid = await host.First.PaidAsync(token, 100, orderType);
        (await host.First.AskTradeAsync(paid.OrderId)).Done<QueryTradeReply>().OrderType.ShouldBe(orderType);
        (await host.NumberAsync("SELECT COALESCE(-SUM(amount), 0) FROM ledger_postings WHERE account = 'deposits'")).ShouldBe(held);
        (await host.NumberAsync("SELECT COALESCE(-SUM(amount), 0) FROM ledger_postings WHERE account = 'hospital'")).ShouldBe(100 - held);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Nothing_to_pay_is_paid_at_once_and_asks_nobody(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        var paid = await host.First.PaidAsync(token, 0);
        (paid.AccType, paid.PsnAmt, paid.OrderStatus).ShouldBe((null, 0, "02"));
        (await host.NumberAsync("SELECT COUNT(*) FROM legs WHERE kind = 'credit.pay'")).ShouldBe(0);
        (await host.First.RefundAsync(paid.QueryId, 1)).RtCode.ShouldBe("1000");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task The_same_order_again_pays_once_and_another_content_is_refused(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        var payment = host.First.Payment(token, 10_000);
        var first = (await host.First.PayAsync(payment)).Done<CreditPaymentReply>();
        (await host.First.PayAsync(payment)).Done<CreditPaymentReply>().ShouldBe(first);
        (await host.First.PayAsync(payment with { Amt = 10_001 })).RtCode.ShouldBe("1000");
        (await host.First.RefundAsync(first.QueryId, 1, payment.OrderId)).RtCode.ShouldBe("1000"); // payments and refunds share their numbers
        (await host.Second.PaidAsync(token, 500)).OrderStatus.ShouldBe("02"); // the enrolment holds everywhere
        (await host.NumberAsync("SELECT SUM(amt) FROM payments")).ShouldBe(10_500);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Of_many_at_the_same_moment_one_pays(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        await using var other = await host.StartAnotherAsync();
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        var payment = host.First.Payment(token, 10_000);
        var replies = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => (i % 2 == 0 ? host : other).First.PayAsync(payment)));
        replies.Select(reply => reply.Done<CreditPaymentReply>().QueryId).Distinct().ShouldHaveSingleItem();
        replies.Select(reply => reply.As<CreditPaymentReply>().OrderStatus).ShouldContain("02");
        (await host.Bank.BooksAsync(default)).Sum(account => account.Opening - account.Available).ShouldBe(10_000);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_payment_knows_the_visit_that_was_told_last(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        (await host.First.AskEnrolmentAsync(TestPatient.Rich, "V0002")).Done<QueryEnrolmentReply>();
        await host.First.PaidAsync(token, 100);
        (await host.NumberAsync("SELECT COUNT(*) FROM payments WHERE visit_no = 'V0002'")).ShouldBe(1);
        await host.Second.PaidAsync(token, 100); // told of no visit
        (await host.NumberAsync("SELECT COUNT(*) FROM payments WHERE visit_no IS NULL")).ShouldBe(1);
    }
}
