using System.Text.Json.Nodes;
using YbPay.Center.Core;
using YbPay.Contracts;
using YbPay.Protocol.Outgoing;

namespace YbPay.Center.Cash.WeChat;

/// <summary>
/// WeChat Pay's medical-insurance orders (/v3/med-ins), for a merchant of its own. Every request can be sent again: an order that
/// exists under our number is asked for, and of two refund notices the later one holds.
/// </summary>
internal sealed class WeChatMedIns(WeChatOptions options, WeChatLink link)
{
    private const string Orders = "/v3/med-ins/orders";

    /// <summary>Refused with LOCAL_RULES, and nothing sent, when the order breaks a rule that WeChat would refuse it for.</summary>
    public async Task<Answer<MedInsPayment>> CreateAsync(MedInsOrder order, CancellationToken cancel)
    {
        if (order.Problems() is { Count: > 0 } problems) return new Answer<MedInsPayment>.Refused("LOCAL_RULES", string.Join("; ", problems));
        var answer = await link.SendAsync(HttpMethod.Post, Orders, Content(order), cancel);
        return answer is Answer<WeChatReply>.Refused { Code: var code } && WeChatCodes.IsQuestion(code)
            ? await QueryAsync(order.OutTradeNo, cancel)
            : Read(answer, payment => payment.OutTradeNo == order.OutTradeNo);
    }

    public async Task<Answer<MedInsPayment>> QueryAsync(string outTradeNo, CancellationToken cancel) => Read(
        await link.SendAsync(HttpMethod.Get, $"{Orders}/out-trade-no/{Uri.EscapeDataString(outTradeNo)}", null, cancel), payment => payment.OutTradeNo == outTradeNo);

    public async Task<Answer<MedInsPayment>> QueryMixAsync(string mixTradeNo, CancellationToken cancel) => Read(
        await link.SendAsync(HttpMethod.Get, $"{Orders}/mix-trade-no/{Uri.EscapeDataString(mixTradeNo)}", null, cancel), payment => payment.MixTradeNo == mixTradeNo);

    /// <summary>Tells WeChat what the insurance has given back already; the cash part goes back by a refund under the same number.</summary>
    public async Task<Answer<Done>> NotifyRefundAsync(MedInsRefund refund, CancellationToken cancel)
    {
        var answer = await link.SendAsync(HttpMethod.Post, $"/v3/med-ins/refunds/notify?mix_trade_no={Uri.EscapeDataString(refund.MixTradeNo)}", new JsonObject
        {
            ["med_refund_total_fee"] = refund.Total, ["med_refund_gov_fee"] = refund.Gov, ["med_refund_self_fee"] = refund.Self, ["med_refund_other_fee"] = refund.Others,
            ["refund_time"] = ChinaTime.Iso(refund.At), ["out_refund_no"] = refund.OutRefundNo,
        }, cancel);
        return answer.Select(_ => default(Done));
    }

    private static Answer<MedInsPayment> Read(Answer<WeChatReply> answer, Func<MedInsPayment, bool> isAsked)
    {
        if (answer is not Answer<WeChatReply>.Given { Value: var reply }) return answer.Select<MedInsPayment>(_ => throw new System.Diagnostics.UnreachableException());
        return MedInsPayment.Read(reply) is { } payment && isAsked(payment)
            ? new Answer<MedInsPayment>.Given(payment)
            : new Answer<MedInsPayment>.Unknown("a reply about another order, or none that can be read");
    }

    private JsonObject Content(MedInsOrder order)
    {
        var content = new JsonObject
        {
            ["mix_pay_type"] = order.Type switch
            {
                MixPayType.CashOnly => "CASH_ONLY",
                MixPayType.InsuranceOnly => "INSURANCE_ONLY",
                MixPayType.CashAndInsurance => "CASH_AND_INSURANCE",
                _ => throw new System.Diagnostics.UnreachableException(),
            },
            ["order_type"] = order.OrderType, ["appid"] = options.AppId, ["openid"] = order.OpenId.Reveal(), ["payer"] = Person(order.Payer), ["pay_for_relatives"] = order.Relative is not null,
            ["out_trade_no"] = order.OutTradeNo, ["serial_no"] = order.SerialNo, ["city_id"] = order.Institution.CityId, ["med_inst_name"] = order.Institution.Name,
            ["med_inst_no"] = order.Institution.Number, ["total_fee"] = order.Amounts.Total, ["callback_url"] = options.CallbackUrl,
        };
        if (order.Relative is { } relative) content["relative"] = Person(relative);
        if (order.Binding is { } binding) AddInsurance(content, order, binding);
        if (order.PrepayId is { } prepay) (content["prepay_id"], content["wechat_pay_cash_fee"]) = (prepay, order.Amounts.WeChatCash);
        if (order.Amounts.Additions.Count > 0) content["cash_add_detail"] = Parts(order.Amounts.Additions, "cash_add_fee", "cash_add_type");
        if (order.Amounts.Reductions.Count > 0) content["cash_reduce_detail"] = Parts(order.Amounts.Reductions, "cash_reduce_fee", "cash_reduce_type");
        if (order.Passthrough is { } passthrough) content["passthrough_request_content"] = passthrough;
        if (order.Attach is { } attach) content["attach"] = attach;
        if (options.ChannelNo.Length > 0) content["channel_no"] = options.ChannelNo;
        if (options.IsTestEnvironment) content["med_ins_test_env"] = true;
        return content;
    }

    private static void AddInsurance(JsonObject content, MedInsOrder order, MedInsBinding binding)
    {
        content["pay_order_id"] = binding.PayOrderId;
        content["pay_auth_no"] = binding.PayAuthNo.Reveal();
        content["geo_location"] = binding.GeoLocation.Reveal();
        content["med_ins_order_create_time"] = ChinaTime.Iso(binding.CreatedAt);
        content["med_ins_gov_fee"] = order.Amounts.Gov;
        content["med_ins_self_fee"] = order.Amounts.Self;
        content["med_ins_other_fee"] = order.Amounts.Others;
        content["med_ins_cash_fee"] = order.Amounts.InsuranceCash;
    }

    private JsonObject Person(MedInsPerson person) => new()
    {
        ["name"] = link.Keys.Seal(person.Name.Reveal()), ["id_digest"] = link.Keys.Seal(person.IdDigest.Reveal()), ["card_type"] = person.CardType,
    };

    private static JsonArray Parts(IReadOnlyList<MedInsPart> parts, string fee, string type) =>
        [.. parts.Select(part => new JsonObject { [fee] = part.Fee, [type] = part.Type })];
}
