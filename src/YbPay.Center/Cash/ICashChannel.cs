using YbPay.Contracts;
using YbPay.Engine.Money;
using YbPay.Protocol.Outgoing;

namespace YbPay.Center.Cash;

/// <summary>A payment as the channel sees it.</summary>
internal enum ChannelPaymentState
{
    /// <summary>Created, the patient has not paid.</summary>
    Waiting,
    Paid,

    /// <summary>The patient said no; he may still change his mind until it is closed.</summary>
    Declined,

    /// <summary>Can no longer be paid.</summary>
    Closed,
}

/// <summary>What is asked of the channel. <paramref name="OutTradeNo"/> is ours and makes the request repeatable.</summary>
internal sealed record ChannelOrder(string OutTradeNo, string PayOrdId, Fen Amount, string Subject, DateTimeOffset ExpiresAt, string? ReturnUrl)
{
    /// <summary>Who pays, where the channel wants to know (WeChat's JSAPI does).</summary>
    public ChannelPayer? Payer { get; init; }
}

/// <summary>The payer as the channel knows him: its own number for him, under the merchant's app.</summary>
internal sealed record ChannelPayer(Personal OpenId);

/// <summary>What the channel knows of a payment.</summary>
internal sealed record ChannelPayment(string OutTradeNo, string TradeNo, Fen Amount, ChannelPaymentState State, DateTimeOffset? PaidAt, string? PayUrl)
{
    /// <summary>The channel's ticket for its own pay dialog (WeChat's prepay_id); null where the patient is led by <see cref="PayUrl"/>.</summary>
    public string? PrepayId { get; init; }
}

/// <summary>A refund as the channel sees it; a channel refund is done or refused at once.</summary>
internal sealed record ChannelRefund(string OutRefundNo, string RefundNo);

/// <summary>One line of the channel's daily statement, amounts in fen; a refund is negative.</summary>
internal sealed record ChannelStatementLine(string OurNo, string OutTradeNo, Fen Amount);

/// <summary>
/// A way to take cash: create, query, close, refund, statement. Every request can be sent again under the same number
/// without a second effect; that is how an unknown outcome is resolved.
/// </summary>
internal interface ICashChannel
{
    Task<Answer<ChannelPayment>> CreateAsync(ChannelOrder order, CancellationToken cancel);

    /// <summary>Refused with code NOT_FOUND when the channel has never heard of it.</summary>
    Task<Answer<ChannelPayment>> QueryAsync(string outTradeNo, CancellationToken cancel);

    /// <summary>Closes an unpaid payment; a paid one is returned as Paid and stays.</summary>
    Task<Answer<ChannelPayment>> CloseAsync(string outTradeNo, CancellationToken cancel);

    Task<Answer<ChannelRefund>> RefundAsync(string outRefundNo, string outTradeNo, Fen amount, CancellationToken cancel);

    Task<Answer<IReadOnlyList<ChannelStatementLine>>> StatementAsync(DateOnly day, CancellationToken cancel);
}
