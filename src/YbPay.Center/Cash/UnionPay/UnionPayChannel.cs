using System.Globalization;
using YbPay.Contracts;
using YbPay.Engine.Money;
using YbPay.Protocol.Outgoing;

namespace YbPay.Center.Cash.UnionPay;

/// <summary>The form that takes a browser to the bank's own page.</summary>
internal sealed record UnionPayForm(string Action, IReadOnlyDictionary<string, string> Fields);

/// <summary>
/// Bank cards through UnionPay's gateway. A payment is made by the patient's browser with a form that we sign, so creating one asks
/// nobody; the bank has no closing either: a form can be used until payTimeout, and only then is what is unpaid closed.
/// </summary>
internal sealed class UnionPayChannel(UnionPayOptions options, TimeProvider time) : ICashChannel, IDisposable
{
    /// <summary>The page on our side below which a payment's number leads to the bank.</summary>
    public const string Page = "/cash/card";

    private const string Query = "queryTrans.do";
    private const string Purchase = "000201";

    // The bank's clock is not ours.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    private readonly UnionPayLink _link = new(options, time);

    public UnionPayKeys Keys => _link.Keys;

    /// <summary>Nothing is sent: the payment begins when the patient's browser brings the form.</summary>
    public Task<Answer<ChannelPayment>> CreateAsync(ChannelOrder order, CancellationToken cancel)
    {
        if (UnionPayText.TimeIn(order.OutTradeNo) is not { } made) return Task.FromResult<Answer<ChannelPayment>>(new Answer<ChannelPayment>.Refused("NUMBER", "订单号不含时间"));
        if (Deadline(made, order.ExpiresAt) <= time.GetUtcNow()) return QueryAsync(order.OutTradeNo, cancel);
        var url = $"{options.PublicBase.TrimEnd('/')}{Page}/{order.OutTradeNo}";
        return Task.FromResult<Answer<ChannelPayment>>(new Answer<ChannelPayment>.Given(new(order.OutTradeNo, order.OutTradeNo, order.Amount, ChannelPaymentState.Waiting, null, url)));
    }

    /// <summary>Null when the payment can no longer be made.</summary>
    public UnionPayForm? Form(ChannelOrder order, string frontUrl)
    {
        if (UnionPayText.TimeIn(order.OutTradeNo) is not { } made || Deadline(made, order.ExpiresAt) is var deadline && deadline <= time.GetUtcNow()) return null;
        var fields = _link.Message("01", "01", Purchase);
        (fields["channelType"], fields["currencyCode"]) = ("08", "156");
        (fields["orderId"], fields["txnTime"]) = (order.OutTradeNo, ChinaTime.Digits(made));
        (fields["txnAmt"], fields["payTimeout"]) = (order.Amount.Value.ToString(CultureInfo.InvariantCulture), ChinaTime.Digits(deadline));
        (fields["frontUrl"], fields["backUrl"], fields["reqReserved"]) = (frontUrl, options.NotifyUrl, order.PayOrdId);
        return new($"{options.GatewayUrl.TrimEnd('/')}/frontTransReq.do", Keys.Signed(fields));
    }

