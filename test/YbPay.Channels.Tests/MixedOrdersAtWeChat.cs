using YbPay.Center.Cash;
using YbPay.Center.Cash.WeChat;
using YbPay.Center.Core;
using YbPay.Contracts;
using YbPay.Protocol.Outgoing;

namespace YbPay.Channels.Tests;

public sealed class MixedOrdersAtWeChat
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.FromHours(8));

    public static TheoryData<WeChatAlgorithm> Algorithms => [WeChatAlgorithm.Rsa, WeChatAlgorithm.Sm2];

    [Theory, MemberData(nameof(Algorithms))]
    public async Task An_order_of_insurance_and_cash_is_made_once_and_found_by_either_number(WeChatAlgorithm algorithm)
    {
        await using var server = await WeChatServer.StartAsync(algorithm);
        using var channel = new WeChatChannel(server.Options, TimeProvider.System);
        var orders = new WeChatMedIns(server.Options, channel.Link);
        var order = Mixed() with { PrepayId = await PrepayAsync(channel), Relative = new(new("李小明"), new("110105194912310021")) };

        var made = Given(await orders.CreateAsync(order, default));
        made.ShouldBe(new MedInsPayment("MIXCSH1", "CSH1", MedInsStatus.Created, MedInsStatus.Created, MedInsStatus.Created, null, null));
        server.MedIns.Read.ShouldBe(["张三", "09eb26e839ff3a2e3980352ae45ef09e", "李小明", order.Relative.IdDigest.Reveal()]);
        Given(await orders.CreateAsync(order, default)).ShouldBe(made);

        server.MedIns.Stand("CSH1", "MIX_PAY_SUCCESS", "SELF_PAY_SUCCESS", "MED_INS_PAY_SUCCESS");
        var paid = Given(await orders.QueryAsync("CSH1", default));
        paid.ShouldBe(Given(await orders.QueryMixAsync("MIXCSH1", default)));
        paid.ShouldSatisfyAllConditions(p => p.Mix.ShouldBe(MedInsStatus.Success), p => p.PaidAt.ShouldNotBeNull(), p => p.CashMustGoBack.ShouldBeFalse());
        server.MedIns.Stand("CSH1", "MIX_PAY_FAIL", "SELF_PAY_SUCCESS", "MED_INS_PAY_FAIL");
        Given(await orders.QueryAsync("CSH1", default)).CashMustGoBack.ShouldBeTrue();
        (await orders.QueryAsync("CSH9", default)).ShouldBeOfType<Answer<MedInsPayment>.Refused>().Code.ShouldBe("NOT_FOUND");
    }

    [Theory, MemberData(nameof(Algorithms))]
    public async Task Insurance_alone_takes_no_prepayment_and_cash_alone_names_no_insurance(WeChatAlgorithm algorithm)
    {
        await using var server = await WeChatServer.StartAsync(algorithm);
        using var channel = new WeChatChannel(server.Options, TimeProvider.System);
        var orders = new WeChatMedIns(server.Options, channel.Link);
        var insurance = Mixed() with { Type = MixPayType.InsuranceOnly, OutTradeNo = "CSH2", Amounts = new(5000, 3000, 2000, 0, 0, 0, [], []) };
        Given(await orders.CreateAsync(insurance, default)).Cash.ShouldBe(MedInsStatus.None);

        var cash = Mixed() with { Type = MixPayType.CashOnly, Binding = null, PrepayId = await PrepayAsync(channel), Amounts = new(4200, 0, 0, 0, 0, 4200, [new(4200, "OTHER_MEDICAL_EXPENSES")], []) };
        Given(await orders.CreateAsync(cash, default)).Insurance.ShouldBe(MedInsStatus.None);
    }

    [Fact]
    public async Task What_WeChat_would_refuse_is_not_sent()
    {
        await using var server = await WeChatServer.StartAsync(WeChatAlgorithm.Rsa);
        server.Options.BaseUrl = "http://127.0.0.1:1";
        using var channel = new WeChatChannel(server.Options, TimeProvider.System);
        var orders = new WeChatMedIns(server.Options, channel.Link);
        var good = Mixed() with { PrepayId = "wxCSH1" };
        (await orders.CreateAsync(good, default)).ShouldBeOfType<Answer<MedInsPayment>.NotSent>();
        foreach (var bad in new[]
        {
            good with { PrepayId = null }, good with { Binding = null }, good with { OpenId = default }, good with { Passthrough = new string('医', 683) },
            good with { Amounts = good.Amounts with { Total = good.Amounts.Total + 1 } }, good with { Type = MixPayType.InsuranceOnly },
        })
            (await orders.CreateAsync(bad, default)).ShouldBeOfType<Answer<MedInsPayment>.Refused>().Code.ShouldBe("LOCAL_RULES");
    }

    [Theory, InlineData("Lost"), InlineData("Truncated"), InlineData("Broken"), InlineData("Forged"), InlineData("Stale"), InlineData("UnknownSerial")]
    public async Task An_order_whose_answer_cannot_be_trusted_is_unknown_and_sending_it_again_finds_it(string trouble)
    {
        await using var server = await WeChatServer.StartAsync(WeChatAlgorithm.Sm2);
        using var channel = new WeChatChannel(server.Options, TimeProvider.System);
        var orders = new WeChatMedIns(server.Options, channel.Link);
        var order = Mixed() with { PrepayId = await PrepayAsync(channel) };
        server.Trouble = Enum.Parse<Trouble>(trouble);
        (await orders.CreateAsync(order, default)).ShouldBeOfType<Answer<MedInsPayment>.Unknown>();
        (await orders.NotifyRefundAsync(new("MIXCSH1", "RTN1", 1, 0, 0, Noon), default)).ShouldBeOfType<Answer<Done>.Unknown>();

        server.Trouble = Trouble.None;
        Given(await orders.CreateAsync(order, default)).MixTradeNo.ShouldBe("MIXCSH1");
        server.Rejected.ShouldBe(0);
    }

    [Fact]
    public async Task The_insurance_refund_is_told_to_WeChat_and_the_later_notice_holds()
    {
        await using var server = await WeChatServer.StartAsync(WeChatAlgorithm.Rsa);
        using var channel = new WeChatChannel(server.Options, TimeProvider.System);
        var orders = new WeChatMedIns(server.Options, channel.Link);
        Given(await orders.CreateAsync(Mixed() with { PrepayId = await PrepayAsync(channel) }, default));

        Given(await orders.NotifyRefundAsync(new("MIXCSH1", "RTN1", 3000, 0, 0, Noon), default));
        Given(await orders.NotifyRefundAsync(new("MIXCSH1", "RTN1", 3000, 2000, 0, Noon), default));
        server.MedIns.RefundNotices["MIXCSH1"].ToJsonString().ShouldBe(
            """{"med_refund_total_fee":5000,"med_refund_gov_fee":3000,"med_refund_self_fee":2000,"med_refund_other_fee":0,"refund_time":"2026-01-02T12:00:00\u002B08:00","out_refund_no":"RTN1"}""");
        (await orders.NotifyRefundAsync(new("MIXCSH7", "RTN1", 1, 0, 0, Noon), default)).ShouldBeOfType<Answer<Done>.Refused>().Code.ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task A_refund_on_its_way_is_unknown_until_it_has_ended()
    {
        await using var server = await WeChatServer.StartAsync(WeChatAlgorithm.Rsa);
        using var channel = new WeChatChannel(server.Options, TimeProvider.System);
        await PrepayAsync(channel);
        server.Pay("CSH1");
        (await channel.QueryRefundAsync("RTN1", new(100), default)).ShouldBeOfType<Answer<ChannelRefund>.Refused>().Code.ShouldBe("NOT_FOUND");
        server.RefundStatus = "PROCESSING";
        (await channel.RefundAsync("RTN1", "CSH1", new(100), default)).ShouldBeOfType<Answer<ChannelRefund>.Unknown>();
        server.EndRefund("RTN1", "ABNORMAL");
        (await channel.QueryRefundAsync("RTN1", new(100), default)).ShouldBeOfType<Answer<ChannelRefund>.Unknown>();
        server.EndRefund("RTN1", "SUCCESS");
        Given(await channel.QueryRefundAsync("RTN1", new(100), default)).RefundNo.ShouldBe("50RTN1");
        Given(await channel.RefundAsync("RTN1", "CSH1", new(100), default)).RefundNo.ShouldBe("50RTN1");
        (await channel.QueryRefundAsync("RTN1", new(101), default)).ShouldBeOfType<Answer<ChannelRefund>.Unknown>();
    }

    [Fact]
    public async Task A_refused_copy_of_a_refund_counts_as_the_refund_that_was_made()
    {
        await using var server = await WeChatServer.StartAsync(WeChatAlgorithm.Rsa);
        using var channel = new WeChatChannel(server.Options, TimeProvider.System);
        await PrepayAsync(channel);
        server.Pay("CSH1");
        Given(await channel.RefundAsync("RTN1", "CSH1", new(100), default));
        server.RefuseCopies = true;
        Given(await channel.RefundAsync("RTN1", "CSH1", new(100), default)).RefundNo.ShouldBe("50RTN1");
        (await channel.RefundAsync("RTN2", "CSH1", new(100_000), default)).ShouldBeOfType<Answer<ChannelRefund>.Refused>();
    }

    [Fact]
    public async Task A_bill_that_is_not_the_announced_one_is_no_statement()
    {
        await using var server = await WeChatServer.StartAsync(WeChatAlgorithm.Rsa);
        using var channel = new WeChatChannel(server.Options, TimeProvider.System);
        await PrepayAsync(channel);
        server.Pay("CSH1");
        Given(await channel.StatementAsync(new(2026, 1, 2), default)).ShouldBe([new ChannelStatementLine("CSH1", "CSH1", new(4200))]);
        server.OnBillFile = file => [.. file.AsSpan()[..(file.Length / 2)]];
        (await channel.StatementAsync(new(2026, 1, 2), default)).ShouldBeOfType<Answer<IReadOnlyList<ChannelStatementLine>>.Unknown>();
        server.OnBillFile = file => System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(file).Replace("42.00", "43.00", StringComparison.Ordinal));
        (await channel.StatementAsync(new(2026, 1, 2), default)).ShouldBeOfType<Answer<IReadOnlyList<ChannelStatementLine>>.Unknown>();
    }

    [Fact]
    public void Identity_numbers_are_digested_as_the_document_shows()
    {
        new MedInsPerson(new("张三"), new("44030019000101123x")).IdDigest.Reveal().ShouldBe("09eb26e839ff3a2e3980352ae45ef09e");
        // 15 digits of the same person get the century and the check digit.
        new MedInsPerson(new("某人"), new("110105491231002")).IdDigest.ShouldBe(new MedInsPerson(new("某人"), new("11010519491231002X")).IdDigest);
    }

    private static MedInsOrder Mixed() => new(
        MixPayType.CashAndInsurance, "DIAG_PAY", "CSH1", "MO1", new("oUser"), new(new("张三"), new("44030019000101123x")), new("530100", "东湖医院", "H44010000001"),
        new(10200, 3000, 2000, 0, 5000, 4200, [new(200, "FREIGHT")], [new(1000, "DEPOSIT_DEDUCTION")]))
    {
        Binding = new("ORD1", new("AUTH1"), new("102.682296,25.054260"), Noon),
    };

    private static async Task<string> PrepayAsync(WeChatChannel channel) => Given(await channel.CreateAsync(ChannelHost.Order("CSH1", 4200), default)).PrepayId.ShouldNotBeNull();

    private static T Given<T>(Answer<T> answer) => answer.ShouldBeOfType<Answer<T>.Given>(answer.Note).Value;
}
