using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using YbPay.Contracts;
using YbPay.Engine.Money;
using YbPay.Protocol.Outgoing;

namespace YbPay.Center.Cash.WeChat;

/// <summary>WeChat Pay API v3, JSAPI: cash payments, refunds, trade bill. Amounts in fen. Creating needs the payer's openid.</summary>
internal sealed class WeChatChannel(WeChatOptions options, TimeProvider time) : ICashChannel, IDisposable
{
    /// <summary>The page on our side below which a payment's number leads to the pay dialog.</summary>
    public const string Page = "/cash/wx";

    private const string Refunds = "/v3/refund/domestic/refunds";

    private readonly WeChatLink _link = new(options, time);
    private WeChatCallbacks? _notices;

    public WeChatLink Link => _link;

    /// <summary>One memory of what was seen for as long as the channel stands.</summary>
    public WeChatCallbacks Notices => _notices ??= new(_link, time);

    /// <summary>Who is at a page; null where the app's secret is not configured.</summary>
    public WeChatUsers? Users { get; } = options.AppSecret.Length > 0 ? new(options) : null;

    /// <summary>What the page opens the pay dialog with.</summary>
    public WeChatDialog Dialog(string prepayId) => WeChatDialog.Of(_link.Keys, options.AppId, prepayId, RandomNumberGenerator.GetHexString(32), time.GetUtcNow());

    public async Task<Answer<ChannelPayment>> CreateAsync(ChannelOrder order, CancellationToken cancel)
    {
        if (order.Payer is not { OpenId.IsEmpty: false } payer) return await WithoutPayerAsync(order, cancel);
        var answer = await _link.SendAsync(HttpMethod.Post, "/v3/pay/transactions/jsapi", new JsonObject
        {
            ["appid"] = options.AppId, ["mchid"] = options.MchId, ["description"] = order.Subject, ["out_trade_no"] = order.OutTradeNo,
            ["time_expire"] = ChinaTime.Iso(order.ExpiresAt),
            ["attach"] = order.PayOrdId, ["notify_url"] = options.NotifyUrl,
            ["amount"] = new JsonObject { ["total"] = order.Amount.Value, ["currency"] = "CNY" }, ["payer"] = new JsonObject { ["openid"] = payer.OpenId.Reveal() },
        }, cancel);
        if (answer is Answer<WeChatReply>.Refused { Code: var code } && WeChatCodes.IsQuestion(code)) return await QueryAsync(order.OutTradeNo, cancel);
        if (answer is not Answer<WeChatReply>.Given { Value: var reply }) return Failed<ChannelPayment>(answer);
        return reply.Text("prepay_id") is { Length: > 0 } prepay
            ? new Answer<ChannelPayment>.Given(new(order.OutTradeNo, order.OutTradeNo, order.Amount, ChannelPaymentState.Waiting, null, null) { PrepayId = prepay })
            : new Answer<ChannelPayment>.Unknown("a reply without prepay_id");
    }

    /// <summary>Where the page learns who pays, a payment that WeChat has not heard of waits for the patient to open it.</summary>
    public async Task<Answer<ChannelPayment>> QueryAsync(string outTradeNo, CancellationToken cancel) =>
        await AskAsync(outTradeNo, cancel) is var answer && answer is Answer<ChannelPayment>.Refused { Code: "NOT_FOUND" } && Users is not null
            ? new Answer<ChannelPayment>.Given(Unmade(outTradeNo, ChannelPaymentState.Waiting))
            : answer;

