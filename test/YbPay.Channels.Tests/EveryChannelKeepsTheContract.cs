using YbPay.Center.Cash;
using YbPay.Protocol.Outgoing;
using static YbPay.Channels.Tests.ChannelHost;

namespace YbPay.Channels.Tests;

public sealed class EveryChannelKeepsTheContract
{
    public static TheoryData<string> Channels => [ChannelHost.Bank, WeChatRsa, WeChatSm2];

    [Theory, MemberData(nameof(Channels))]
    public async Task The_same_number_again_is_the_same_payment(string kind)
    {
        await using var host = await StartAsync(kind);
        var first = Given(await host.Channel.CreateAsync(Order("CSH20260102030405A1"), default));
        var again = Given(await host.Channel.CreateAsync(Order("CSH20260102030405A1"), default));

        again.ShouldBe(first);
        first.ShouldSatisfyAllConditions(p => p.OutTradeNo.ShouldBe("CSH20260102030405A1"), p => p.Amount.Value.ShouldBe(1234), p => p.State.ShouldBe(ChannelPaymentState.Waiting));
        (await host.Channel.CreateAsync(Order("CSH20260102030405A1", 99), default)).ShouldBeOfType<Answer<ChannelPayment>.Refused>();
        Given(await host.Channel.QueryAsync("CSH20260102030405A1", default)).Amount.Value.ShouldBe(1234);
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task What_was_never_created_is_not_found(string kind)
    {
        await using var host = await StartAsync(kind);
        (await host.Channel.QueryAsync("CSH20260102030405A2", default)).ShouldBeOfType<Answer<ChannelPayment>.Refused>().Code.ShouldBe("NOT_FOUND");
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task An_unpaid_payment_closes_and_a_paid_one_says_paid(string kind)
    {
        await using var host = await StartAsync(kind);
        Given(await host.Channel.CreateAsync(Order("CSH20260102030405A3"), default));
        Given(await host.Channel.CreateAsync(Order("CSH20260102030405A4"), default));
        await host.PayAsync("CSH20260102030405A4");

        Given(await host.Channel.CloseAsync("CSH20260102030405A3", default)).State.ShouldBe(ChannelPaymentState.Closed);
        Given(await host.Channel.CloseAsync("CSH20260102030405A3", default)).State.ShouldBe(ChannelPaymentState.Closed);
        var paid = Given(await host.Channel.CloseAsync("CSH20260102030405A4", default));
        paid.ShouldSatisfyAllConditions(p => p.State.ShouldBe(ChannelPaymentState.Paid), p => p.Amount.Value.ShouldBe(1234), p => p.PaidAt.ShouldNotBeNull());
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task A_refund_can_be_sent_again_and_never_exceeds_the_payment(string kind)
    {
        await using var host = await StartAsync(kind);
        Given(await host.Channel.CreateAsync(Order("CSH20260102030405A5"), default));
        (await host.Channel.RefundAsync("REF0", "CSH20260102030405A5", new(1), default)).ShouldBeOfType<Answer<ChannelRefund>.Refused>();
        await host.PayAsync("CSH20260102030405A5");

        var first = Given(await host.Channel.RefundAsync("REF1", "CSH20260102030405A5", new(1000), default));
        Given(await host.Channel.RefundAsync("REF1", "CSH20260102030405A5", new(1000), default)).ShouldBe(first);
        (await host.Channel.RefundAsync("REF2", "CSH20260102030405A5", new(235), default)).ShouldBeOfType<Answer<ChannelRefund>.Refused>();
        Given(await host.Channel.RefundAsync("REF3", "CSH20260102030405A5", new(234), default));
    }

    [Theory, MemberData(nameof(Channels))]
    public async Task The_statement_adds_up(string kind)
    {
        await using var host = await StartAsync(kind);
        foreach (var no in new[] { "CSH20260102030405A6", "CSH20260102030405A7" })
        {
            Given(await host.Channel.CreateAsync(Order(no), default));
            await host.PayAsync(no);
        }

        Given(await host.Channel.RefundAsync("REF6", "CSH20260102030405A6", new(34), default));
        var lines = Given(await host.Channel.StatementAsync(DateOnly.FromDateTime(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).DateTime), default));
        lines.Count.ShouldBe(3);
        lines.Sum(line => line.Amount.Value).ShouldBe((2 * 1234) - 34);
        lines.ShouldContain(new ChannelStatementLine("REF6", "CSH20260102030405A6", new(-34)));
    }

    private static T Given<T>(Answer<T> answer) => answer.ShouldBeOfType<Answer<T>.Given>(answer.Note).Value;
}
