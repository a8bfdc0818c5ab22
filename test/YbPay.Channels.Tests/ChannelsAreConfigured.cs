using YbPay.Center;
using YbPay.Center.Cash;
using YbPay.Center.Cash.UnionPay;
using YbPay.Center.Cash.WeChat;
using YbPay.Cli.Hosting;

namespace YbPay.Channels.Tests;

public sealed class ChannelsAreConfigured
{
    [Fact]
    public async Task What_is_missing_is_told_in_one_line_and_keys_are_read_before_the_start()
    {
        var bank = new CenterOptions { Bank = new() { BaseUrl = "https://bank.example", NotifyBase = "https://center.example" } };
        CashChannelChecks.WhyNot(bank).ShouldBeNull();
        CashChannelChecks.WhyNot(new()).ShouldBe("Bank.BaseUrl: BANK is chosen, but not configured");
        CashChannelChecks.WhyNot(new() { Cash = { Kind = CashChannelKind.WeChat } }).ShouldBe("Cash.WeChat: WX is chosen, but not configured");
        CashChannelChecks.WhyNot(new() { Bank = bank.Bank, Cash = { ByInstitution = { ["H1"] = CashChannelKind.UnionPay } } }).ShouldBe("Cash.UnionPay: CARD is chosen, but not configured");
        CashChannelChecks.WhyNot(new() { Bank = bank.Bank, Cash = { UnionPay = new() { MerId = "1" } } })
            .ShouldBe("Cash.UnionPay needs GatewayUrl, FileUrl, CertId, PrivateKey, RootCertificates, PublicBase, NotifyUrl");

        await using var server = await UnionPayServer.StartAsync(UnionPayAlgorithm.Rsa);
        var card = new CenterOptions { Cash = { Kind = CashChannelKind.UnionPay, UnionPay = server.Options } };
        CashChannelChecks.WhyNot(card).ShouldBeNull("a centre without a bank of its own starts");
        server.Options.PrivateKey = "no key";
        CashChannelChecks.WhyNot(card).ShouldBe("Cash.UnionPay: a key cannot be read (ArgumentException)");
        server.Options.Algorithm = UnionPayAlgorithm.Sm2;
        CashChannelChecks.WhyNot(card)!.ShouldStartWith("Cash.UnionPay needs PlatformKeys");
    }

    [Fact]
    public async Task The_configuration_file_names_channels_and_points_to_their_secrets()
    {
        await using var weChat = await WeChatServer.StartAsync(WeChatAlgorithm.Rsa);
        await using var place = TestPlace.Create(BothDatabases.Sqlite);
        var folder = Directory.CreateTempSubdirectory("channels").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "key.pem"), weChat.Options.PrivateKey + "\n");
            await File.WriteAllTextAsync(Path.Combine(folder, "platform.pem"), weChat.Options.PlatformKeys["PLATFORM1"]);
            var file = Path.Combine(folder, "center.json");
            await File.WriteAllTextAsync(file, $$"""
                { "url": "http://127.0.0.1:1", "dataFolder": "x", "masterKeys": {},
                  "center": { "privateKey": "k", "admdvs": "440100", "coreUrl": "http://127.0.0.1:2", "publicUrl": "https://pay.example/", "partners": [],
                    "cash": { "kind": "WeChat", "byInstitution": { "H1": "WeChat" },
                      "weChat": { "baseUrl": "https://api.example", "loginUrl": "https://login.example", "userUrl": "https://user.example", "appId": "wxtest", "appSecret": "s", "mchId": "1900000000",
                        "serialNo": "MERCHANT1", "privateKey": "@{{Path.Combine(folder, "key.pem")}}", "apiV3Secret": "{{WeChatServer.Secret}}", "platformKeys": { "PLATFORM1": "@{{Path.Combine(folder, "platform.pem")}}" } } } } }
                """);
            var config = ServeConfig.Read(file);
            var options = config.Center!.Options(config);
            CashChannelChecks.WhyNot(options).ShouldBeNull();
            options.Cash.WeChat!.NotifyUrl.ShouldBe("https://pay.example/callbacks/wx");
            options.Cash.ByInstitution.ShouldBe(new Dictionary<string, CashChannelKind> { ["H1"] = CashChannelKind.WeChat });
            foreach (var printed in new[] { config.Center.Cash.ToString(), config.Center.Cash.WeChat!.ToString(), options.Cash.WeChat.ToString() }) printed.ShouldNotContain(WeChatServer.Secret);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_payment_stays_with_the_channel_that_made_it()
    {
        CashChannels.KindOf("PAY20260102030405AAAAAAAAAAAA").ShouldBe(CashChannelKind.Bank);
        CashChannels.KindOf("PWX20260102030405AAAAAAAAAAAA").ShouldBe(CashChannelKind.WeChat);
        CashChannels.KindOf("PCD20260102030405AAAAAAAAAAAA").ShouldBe(CashChannelKind.UnionPay);
        using var channels = new CashChannels(new() { Bank = new() { BaseUrl = "http://127.0.0.1:1" } }, TimeProvider.System);
        channels.Of("PWX20260102030405AAAAAAAAAAAA").ShouldBeNull();
    }
}
