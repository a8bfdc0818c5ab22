using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using YbPay.Center.Cash;
using YbPay.Center.Notices;
using YbPay.Center.Orders;
using YbPay.Center.Partners;
using YbPay.Contracts.MobilePay;
using YbPay.Engine.Money;
using YbPay.Protocol.Outgoing;

namespace YbPay.Center.Features.Cash;

/// <summary>
/// One order's cash taken by the hospital's own WeChat or Alipay order (document 6204). Nothing is created from here: the patient is
/// led to the hospital's page with table 13 encrypted, and the hospital is asked what became of it. The document names no
/// message for that; <c>6204/query</c>, <c>/close</c> and <c>/refund</c> are ours (docs/cashier.md).
/// </summary>
internal sealed class HospitalOwnOrder(HospitalLink link, PartnerRegistry partners, OrderRow order, string chnlType) : ICashChannel
{
    /// <summary>Where the patient goes. Nothing in it is personal: numbers of the order and amounts.</summary>
    public Task<Answer<ChannelPayment>> CreateAsync(ChannelOrder wanted, CancellationToken cancel) => Task.FromResult<Answer<ChannelPayment>>(
        new Answer<ChannelPayment>.Given(new ChannelPayment(wanted.OutTradeNo, "", wanted.Amount, ChannelPaymentState.Waiting, null, Address(wanted.OutTradeNo))));

    public Task<Answer<ChannelPayment>> QueryAsync(string outTradeNo, CancellationToken cancel) => PaymentAsync("6204/query", outTradeNo, cancel);

    /// <summary>The hospital decides the race: what it has closed it does not let anyone pay any more.</summary>
    public async Task<Answer<ChannelPayment>> CloseAsync(string outTradeNo, CancellationToken cancel) =>
        await PaymentAsync("6204/close", outTradeNo, cancel) is var answer && answer is Answer<ChannelPayment>.Given { Value.State: ChannelPaymentState.Waiting }
            ? new Answer<ChannelPayment>.Unknown("the hospital has not closed it")
            : answer;

    public async Task<Answer<ChannelRefund>> RefundAsync(string outRefundNo, string outTradeNo, Fen amount, CancellationToken cancel)
    {
        var question = new OwnOrderQuestion(order.PayOrdId, order.MedOrgOrd, outTradeNo, chnlType, amount.ToYuan(), outRefundNo);
        var answer = await AskAsync("6204/refund", question, cancel);
        if (answer is not Answer<HospitalReply>.Given { Value: var reply }) return answer.Select<ChannelRefund>(_ => throw new System.Diagnostics.UnreachableException());
        if (reply.Text("outRefundNo") != outRefundNo) return new Answer<ChannelRefund>.Unknown("an answer about another refund");
        return reply.Text("state") switch
        {
            "DONE" => new Answer<ChannelRefund>.Given(new ChannelRefund(outRefundNo, reply.Text("refundNo") ?? outRefundNo)),
            "REFUSED" => new Answer<ChannelRefund>.Refused("REFUSED", "医院拒绝退款"),
            _ => new Answer<ChannelRefund>.Unknown("not refunded yet"),
        };
    }

    /// <summary>The hospital's own orders stand in its own statements; none of them passes through the centre.</summary>
    public Task<Answer<IReadOnlyList<ChannelStatementLine>>> StatementAsync(DateOnly day, CancellationToken cancel) =>
        Task.FromResult<Answer<IReadOnlyList<ChannelStatementLine>>>(new Answer<IReadOnlyList<ChannelStatementLine>>.Given([]));

    private string Address(string outTradeNo)
    {
        var (partner, institution) = partners.OfInstitution(order.OrgCodg) ?? throw new InvalidDataException($"Institution {order.OrgCodg} is no longer registered.");
        var front = institution.FrontReturnUrl;
        var data = partner.Keys.EncryptHex(MobileJson.Write(OrderView.Sync(order, outTradeNo)));
        return $"{front}{(front.Contains('?', StringComparison.Ordinal) ? '&' : '?')}mpcAppId={Uri.EscapeDataString(partner.AppId)}&encData={data}&chnlType={chnlType}";
    }

    private async Task<Answer<ChannelPayment>> PaymentAsync(string path, string outTradeNo, CancellationToken cancel)
    {
        var answer = await AskAsync(path, new OwnOrderQuestion(order.PayOrdId, order.MedOrgOrd, outTradeNo, chnlType, new Fen(order.CashDue).ToYuan(), null), cancel);
        return answer switch
        {
            Answer<HospitalReply>.Given { Value: var reply } => Payment(reply, outTradeNo),
            _ => answer.Select<ChannelPayment>(_ => throw new System.Diagnostics.UnreachableException()),
        };
    }

    private static Answer<ChannelPayment> Payment(HospitalReply reply, string outTradeNo)
    {
        ChannelPaymentState? state = reply.Text("state") switch
        {
            "NONE" or "WAIT" => ChannelPaymentState.Waiting,
            "PAID" => ChannelPaymentState.Paid,
            "CLOSED" => ChannelPaymentState.Closed,
            _ => null,
        };
        if (state is not { } known || reply.Text("outTradeNo") != outTradeNo) return new Answer<ChannelPayment>.Unknown("an answer that is none");
        var amount = decimal.TryParse(reply.Text("amount"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) ? Fen.FromYuan(yuan) : null;
        if (known == ChannelPaymentState.Paid && amount is null) return new Answer<ChannelPayment>.Unknown("paid, but without an amount");
        return new Answer<ChannelPayment>.Given(new ChannelPayment(outTradeNo, reply.Text("tradeNo") ?? "", amount ?? Fen.Zero, known, null, null));
    }

    /// <summary>A code that is not 0 tells nothing.</summary>
    private async Task<Answer<HospitalReply>> AskAsync(string path, OwnOrderQuestion question, CancellationToken cancel)
    {
        var answer = await link.SendAsync(order.OrgCodg, path, JsonSerializer.SerializeToUtf8Bytes(question, OwnOrderJson.Default.OwnOrderQuestion), cancel);
        if (answer is not Answer<HospitalReply>.Given { Value: var reply }) return answer;
        return reply.IsZero ? answer : new Answer<HospitalReply>.Unknown("the hospital does not say");
    }
}

/// <summary>What the hospital is asked about its own order. Amounts in yuan, as everywhere on this wire.</summary>
internal sealed record OwnOrderQuestion(string PayOrdId, string MedOrgOrd, string OutTradeNo, string ChnlType, decimal Amount, string? OutRefundNo);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OwnOrderQuestion))]
internal sealed partial class OwnOrderJson : JsonSerializerContext;
