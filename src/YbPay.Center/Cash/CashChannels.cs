using Microsoft.Extensions.DependencyInjection;
using YbPay.Center.Cash.WeChat;

namespace YbPay.Center.Cash;

/// <summary>The channels of this centre by code (BANK, WX) and by institution. Each is made once, when it is first asked for.</summary>
internal sealed class CashChannels : IDisposable
{
    private readonly CashChannelOptions _options;
    private readonly Lazy<BankChannel> _bank;
    private readonly Lazy<WeChatChannel>? _weChat;

    public CashChannels(CenterOptions options, BankSource bank, TimeProvider time)
    {
        _options = options.Cash;
        _bank = new(bank.Get);
        if (_options.WeChat is { } weChat) _weChat = new(() => new WeChatChannel(weChat, time));
        foreach (var kind in _options.ByInstitution.Values.Append(_options.Kind))
            if (!IsConfigured(kind)) throw new InvalidOperationException($"The cash channel {CodeOf(kind)} is chosen, but not configured.");
    }

    /// <summary>What an institution without a choice of its own uses.</summary>
    public ICashChannel Standard => Of(_options.Kind);

    /// <summary>Null for an unknown code, and for a channel that is not configured.</summary>
    public ICashChannel? For(string code) => code switch
    {
        "BANK" => _bank.Value,
        "WX" => _weChat?.Value,
        _ => null,
    };

    public ICashChannel ForInstitution(string orgCodg) => Of(_options.ByInstitution.TryGetValue(orgCodg, out var kind) ? kind : _options.Kind);

    public void Dispose()
    {
        if (_weChat is { IsValueCreated: true }) _weChat.Value.Dispose();
    }

    private static string CodeOf(CashChannelKind kind) => kind switch
    {
        CashChannelKind.Bank => "BANK",
        CashChannelKind.WeChat => "WX",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private ICashChannel Of(CashChannelKind kind) => For(CodeOf(kind))!;

    private bool IsConfigured(CashChannelKind kind) => kind switch
    {
        CashChannelKind.WeChat => _weChat is not null,
        _ => true,
    };
}

/// <summary>Where the bank's channel comes from; it is not opened for a centre that never asks for it.</summary>
internal sealed record BankSource(Func<BankChannel> Get);

/// <summary>How the channels are wired.</summary>
internal static class CashChannelServices
{
    /// <summary><see cref="ICashChannel"/> is the one that the configuration names for all.</summary>
    public static IServiceCollection AddCashChannels(this IServiceCollection services) => services
        .AddSingleton<BankChannel>()
        .AddSingleton(provider => new BankSource(provider.GetRequiredService<BankChannel>))
        .AddSingleton<CashChannels>()
        .AddSingleton<ICashChannel>(provider => new Chosen(provider.GetRequiredService<CashChannels>().Standard));

    /// <summary>The container must not dispose a channel twice.</summary>
    private sealed class Chosen(ICashChannel channel) : ICashChannel
    {
        public Task<Outside.Answer<ChannelPayment>> CreateAsync(ChannelOrder order, CancellationToken cancel) => channel.CreateAsync(order, cancel);

        public Task<Outside.Answer<ChannelPayment>> QueryAsync(string outTradeNo, CancellationToken cancel) => channel.QueryAsync(outTradeNo, cancel);

        public Task<Outside.Answer<ChannelPayment>> CloseAsync(string outTradeNo, CancellationToken cancel) => channel.CloseAsync(outTradeNo, cancel);

        public Task<Outside.Answer<ChannelRefund>> RefundAsync(string outRefundNo, string outTradeNo, Engine.Money.Fen amount, CancellationToken cancel) =>
            channel.RefundAsync(outRefundNo, outTradeNo, amount, cancel);

        public Task<Outside.Answer<IReadOnlyList<ChannelStatementLine>>> StatementAsync(DateOnly day, CancellationToken cancel) => channel.StatementAsync(day, cancel);
    }
}
