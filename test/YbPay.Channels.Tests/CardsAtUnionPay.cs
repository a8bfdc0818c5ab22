using System.Globalization;
using System.Text;
using YbPay.Center.Cash;
using YbPay.Center.Cash.UnionPay;
using YbPay.Protocol.Outgoing;

namespace YbPay.Channels.Tests;

public sealed class CardsAtUnionPay
{
    public static TheoryData<UnionPayAlgorithm> Algorithms => [UnionPayAlgorithm.Rsa, UnionPayAlgorithm.Sm2];

    public static TheoryData<UnionPayAlgorithm, string> Troubles
    {
        get
        {
            var all = new TheoryData<UnionPayAlgorithm, string>();
            foreach (var algorithm in Enum.GetValues<UnionPayAlgorithm>())
                foreach (var trouble in Enum.GetNames<Trouble>().Skip(1)) all.Add(algorithm, trouble);
            return all;
        }
    }

    [Theory, MemberData(nameof(Algorithms))]
    public async Task The_browser_brings_a_signed_form_and_the_query_tells_that_it_was_paid(UnionPayAlgorithm algorithm)
    {
        await using var server = await UnionPayServer.StartAsync(algorithm);
        using var channel = new UnionPayChannel(server.Options, TimeProvider.System);
        var order = Order("PAY");
        var made = Given(await channel.CreateAsync(order, default));
        made.ShouldBe(new ChannelPayment(order.OutTradeNo, order.OutTradeNo, new(1234), ChannelPaymentState.Waiting, null, $"https://center.example/cash/card/{order.OutTradeNo}"));
        Given(await channel.QueryAsync(order.OutTradeNo, default)).State.ShouldBe(ChannelPaymentState.Waiting);

        var form = channel.Form(order, "https://center.example/back").ShouldNotBeNull();
        (await server.BringAsync(form)).ShouldBe(order.OutTradeNo);
        (await server.BringAsync(channel.Form(order, "https://center.example/back")!)).ShouldBe(order.OutTradeNo);
        Given(await channel.QueryAsync(order.OutTradeNo, default)).State.ShouldBe(ChannelPaymentState.Declined);
        server.Pay(order.OutTradeNo, "05");
        Given(await channel.QueryAsync(order.OutTradeNo, default)).State.ShouldBe(ChannelPaymentState.Waiting);
        server.Pay(order.OutTradeNo);
        var paid = Given(await channel.CloseAsync(order.OutTradeNo, default));
        paid.ShouldSatisfyAllConditions(
            p => p.State.ShouldBe(ChannelPaymentState.Paid), p => p.Amount.Value.ShouldBe(1234), p => p.TradeNo.ShouldBe("94" + order.OutTradeNo),
            p => p.PaidAt.ShouldBe(UnionPayText.TimeIn(order.OutTradeNo)));
        server.Rejected.ShouldBe(0);
    }