    private async Task<Answer<ChannelPayment>> AskAsync(string outTradeNo, CancellationToken cancel)
    {
        var answer = await _link.SendAsync(HttpMethod.Get, $"/v3/pay/transactions/out-trade-no/{Uri.EscapeDataString(outTradeNo)}?mchid={options.MchId}", null, cancel);
        if (answer is not Answer<WeChatReply>.Given { Value: var reply }) return Failed<ChannelPayment>(answer);
        ChannelPaymentState? state = reply.Text("trade_state") switch
        {
            "SUCCESS" or "REFUND" => ChannelPaymentState.Paid,
            "NOTPAY" or "USERPAYING" => ChannelPaymentState.Waiting,
            "PAYERROR" => ChannelPaymentState.Declined,
            "CLOSED" or "REVOKED" => ChannelPaymentState.Closed,
            _ => null,
        };
        if (state is not { } known || reply.Text("out_trade_no") != outTradeNo || reply.Text("mchid") != options.MchId) return new Answer<ChannelPayment>.Unknown("a reply about another order");
        var transaction = reply.Text("transaction_id");
        if (known == ChannelPaymentState.Paid && (transaction is null || reply.Number("amount", "total") is null)) return new Answer<ChannelPayment>.Unknown("paid without number or amount");
        return new Answer<ChannelPayment>.Given(new(outTradeNo, transaction ?? outTradeNo, new Fen(reply.Number("amount", "total") ?? 0), known, reply.Time("success_time"), null));
    }

    /// <summary>WeChat answers 204 for what is closed already, and refuses what is paid; how the order stands is asked afterwards.</summary>
    public async Task<Answer<ChannelPayment>> CloseAsync(string outTradeNo, CancellationToken cancel)
    {
        var path = $"/v3/pay/transactions/out-trade-no/{Uri.EscapeDataString(outTradeNo)}/close";
        var answer = await _link.SendAsync(HttpMethod.Post, path, new JsonObject { ["mchid"] = options.MchId }, cancel);
        return answer is Answer<WeChatReply>.Given || (answer is Answer<WeChatReply>.Refused { Code: var code } && WeChatCodes.IsQuestion(code))
            ? await QueryAsync(outTradeNo, cancel)
            : answer is Answer<WeChatReply>.Refused { Code: "NOT_FOUND" } && Users is not null
                ? new Answer<ChannelPayment>.Given(Unmade(outTradeNo, ChannelPaymentState.Closed))
                : Failed<ChannelPayment>(answer);
    }

    private static ChannelPayment Unmade(string outTradeNo, ChannelPaymentState state) => new(outTradeNo, outTradeNo, Fen.Zero, state, null, null);

    /// <summary>The patient is led to our page, which learns who he is and makes the payment.</summary>
    private async Task<Answer<ChannelPayment>> WithoutPayerAsync(ChannelOrder order, CancellationToken cancel)
    {
        if (Users is null) return new Answer<ChannelPayment>.Refused("PAYER_MISSING", "微信支付需要用户标识");
        var asked = await QueryAsync(order.OutTradeNo, cancel);
        return asked is Answer<ChannelPayment>.Given { Value.State: ChannelPaymentState.Waiting }
            ? asked.Select(payment => payment with { Amount = order.Amount, PayUrl = $"{options.PublicBase.TrimEnd('/')}{Page}/{order.OutTradeNo}" })
            : asked;
    }

    /// <summary>A refund on its way is Unknown: the same request again tells how it ended.</summary>
    public async Task<Answer<ChannelRefund>> RefundAsync(string outRefundNo, string outTradeNo, Fen amount, CancellationToken cancel)
    {
        var asked = await QueryAsync(outTradeNo, cancel);
        if (asked is not Answer<ChannelPayment>.Given { Value: var payment }) return Failed<ChannelRefund>(asked);
        if (payment.State != ChannelPaymentState.Paid) return new Answer<ChannelRefund>.Refused("NOT_PAID", "订单未支付");
        var content = new JsonObject
        {
            ["out_trade_no"] = outTradeNo, ["out_refund_no"] = outRefundNo, ["reason"] = "医保订单退费",
            ["amount"] = new JsonObject { ["refund"] = amount.Value, ["total"] = payment.Amount.Value, ["currency"] = "CNY" },
        };
        if (options.NotifyUrl.Length > 0) content["notify_url"] = options.NotifyUrl;
        return await RefundOf(await _link.SendAsync(HttpMethod.Post, Refunds, content, cancel), outRefundNo, amount)
            .UnlessRecordedAsync(() => QueryRefundAsync(outRefundNo, amount, cancel));
    }

