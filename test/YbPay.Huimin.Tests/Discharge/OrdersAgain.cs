using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;

namespace YbPay.Huimin.Tests.Discharge;

/// <summary>What is sent again: the same once, anything else not at all.</summary>
public sealed class OrdersAgain
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task The_same_trial_is_answered_as_it_was_and_another_under_its_number_is_refused(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var stay = await Stay.BeginAsync(host.First, 100_000, 100_000);
        var trial = stay.Trial(StayBill.Usual);
        var first = (await stay.SendAsync(trial)).Done<TryDischargeReply>();
        await host.First.RefundAsync(stay.Numbers[0], 1_000);
        (await stay.SendAsync(trial)).Done<TryDischargeReply>().ShouldBe(first); // as it was answered, not as it would be now
        foreach (var other in Others(trial)) (await stay.SendAsync(other)).RtMsg.ShouldStartWith("试算订单号已用于其他内容");
        (await host.NumberAsync("SELECT COUNT(*) FROM trials")).ShouldBe(1);
    }

    private static IEnumerable<TryDischargeRequest> Others(TryDischargeRequest trial) =>
    [
        trial with { SettleAmt = trial.SettleAmt + 1 },
        trial with { NonCreditPayAmt = trial.NonCreditPayAmt - 1 },
        trial with { ExtParams = null },
        trial with { OrigPayQueryId = OrderNumbers.OfText(trial.OrigPayQueryId.Numbers[0]) },
    ];

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task The_same_order_settles_once_and_another_under_its_number_is_refused(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var stay = await Stay.BeginAsync(host.First, 100_000, 100_000);
        var (_, settlement) = await stay.TryAsync(StayBill.Usual);
        var first = await stay.SettleAsync(settlement);
        (await stay.SettleAsync(settlement)).QueryId.ShouldBe(first.QueryId);
        (await stay.SettleAsync(settlement with { OrigPayQueryId = OrderNumbers.OfText(string.Join(',', stay.Numbers)) })).QueryId.ShouldBe(first.QueryId);
        foreach (var other in (SettleDischargeRequest[])[settlement with { GrAmt = 1 }, settlement with { MiAmt = 1 }, settlement with { OrigPayQueryId = OrderNumbers.Of(stay.Numbers[0]) }])
            (await stay.SendAsync(other)).RtMsg.ShouldStartWith("订单号已用于其他请求");
        (await host.First.PayAsync(host.First.Payment(stay.Token, 1, settlement.OrderId))).RtMsg.ShouldStartWith("订单号已用于其他请求");
        await stay.EndsAsync(settlement, "32");
        (await host.NumberAsync("SELECT COUNT(*) FROM discharges")).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_trial_is_settled_once_and_a_visit_too(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var stay = await Stay.BeginAsync(host.First, 100_000, 100_000, 50_000);
        var (_, first) = await stay.TryAsync(StayBill.Plain(100_000), stay.Numbers[0]);
        var (_, second) = await stay.TryAsync(StayBill.Plain(100_000), stay.Numbers[1]);
        (await stay.SettleAsync(first)).OrderStatus.ShouldBe("32");
        (await stay.SendAsync(first with { OrderId = TestHospital.NewNumber("D") })).RtMsg.ShouldStartWith("该试算已结算");
        (await stay.SendAsync(second)).RtMsg.ShouldStartWith("该住院已有出院结算");
        (await stay.SendAsync(stay.Settlement(stay.Trial(StayBill.Plain(1)), StayBill.Plain(1), 0))).RtCode.ShouldBe("0001"); // never tried
        // The next stay of the same person, with the deposit that is left.
        (await host.First.AskEnrolmentAsync(TestPatient.Second, "ZY0002")).Done<QueryEnrolmentReply>();
        var next = new Stay(host.First, stay.Token, "ZY0002");
        var (_, third) = await next.TryAsync(StayBill.Plain(40_000), stay.Numbers[2]);
        (await next.SettleAsync(third)).OrderStatus.ShouldBe("32");
        await next.EndsAsync(third, "32");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Of_many_at_the_same_moment_from_two_nodes_one_discharge_comes(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        await using var other = await host.StartAnotherAsync();
        var stay = await Stay.BeginAsync(host.First, 100_000, 100_000);
        var (_, settlement) = await stay.TryAsync(StayBill.Usual);
        var replies = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => (i % 2 == 0 ? stay : stay.At(other)).SendAsync(settlement)));
        replies.Select(reply => reply.Done<SettleDischargeReply>().QueryId).Distinct().ShouldHaveSingleItem();
        await stay.EndsAsync(settlement, "32");
        (await host.NumberAsync("SELECT COUNT(*) FROM refunds")).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Of_two_orders_for_one_deposit_at_the_same_moment_one_gets_it(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        await using var other = await host.StartAnotherAsync();
        var stay = await Stay.BeginAsync(host.First, 100_000);
        (await host.First.AskEnrolmentAsync(TestPatient.Second, "ZY0002")).Done<QueryEnrolmentReply>();
        var twin = new Stay(host.First, stay.Token, "ZY0002");
        var settlements = new List<(Stay Stay, SettleDischargeRequest Request)>();
        for (var i = 0; i < 8; i++)
        {
            var (of, at) = (i % 4 < 2 ? stay : twin, i % 2 == 0 ? host : other);
            settlements.Add((of.At(at), (await of.TryAsync(StayBill.Plain(70_000), stay.Numbers[0])).Settlement));
        }

        var replies = await Task.WhenAll(settlements.Select(one => one.Stay.SendAsync(one.Request)));
        replies.Count(reply => reply.RtCode == "0000").ShouldBe(1);
        replies.Count(reply => reply.RtCode == "1000").ShouldBe(7);
        (await host.NumberAsync("SELECT consumed FROM payments")).ShouldBe(70_000);
        await Sums.AddUpAsync(host);
        other.Log.Errors.ShouldBeEmpty();
    }
}