    [Theory, MemberData(nameof(Algorithms))]
    public async Task A_form_whose_amount_was_changed_on_its_way_is_not_taken(UnionPayAlgorithm algorithm)
    {
        await using var server = await UnionPayServer.StartAsync(algorithm);
        using var channel = new UnionPayChannel(server.Options, TimeProvider.System);
        var form = channel.Form(Order("PAY"), "https://center.example/back").ShouldNotBeNull();
        (await server.BringAsync(form with { Fields = new Dictionary<string, string>(form.Fields) { ["txnAmt"] = "1" } })).ShouldBeNull();
        server.Rejected.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_unpaid_counts_as_closed_only_when_no_form_can_be_used_any_more()
    {
        await using var server = await UnionPayServer.StartAsync(UnionPayAlgorithm.Rsa);
        var clock = new Later();
        using var channel = new UnionPayChannel(server.Options, clock);
        var (never, left) = (Order("PAY"), Order("PAY"));
        await server.BringAsync(channel.Form(left, "https://center.example/back")!);
        Given(await channel.CloseAsync(never.OutTradeNo, default)).State.ShouldBe(ChannelPaymentState.Waiting);
        clock.By = TimeSpan.FromMinutes(30);
        channel.Form(left, "https://center.example/back").ShouldBeNull();
        Given(await channel.CloseAsync(never.OutTradeNo, default)).State.ShouldBe(ChannelPaymentState.Waiting);
        clock.By = TimeSpan.FromMinutes(32);
        Given(await channel.CloseAsync(never.OutTradeNo, default)).State.ShouldBe(ChannelPaymentState.Closed);
        Given(await channel.CreateAsync(left, default)).State.ShouldBe(ChannelPaymentState.Closed);
        server.Pay(left.OutTradeNo);
        Given(await channel.CloseAsync(left.OutTradeNo, default)).State.ShouldBe(ChannelPaymentState.Paid);
    }

    [Theory, MemberData(nameof(Algorithms))]
    public async Task A_refund_is_sent_once_asked_for_until_it_ends_and_never_exceeds_the_payment(UnionPayAlgorithm algorithm)
    {
        await using var server = await UnionPayServer.StartAsync(algorithm);
        using var channel = new UnionPayChannel(server.Options, TimeProvider.System);
        var order = Order("PAY");
        await server.BringAsync(channel.Form(order, "https://center.example/back")!);
        (await channel.RefundAsync(Number("RTN"), order.OutTradeNo, new(1), default)).ShouldBeOfType<Answer<ChannelRefund>.Refused>().Code.ShouldBe("NOT_PAID");
        server.Pay(order.OutTradeNo);

        var (first, slow) = (Number("RTN"), Number("RTN"));
        var done = Given(await channel.RefundAsync(first, order.OutTradeNo, new(1000), default));
        Given(await channel.RefundAsync(first, order.OutTradeNo, new(1000), default)).ShouldBe(done);
        (await channel.RefundAsync(Number("RTN"), order.OutTradeNo, new(235), default)).ShouldBeOfType<Answer<ChannelRefund>.Refused>();
        server.RefundEnd = "05";
        (await channel.RefundAsync(slow, order.OutTradeNo, new(234), default)).ShouldBeOfType<Answer<ChannelRefund>.Unknown>();
        (await channel.RefundAsync(slow, order.OutTradeNo, new(234), default)).ShouldBeOfType<Answer<ChannelRefund>.Unknown>();
        server.End(slow, "00");
        Given(await channel.RefundAsync(slow, order.OutTradeNo, new(234), default)).RefundNo.ShouldBe("95" + slow);
        (await channel.RefundAsync(slow, order.OutTradeNo, new(233), default)).ShouldBeOfType<Answer<ChannelRefund>.Unknown>();
        server.Rejected.ShouldBe(0);
    }

    [Theory, MemberData(nameof(Troubles))]
    public async Task A_reply_that_is_forged_foreign_expired_missing_or_broken_is_unknown(UnionPayAlgorithm algorithm, string trouble)
    {
        await using var server = await UnionPayServer.StartAsync(algorithm);
        using var channel = new UnionPayChannel(server.Options, TimeProvider.System);
        var (order, refund) = (Order("PAY"), Number("RTN"));
        await server.BringAsync(channel.Form(order, "https://center.example/back")!);
        server.Pay(order.OutTradeNo);
        server.Trouble = Enum.Parse<Trouble>(trouble);
        (await channel.QueryAsync(order.OutTradeNo, default)).ShouldBeOfType<Answer<ChannelPayment>.Unknown>();
        (await channel.RefundAsync(refund, order.OutTradeNo, new(1), default)).ShouldBeOfType<Answer<ChannelRefund>.Unknown>();
        (await channel.StatementAsync(new(2026, 1, 2), default)).ShouldBeOfType<Answer<IReadOnlyList<ChannelStatementLine>>.Unknown>();
        channel.Keys.IsBanks(UnionPayText.ReadForm(server.Notice(order.OutTradeNo))!).ShouldBe(trouble is "Silent" or "Broken" or "Lost" or "Truncated");
        server.Rejected.ShouldBe(0);
    }

    [Theory, MemberData(nameof(Algorithms))]
    public async Task The_statement_names_payments_and_refunds_and_a_spoilt_one_is_none(UnionPayAlgorithm algorithm)
    {
        await using var server = await UnionPayServer.StartAsync(algorithm);
        using var channel = new UnionPayChannel(server.Options, TimeProvider.System);
        var (order, refund, past) = (Order("PAY"), "RETPAY" + Number("")[..26], new DateOnly(2026, 1, 2));
        Given(await channel.StatementAsync(past, default)).ShouldBeEmpty();
        (await channel.StatementAsync(DateOnly.FromDateTime(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).DateTime), default)).ShouldBeOfType<Answer<IReadOnlyList<ChannelStatementLine>>.Unknown>();
        await server.BringAsync(channel.Form(order, "https://center.example/back")!);
        server.Pay(order.OutTradeNo);
        Given(await channel.RefundAsync(refund, order.OutTradeNo, new(34), default));

        Given(await channel.StatementAsync(past, default)).ShouldBe([new(order.OutTradeNo, order.OutTradeNo, new(1234)), new(refund, refund, new(-34))], ignoreOrder: true);
        foreach (var spoilt in new Func<string, string>[] { text => text[..(text.Length / 8 * 4)], text => "AAAA" + text, _ => "no Base64!" })
        {
            server.OnFile = spoilt;
            (await channel.StatementAsync(past, default)).ShouldBeOfType<Answer<IReadOnlyList<ChannelStatementLine>>.Unknown>();
        }
    }