    /// <summary>How a refund stands, by our number.</summary>
    public async Task<Answer<ChannelRefund>> QueryRefundAsync(string outRefundNo, Fen amount, CancellationToken cancel) =>
        RefundOf(await _link.SendAsync(HttpMethod.Get, $"{Refunds}/{Uri.EscapeDataString(outRefundNo)}", null, cancel), outRefundNo, amount);

    /// <summary>ABNORMAL (the account cannot take it) is neither done nor refused: a human finishes it at WeChat Pay.</summary>
    private static Answer<ChannelRefund> RefundOf(Answer<WeChatReply> answer, string outRefundNo, Fen amount)
    {
        if (answer is not Answer<WeChatReply>.Given { Value: var reply }) return Failed<ChannelRefund>(answer);
        return (reply.Text("status"), reply.Text("refund_id"), reply.Number("amount", "refund") == amount.Value && reply.Text("out_refund_no") == outRefundNo) switch
        {
            ("SUCCESS", { Length: > 0 } id, true) => new Answer<ChannelRefund>.Given(new(outRefundNo, id)),
            ("CLOSED", _, true) => new Answer<ChannelRefund>.Refused("CLOSED", "渠道退款关闭"),
            var (status, _, _) => new Answer<ChannelRefund>.Unknown($"refund {status}"),
        };
    }

    public async Task<Answer<IReadOnlyList<ChannelStatementLine>>> StatementAsync(DateOnly day, CancellationToken cancel)
    {
        var answer = await _link.SendAsync(HttpMethod.Get, $"/v3/bill/tradebill?bill_date={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}&bill_type=ALL", null, cancel);
        if (answer is Answer<WeChatReply>.Refused { Code: "NO_STATEMENT_EXIST" })
            return day < ChinaTime.Day(time.GetUtcNow()) ? new Answer<IReadOnlyList<ChannelStatementLine>>.Given([]) : new Answer<IReadOnlyList<ChannelStatementLine>>.Unknown("the day's bill is not made yet");
        if (answer is not Answer<WeChatReply>.Given { Value: var reply }) return Failed<IReadOnlyList<ChannelStatementLine>>(answer);
        if (!Uri.TryCreate(reply.Text("download_url"), UriKind.Absolute, out var address)) return new Answer<IReadOnlyList<ChannelStatementLine>>.Unknown("a bill without an address");
        var file = await _link.DownloadAsync(address, cancel);
        if (file is not Answer<byte[]>.Given { Value: var bytes }) return Failed<IReadOnlyList<ChannelStatementLine>>(file);
#pragma warning disable CA5350 // WeChat names the digest; it guards a file whose digest came signed.
        var digest = Convert.ToHexStringLower(SHA1.HashData(bytes));
#pragma warning restore CA5350
        return string.Equals(digest, reply.Text("hash_value"), StringComparison.OrdinalIgnoreCase) && WeChatBill.Read(bytes) is { } lines
            ? new Answer<IReadOnlyList<ChannelStatementLine>>.Given(lines)
            : new Answer<IReadOnlyList<ChannelStatementLine>>.Unknown("a bill that is not what was announced, or does not add up");
    }

    public void Dispose()
    {
        _link.Dispose();
        Users?.Dispose();
    }

    private static Answer<T> Failed<T>(Answer<WeChatReply> answer) => answer.Select<T>(_ => throw new System.Diagnostics.UnreachableException());

    private static Answer<T> Failed<T>(Answer<ChannelPayment> answer) => answer.Select<T>(_ => throw new System.Diagnostics.UnreachableException());

    private static Answer<T> Failed<T>(Answer<byte[]> answer) => answer.Select<T>(_ => throw new System.Diagnostics.UnreachableException());
}
