using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Orders;
using static YbPay.Sandbox.Tests.CreditBank.CreditHost;

namespace YbPay.Sandbox.Tests.CreditBank;

public sealed class CreditBankAnswersLateOrRefuses
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_late_payment_waits_without_effect_and_is_done_when_its_time_has_come(string database)
    {
        await using var host = await StartAsync(database);
        var (agreement, account) = (await host.AgreedAsync(Chen, "01"), await host.AccountAsync(Chen, "01"));
        host.Pull(LeverAction.Late, "PAYMENT");

        Text(await host.PayAsync("P1", agreement, 1000), "status").ShouldBe("WAITING");
        Text(await host.PayAsync("P1", agreement, 1000), "status").ShouldBe("WAITING");
        Text(await host.RefundAsync("R1", "P1", 1000), "message").ShouldBe("原支付未成功");
        Text(await host.PayAsync("P2", agreement, 1), "status").ShouldBe("DONE"); // the lever held for one
        (await host.AvailableAsync(account)).ShouldBe(5_000_000 - 1);

        host.Clock.Advance(TimeSpan.FromMinutes(2));
        Text(await host.OrderAsync("P1"), "status").ShouldBe("DONE");
        (await host.AvailableAsync(account)).ShouldBe(5_000_000 - 1001);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_waits_is_finished_on_demand_and_may_be_refused_then(string database)
    {
        await using var host = await StartAsync(database);
        var agreement = await host.AgreedAsync(Chen, "04"); // 356.80
        host.Pull(LeverAction.Late, count: 3);
        foreach (var number in (string[])["P1", "P2", "P3"]) await host.PayAsync(number, agreement, 20_000);

        (await host.Desk.FinishAllAsync(TestContext.Current.CancellationToken)).ShouldBe(3);

        (await host.Desk.FinishAllAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        Text(await host.OrderAsync("P1"), "status").ShouldBe("DONE");
        Text(await host.OrderAsync("P2"), "message").ShouldBe("账户余额不足");
    }

    [Fact]
    public async Task A_refusal_strikes_the_person_the_agreement_or_the_refund_that_was_named()
    {
        await using var host = await StartAsync(BothDatabases.Sqlite);
        var (chens, card, lins) = (await host.AgreedAsync(Chen, "01"), await host.AgreedAsync(Chen, "02"), await host.AgreedAsync(Lin, "01"));
        host.Pull(LeverAction.Refuse, person: Lin);
        Text(await host.PayAsync("P1", chens, 1000), "status").ShouldBe("DONE");
        Text(await host.PayAsync("P2", lins, 1000), "status").ShouldBe("REFUSED");
        Text(await host.PayAsync("P2", lins, 1000), "status").ShouldBe("REFUSED");
        Text(await host.PayAsync("P3", lins, 1000), "status").ShouldBe("DONE");

        host.Pull(LeverAction.Refuse, agreementNo: card);
        Text(await host.PayAsync("P4", chens, 1000), "status").ShouldBe("DONE");
        Text(await host.PayAsync("P5", card, 1000), "message").ShouldBe("模拟银行按指令拒绝本次交易");

        host.Pull(LeverAction.Refuse, "REFUND", Chen);
        Text(await host.PayAsync("P6", chens, 1000), "status").ShouldBe("DONE");
        Text(await host.RefundAsync("R1", "P6", 1000), "status").ShouldBe("REFUSED");
        Text(await host.RefundAsync("R2", "P6", 1000), "status").ShouldBe("DONE");
    }

    [Fact]
    public async Task A_fault_refuses_without_effect_and_a_lost_answer_has_one()
    {
        await using var host = await StartAsync(BothDatabases.Sqlite);
        var agreement = await host.AgreedAsync(Chen, "01");
        host.Faults.Order(new(FaultTarget.CreditBank, "pay", FaultKind.Refuse, 1, 0));
        Text(await host.PayAsync("P1", agreement, 1000), "status").ShouldBe("REFUSED");
        (await host.GetAsync("/credit/orders/P1")).Status.ShouldBe(404);

        host.Faults.Order(new(FaultTarget.CreditBank, "pay", FaultKind.LostAnswer, 1, 0));
        await Should.ThrowAsync<HttpRequestException>(() => host.PayAsync("P2", agreement, 1000));
        Text(await host.OrderAsync("P2"), "status").ShouldBe("DONE");

        host.Faults.Order(new(FaultTarget.CreditBank, "query", FaultKind.Refuse, 1, 0));
        (await host.GetAsync("/credit/orders/P2")).Status.ShouldBe(422);
    }
}