    public async Task<Answer<ChannelPayment>> QueryAsync(string outTradeNo, CancellationToken cancel)
    {
        if (UnionPayText.TimeIn(outTradeNo) is not { } made) return new Answer<ChannelPayment>.Refused("NOT_FOUND", "渠道无此交易");
        var answer = await AskAsync(outTradeNo, made, cancel);
        if (answer is not Answer<IReadOnlyDictionary<string, string>>.Given { Value: var reply }) return answer.Select<ChannelPayment>(_ => throw new System.Diagnostics.UnreachableException());
        var unpaid = made + options.PayWindow + Margin < time.GetUtcNow() ? ChannelPaymentState.Closed : ChannelPaymentState.Waiting;
        ChannelPayment Unpaid(ChannelPaymentState state) => new(outTradeNo, reply.GetValueOrDefault("queryId") ?? outTradeNo, new Fen(AmountIn(reply) ?? 0), state, null, null);
        switch (reply.GetValueOrDefault("respCode"), reply.GetValueOrDefault("origRespCode"))
        {
            case ("34", _):
                return new Answer<ChannelPayment>.Given(Unpaid(unpaid));
            case ("00", _) when reply.GetValueOrDefault("orderId") != outTradeNo:
                return new Answer<ChannelPayment>.Unknown("a reply about another order");
            case ("00", "00" or "A6"):
                return AmountIn(reply) is { } amount && reply.GetValueOrDefault("queryId") is { Length: > 0 } queryId
                    ? new Answer<ChannelPayment>.Given(new(outTradeNo, queryId, new Fen(amount), ChannelPaymentState.Paid, UnionPayText.TraceTime(reply.GetValueOrDefault("traceTime"), made), null))
                    : new Answer<ChannelPayment>.Unknown("paid without number or amount");
            case ("00", "03" or "04" or "05"):
                return new Answer<ChannelPayment>.Given(Unpaid(ChannelPaymentState.Waiting));
            case ("00", { Length: > 0 }):
                return new Answer<ChannelPayment>.Given(Unpaid(unpaid == ChannelPaymentState.Closed ? unpaid : ChannelPaymentState.Declined));
            case ("03" or "04" or "05", _):
                return new Answer<ChannelPayment>.Unknown("the bank is still asking itself");
            case var (code, _):
                return new Answer<ChannelPayment>.Refused(code ?? "", "渠道拒绝");
        }
    }

    /// <summary>Asks: the bank closes by itself when payTimeout is over.</summary>
    public Task<Answer<ChannelPayment>> CloseAsync(string outTradeNo, CancellationToken cancel) => QueryAsync(outTradeNo, cancel);

    /// <summary>A refund that the bank knows is not sent again; one that it took is asked for until it has ended.</summary>
    public async Task<Answer<ChannelRefund>> RefundAsync(string outRefundNo, string outTradeNo, Fen amount, CancellationToken cancel)
    {
        if (UnionPayText.TimeIn(outRefundNo) is not { } made) return new Answer<ChannelRefund>.Refused("NUMBER", "退款号不含时间");
        if (await RefundStateAsync(outRefundNo, made, amount, cancel) is { } known) return known;
        var asked = await QueryAsync(outTradeNo, cancel);
        if (asked is not Answer<ChannelPayment>.Given { Value: var payment }) return asked.Select<ChannelRefund>(_ => throw new System.Diagnostics.UnreachableException());
        if (payment.State != ChannelPaymentState.Paid) return new Answer<ChannelRefund>.Refused("NOT_PAID", "订单未支付");
        var fields = _link.Message("04", "00", Purchase);
        (fields["channelType"], fields["backUrl"], fields["origQryId"]) = ("08", options.NotifyUrl, payment.TradeNo);
        (fields["orderId"], fields["txnTime"], fields["txnAmt"]) = (outRefundNo, ChinaTime.Digits(made), amount.Value.ToString(CultureInfo.InvariantCulture));
        var answer = await _link.SendAsync("backTransReq.do", fields, cancel);
        if (answer is not Answer<IReadOnlyDictionary<string, string>>.Given { Value: var reply }) return answer.Select<ChannelRefund>(_ => throw new System.Diagnostics.UnreachableException());
        return reply.GetValueOrDefault("respCode") switch
        {
            // Taken, in work, or known already (12): how it ended is asked for.
            "00" or "03" or "04" or "05" or "12" => await RefundStateAsync(outRefundNo, made, amount, cancel) ?? new Answer<ChannelRefund>.Unknown("taken, and not found yet"),
            var code => new Answer<ChannelRefund>.Refused(code ?? "", "渠道拒绝退款"),
        };
    }

