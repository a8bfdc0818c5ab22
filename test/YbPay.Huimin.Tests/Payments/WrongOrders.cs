using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;

namespace YbPay.Huimin.Tests.Payments;

/// <summary>Payments, refunds and questions that name the wrong token, order, hospital or amount: refused, and nothing is kept.</summary>
public sealed class WrongOrders
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_cannot_be_paid_leaves_nothing_behind(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        var good = host.First.Payment(token, 10_000);
        foreach (var (wrong, code) in ((CreditPaymentRequest, string)[])[
            (good with { SignToken = token[..^1] + (token[^1] == '0' ? '1' : '0') }, "0001"), (good with { Amt = -1 }, "1000"), (good with { Amt = 100_000_000_000 }, "1000"),
            (good with { HospitalId = host.Second.HospitalId }, "1000"), (good with { CityCode = "110000" }, "1000"), (good with { OrderType = "777" }, "1000"), (good with { OrderId = "short" }, "1000")])
            (await host.First.PayAsync(wrong)).RtCode.ShouldBe(code, wrong.ToString());
        (await host.NumberAsync("SELECT COUNT(*) FROM payments")).ShouldBe(0);
        (await host.NumberAsync("SELECT COUNT(*) FROM order_numbers")).ShouldBe(0); // a refused number is still free
        (await host.First.PayAsync(good)).Done<CreditPaymentReply>().OrderStatus.ShouldBe("02");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Two_hospitals_use_the_same_number_and_see_only_their_own(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        var (one, two) = (host.First.Payment(token, 100, "P00000001"), host.Second.Payment(token, 200, "P00000001"));
        var (first, second) = ((await host.First.PayAsync(one)).Done<CreditPaymentReply>(), (await host.Second.PayAsync(two)).Done<CreditPaymentReply>());
        first.QueryId.ShouldNotBe(second.QueryId);
        (await host.First.AskTradeAsync("P00000001")).Done<QueryTradeReply>().Amt.ShouldBe(100);
        (await host.Second.AskTradeAsync("P00000001")).Done<QueryTradeReply>().Amt.ShouldBe(200);
        (await host.Second.RefundAsync(first.QueryId, 1)).RtCode.ShouldBe("0001");
        (await host.First.RefundAsync(first.OrderId, 1)).RtCode.ShouldBe("0001"); // the platform's number is asked for, not the hospital's
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_frozen_persons_order_is_still_answered_as_it_stands(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        var payment = host.First.Payment(token, 100);
        var paid = (await host.First.PayAsync(payment)).Done<CreditPaymentReply>();
        await host.OrderAsync(TestPatient.Rich.IdNo, "freeze");
        (await host.First.PayAsync(payment)).Done<CreditPaymentReply>().ShouldBe(paid);
        (await host.First.PayAsync(payment with { OrderId = TestHospital.NewNumber("P") })).RtCode.ShouldBe("0002");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_refunds_days_end_at_midnight_in_china(string database)
    {
        var noon = new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.FromHours(8));
        await using var host = await HuiminHost.StartAsync(database, at: new(noon));
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        var (usual, agreed) = (await host.First.PaidAsync(token, 1_000), await host.Second.PaidAsync(token, 1_000));
        Until(host, noon.AddDays(30).AddHours(11).AddMinutes(58)); // 1 December, 23:58
        (await host.First.RefundAsync(usual.QueryId, 100)).Done<CreditRefundReply>().OrderStatus.ShouldBe("12");
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        (await host.First.RefundAsync(usual.QueryId, 100)).RtMsg.ShouldContain("线下退费");
        Until(host, noon.AddDays(90).AddHours(11).AddMinutes(58));
        (await host.Second.RefundAsync(agreed.QueryId, 100)).Done<CreditRefundReply>().OrderStatus.ShouldBe("12");
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        (await host.Second.RefundAsync(agreed.QueryId, 100)).RtMsg.ShouldContain("线下退费");
    }

    private static void Until(HuiminHost host, DateTimeOffset moment) => host.Clock.Advance(moment - host.Clock.GetUtcNow());
}