    [Fact]
    public async Task A_certificate_that_someone_made_himself_signs_nothing()
    {
        await using var server = await UnionPayServer.StartAsync(UnionPayAlgorithm.Rsa);
        using var channel = new UnionPayChannel(server.Options, TimeProvider.System);
        var order = Order("PAY");
        await server.BringAsync(channel.Form(order, "https://center.example/back")!);
        var notice = UnionPayText.ReadForm(server.Notice(order.OutTradeNo))!;
        channel.Keys.IsBanks(notice).ShouldBeTrue();
        channel.Keys.IsBanks(new Dictionary<string, string>(notice) { ["txnAmt"] = "1" }).ShouldBeFalse();
        var selfMade = new Dictionary<string, string>(notice);
        server.Identity.Sign(selfMade, Trouble.None);
        channel.Keys.IsBanks(selfMade).ShouldBeTrue();
        server.Identity.Sign(selfMade, Trouble.None, isSelfMade: true);
        channel.Keys.IsBanks(selfMade).ShouldBeFalse("the name and the signature fit, the authority does not");
        UnionPayText.ReadForm("a=1&a=2"u8).ShouldBeNull();
        server.Options.ToString().ShouldNotContain("BEGIN");
    }

    [Fact]
    public void The_text_that_is_signed_is_sorted_by_bytes_and_a_reply_is_read_around_braces()
    {
        UnionPayText.ToSign(new Dictionary<string, string> { ["b"] = "2", ["B"] = "1", ["signature"] = "x", ["a"] = "中" }).ShouldBe("B=1&a=中&b=2");
        UnionPayText.Read("a={x=1&y=2}&b=c==&d=")!.ShouldBe(new Dictionary<string, string> { ["a"] = "{x=1&y=2}", ["b"] = "c==", ["d"] = "" }, ignoreOrder: true);
        UnionPayText.Read("a=1&a=2").ShouldBeNull();
        UnionPayText.Read("a=1&&b=2").ShouldBeNull();
        UnionPayText.TimeIn("RETPAY20260102030405ABCDEF012345").ShouldBe(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(8)));
        UnionPayText.TraceTime("0101000001", new DateTimeOffset(2026, 12, 31, 23, 59, 0, TimeSpan.FromHours(8))).ShouldBe(new DateTimeOffset(2027, 1, 1, 0, 0, 1, TimeSpan.FromHours(8)));
    }

    private static ChannelOrder Order(string prefix) => new(Number(prefix), "ORD1", new(1234), "医疗费用自付部分", DateTimeOffset.UtcNow.AddHours(2), null);

    private static string Number(string prefix) =>
        prefix + DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + Convert.ToHexString(Guid.NewGuid().ToByteArray().AsSpan(0, 6));

    private static T Given<T>(Answer<T> answer) => answer.ShouldBeOfType<Answer<T>.Given>(answer.Note).Value;

    private sealed class Later : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + By;
    }
}