    public async Task<Answer<IReadOnlyList<ChannelStatementLine>>> StatementAsync(DateOnly day, CancellationToken cancel)
    {
        var fields = _link.Message("76", "01", "000000");
        (fields["fileType"], fields["settleDate"], fields["txnTime"]) = ("00", day.ToString("MMdd", CultureInfo.InvariantCulture), ChinaTime.Digits(time.GetUtcNow()));
        var answer = await _link.FetchAsync(fields, cancel);
        if (answer is not Answer<IReadOnlyDictionary<string, string>>.Given { Value: var reply }) return answer.Select<IReadOnlyList<ChannelStatementLine>>(_ => throw new System.Diagnostics.UnreachableException());
        return (reply.GetValueOrDefault("respCode"), reply.GetValueOrDefault("fileContent")) switch
        {
            ("00", { Length: > 0 } content) => UnionPayFile.Read(content) is { } lines
                ? new Answer<IReadOnlyList<ChannelStatementLine>>.Given(lines)
                : new Answer<IReadOnlyList<ChannelStatementLine>>.Unknown("a statement that cannot be read"),
            ("98", _) when day < ChinaTime.Day(time.GetUtcNow()) => new Answer<IReadOnlyList<ChannelStatementLine>>.Given([]),
            ("98", _) => new Answer<IReadOnlyList<ChannelStatementLine>>.Unknown("the day's statement is not made yet"),
            var (code, _) => new Answer<IReadOnlyList<ChannelStatementLine>>.Refused(code ?? "", "渠道拒绝"),
        };
    }

    public void Dispose() => _link.Dispose();

    private DateTimeOffset Deadline(DateTimeOffset made, DateTimeOffset expiresAt) => made + options.PayWindow < expiresAt ? made + options.PayWindow : expiresAt;

    private Task<Answer<IReadOnlyDictionary<string, string>>> AskAsync(string number, DateTimeOffset made, CancellationToken cancel)
    {
        var fields = _link.Message("00", "00", "000000");
        (fields["orderId"], fields["txnTime"]) = (number, ChinaTime.Digits(made));
        return _link.SendAsync(Query, fields, cancel);
    }

    /// <summary>Null when the bank has no such refund.</summary>
    private async Task<Answer<ChannelRefund>?> RefundStateAsync(string outRefundNo, DateTimeOffset made, Fen amount, CancellationToken cancel)
    {
        var answer = await AskAsync(outRefundNo, made, cancel);
        if (answer is not Answer<IReadOnlyDictionary<string, string>>.Given { Value: var reply }) return answer.Select<ChannelRefund>(_ => throw new System.Diagnostics.UnreachableException());
        return (reply.GetValueOrDefault("respCode"), reply.GetValueOrDefault("origRespCode"), reply.GetValueOrDefault("queryId")) switch
        {
            ("34", _, _) => null,
            ("00", _, _) when reply.GetValueOrDefault("orderId") != outRefundNo || (AmountIn(reply) is { } known && known != amount.Value) => new Answer<ChannelRefund>.Unknown("a reply about another refund"),
            ("00", "00" or "A6", { Length: > 0 } queryId) => new Answer<ChannelRefund>.Given(new(outRefundNo, queryId)),
            ("00", "03" or "04" or "05", _) => new Answer<ChannelRefund>.Unknown("refund in work"),
            ("00", { Length: > 0 } code, _) when code is not ("00" or "A6") => new Answer<ChannelRefund>.Refused(code, "渠道拒绝退款"),
            var (code, _, _) => new Answer<ChannelRefund>.Unknown($"the bank does not say ({code})"),
        };
    }

    private static long? AmountIn(IReadOnlyDictionary<string, string> reply) => long.TryParse(reply.GetValueOrDefault("txnAmt"), NumberStyles.None, CultureInfo.InvariantCulture, out var fen) ? fen : null;
}
