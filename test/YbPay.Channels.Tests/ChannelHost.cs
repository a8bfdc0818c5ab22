using Microsoft.Extensions.DependencyInjection;
using YbPay.Center;
using YbPay.Center.Cash;
using YbPay.Center.Cash.WeChat;
using YbPay.Sandbox.Bank;
using YbPay.Sandbox.Tests;

namespace YbPay.Channels.Tests;

/// <summary>A channel and the server that it talks to; the test moves the patient.</summary>
internal sealed class ChannelHost(ICashChannel channel, Func<string, Task> pay, params IAsyncDisposable[] owned) : IAsyncDisposable
{
    public const string Bank = "BANK";
    public const string WeChatRsa = "WX, RSA";
    public const string WeChatSm2 = "WX, SM2";

    public ICashChannel Channel => channel;

    public static async Task<ChannelHost> StartAsync(string kind)
    {
        if (kind != Bank)
        {
            var server = await WeChatServer.StartAsync(kind == WeChatRsa ? WeChatAlgorithm.Rsa : WeChatAlgorithm.Sm2);
            return new(new WeChatChannel(server.Options, TimeProvider.System), no =>
            {
                server.Pay(no);
                return Task.CompletedTask;
            }, server);
        }

        const string Secret = "a secret of more than 16";
        var place = TestPlace.Create(BothDatabases.Sqlite);
        var bank = await LocalServer.StartAsync(
            services => services.AddBank(new() { Database = place.Options("bank"), BaseUrl = "http://bank.test", Merchants = [new("M1", "东湖中心", Secret)] }), app => app.MapBank());
        var options = new CenterOptions { Bank = new() { BaseUrl = bank.Address.ToString(), Merchant = "M1", Secret = Secret, NotifyBase = "http://127.0.0.1:9" } };
        return new(new BankChannel(options), no => bank.Services.GetRequiredService<PatientDesk>().MoveOrderAsync("ORD" + no, PatientAction.Pay, CancellationToken.None), bank, place);
    }

    public static ChannelOrder Order(string no, long fen = 1234) =>
        new(no, "ORD" + no, new(fen), "医疗费用自付部分", DateTimeOffset.FromUnixTimeSeconds((DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 3600 * 3600) + 7200), null) { Payer = new(new("oUser")) };

    public Task PayAsync(string outTradeNo) => pay(outTradeNo);

    public async ValueTask DisposeAsync()
    {
        (channel as IDisposable)?.Dispose();
        foreach (var one in owned) await one.DisposeAsync();
    }
}
