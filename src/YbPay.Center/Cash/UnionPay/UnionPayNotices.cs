namespace YbPay.Center.Cash.UnionPay;

/// <summary>
/// The gateway's notice of a payment or refund: an ordinary form, signed like a reply. It carries no time of its own, so the same one
/// may come again; asking the bank twice does no harm.
/// </summary>
internal sealed class UnionPayNotices(UnionPayChannel channel, UnionPayOptions options) : IChannelNotices
{
    public string Name => "card";

    public string Thanks => "ok";

    public string? NumberIn(Func<string, string?> header, byte[] body) =>
        UnionPayText.ReadForm(body) is { } fields && fields.GetValueOrDefault("merId") == options.MerId && channel.Keys.IsBanks(fields) ? fields.GetValueOrDefault("orderId") : null;
}
