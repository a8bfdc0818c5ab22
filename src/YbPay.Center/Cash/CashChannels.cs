using Microsoft.Extensions.DependencyInjection;
using YbPay.Center.Cash.UnionPay;
using YbPay.Center.Cash.WeChat;
using YbPay.Center.Orders;
using YbPay.Engine.Money;
using YbPay.Protocol.Outgoing;

namespace YbPay.Center.Cash;

/// <summary>
/// The channels of this centre, and the way to the right one: our own number for a payment names its channel by its first letters,
/// so that a payment stays where it was made whatever the configuration becomes. Each channel is made when it is first asked.
/// </summary>
internal sealed class CashChannels : ICashChannel, IDisposable
{
    private readonly CashChannelOptions _options;
    private readonly Lazy<BankChannel>? _bank;
    private readonly Lazy<WeChatChannel>? _weChat;
    private readonly Lazy<UnionPayChannel>? _unionPay;

    public CashChannels(CenterOptions options, TimeProvider time)
    {
        _options = options.Cash;
        if (options.Bank.BaseUrl.Length > 0) _bank = new(() => new BankChannel(options));
        if (_options.WeChat is { } weChat) _weChat = new(() => new WeChatChannel(weChat, time));
        if (_options.UnionPay is { } unionPay) _unionPay = new(() => new UnionPayChannel(unionPay, time));
    }

    public WeChatChannel? WeChat => _weChat?.Value;

    public UnionPayChannel? UnionPay => _unionPay?.Value;

    /// <summary>How the number of a new payment of this order begins.</summary>
    public string PrefixFor(string orgCodg, string via)
    {
        if (via == PaidVia.Card && _unionPay is not null) return PrefixOf(CashChannelKind.UnionPay);
        return PrefixOf(_options.ByInstitution.TryGetValue(orgCodg, out var kind) ? kind : _options.Kind);
    }

    /// <summary>Null when the channel that made the number is not configured any more.</summary>
    public ICashChannel? Of(string outTradeNo) => KindOf(outTradeNo) switch
    {
        CashChannelKind.WeChat => _weChat?.Value,
        CashChannelKind.UnionPay => _unionPay?.Value,
        _ => _bank?.Value,
    };

    public static CashChannelKind KindOf(string outTradeNo) => outTradeNo.Length < 3 ? CashChannelKind.Bank : outTradeNo[..3] switch
    {
        "PWX" => CashChannelKind.WeChat,
        "PCD" => CashChannelKind.UnionPay,
        _ => CashChannelKind.Bank,
    };

    public Task<Answer<ChannelPayment>> CreateAsync(ChannelOrder order, CancellationToken cancel) => AskAsync(order.OutTradeNo, channel => channel.CreateAsync(order, cancel));

    public Task<Answer<ChannelPayment>> QueryAsync(string outTradeNo, CancellationToken cancel) => AskAsync(outTradeNo, channel => channel.QueryAsync(outTradeNo, cancel));

    public Task<Answer<ChannelPayment>> CloseAsync(string outTradeNo, CancellationToken cancel) => AskAsync(outTradeNo, channel => channel.CloseAsync(outTradeNo, cancel));

    public Task<Answer<ChannelRefund>> RefundAsync(string outRefundNo, string outTradeNo, Fen amount, CancellationToken cancel) =>
        AskAsync(outTradeNo, channel => channel.RefundAsync(outRefundNo, outTradeNo, amount, cancel));

    /// <summary>All channels' lines together; without one of them it is no statement.</summary>
    public async Task<Answer<IReadOnlyList<ChannelStatementLine>>> StatementAsync(DateOnly day, CancellationToken cancel)
    {
        var lines = new List<ChannelStatementLine>();
        foreach (var channel in new ICashChannel?[] { _bank?.Value, _weChat?.Value, _unionPay?.Value }.OfType<ICashChannel>())
        {
            var answer = await channel.StatementAsync(day, cancel);
            if (answer is not Answer<IReadOnlyList<ChannelStatementLine>>.Given { Value: var given }) return answer;
            lines.AddRange(given);
        }

        return new Answer<IReadOnlyList<ChannelStatementLine>>.Given(lines);
    }

    /// <summary>Those who may speak to us, by the last part of their address.</summary>
    public IReadOnlyDictionary<string, IChannelNotices> Notices() => new IChannelNotices?[]
    {
        _bank is null ? null : new BankNotices(_bank.Value), _weChat is null ? null : _weChat.Value.Notices, _unionPay is null ? null : new UnionPayNotices(_unionPay.Value, _options.UnionPay!),
    }.OfType<IChannelNotices>().ToDictionary(notices => notices.Name, StringComparer.Ordinal);

    public void Dispose()
    {
        if (_bank is { IsValueCreated: true }) _bank.Value.Dispose();
        if (_weChat is { IsValueCreated: true }) _weChat.Value.Dispose();
        if (_unionPay is { IsValueCreated: true }) _unionPay.Value.Dispose();
    }

    private static string PrefixOf(CashChannelKind kind) => kind switch
    {
        CashChannelKind.Bank => "PAY",
        CashChannelKind.WeChat => "PWX",
        CashChannelKind.UnionPay => "PCD",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Nothing is sent where the channel is gone: it stays on the list until it is configured again.</summary>
    private async Task<Answer<T>> AskAsync<T>(string outTradeNo, Func<ICashChannel, Task<Answer<T>>> ask) =>
        Of(outTradeNo) is { } channel ? await ask(channel) : new Answer<T>.NotSent($"the channel of {outTradeNo} is not configured");
}

/// <summary>How the channels are wired.</summary>
internal static class CashChannelServices
{
    public static IServiceCollection AddCashChannels(this IServiceCollection services) => services
        .AddSingleton<CashChannels>()
        .AddSingleton<ICashChannel>(provider => provider.GetRequiredService<CashChannels>());
}
