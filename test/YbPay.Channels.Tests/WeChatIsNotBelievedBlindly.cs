using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using YbPay.Center.Cash;
using YbPay.Center.Cash.WeChat;
using YbPay.Cryptography;
using YbPay.Protocol.Outgoing;

namespace YbPay.Channels.Tests;

public sealed class WeChatIsNotBelievedBlindly
{
    public static TheoryData<WeChatAlgorithm, string> Troubles
    {
        get
        {
            var all = new TheoryData<WeChatAlgorithm, string>();
            foreach (var algorithm in Enum.GetValues<WeChatAlgorithm>())
                foreach (var trouble in Enum.GetNames<Trouble>().Skip(1)) all.Add(algorithm, trouble);
            return all;
        }
    }

    [Theory, MemberData(nameof(Troubles))]
    public async Task A_reply_that_is_forged_stale_missing_or_broken_is_unknown(WeChatAlgorithm algorithm, string trouble)
    {
        await using var server = await WeChatServer.StartAsync(algorithm);
        using var channel = new WeChatChannel(server.Options, TimeProvider.System);
        (await channel.CreateAsync(ChannelHost.Order("CSH1"), default)).ShouldBeOfType<Answer<ChannelPayment>.Given>();
        server.Trouble = Enum.Parse<Trouble>(trouble);

        (await channel.CreateAsync(ChannelHost.Order("CSH2"), default)).ShouldBeOfType<Answer<ChannelPayment>.Unknown>();
        (await channel.QueryAsync("CSH1", default)).ShouldBeOfType<Answer<ChannelPayment>.Unknown>();
        server.Rejected.ShouldBe(0);
    }

    [Fact]
    public async Task A_merchant_with_another_key_gets_no_answer_and_a_dead_address_was_never_reached()
    {
        await using var server = await WeChatServer.StartAsync(WeChatAlgorithm.Rsa);
        using var other = RSA.Create(2048);
        server.Options.PrivateKey = other.ExportPkcs8PrivateKeyPem();
        using var channel = new WeChatChannel(server.Options, TimeProvider.System);
        (await channel.CreateAsync(ChannelHost.Order("CSH1"), default)).ShouldBeOfType<Answer<ChannelPayment>.Unknown>();
        server.Rejected.ShouldBe(1);

        server.Options.BaseUrl = "http://127.0.0.1:1";
        using var dead = new WeChatChannel(server.Options, TimeProvider.System);
        (await dead.QueryAsync("CSH1", default)).ShouldBeOfType<Answer<ChannelPayment>.NotSent>();
        server.Options.ToString().ShouldNotContain(server.Options.PrivateKey);
        server.Options.ToString().ShouldNotContain(WeChatServer.Secret);
    }

    [Theory, InlineData(WeChatAlgorithm.Rsa), InlineData(WeChatAlgorithm.Sm2)]
    public async Task A_callback_opens_once_and_only_when_WeChat_made_it(WeChatAlgorithm algorithm)
    {
        await using var server = await WeChatServer.StartAsync(algorithm);
        using var channel = new WeChatChannel(server.Options, TimeProvider.System);
        var callbacks = new WeChatCallbacks(channel.Link, TimeProvider.System);
        var body = Callback(algorithm, WeChatServer.Secret);
        var headers = server.Sign(body);

        callbacks.Open(headers.GetValueOrDefault, body).ShouldNotBeNull().Content["out_trade_no"]!.GetValue<string>().ShouldBe("CSH1");
        callbacks.Open(headers.GetValueOrDefault, body).ShouldBeNull();
        callbacks.Open(server.Sign(body).GetValueOrDefault, body).ShouldNotBeNull();
        callbacks.Open(server.Sign(body).GetValueOrDefault, [.. body, (byte)' ']).ShouldBeNull();
        var foreign = Callback(algorithm, new string('x', 32));
        callbacks.Open(server.Sign(foreign).GetValueOrDefault, foreign).ShouldBeNull();
        foreach (var trouble in new[] { Trouble.Forged, Trouble.Stale, Trouble.UnknownSerial })
        {
            server.Trouble = trouble;
            callbacks.Open(server.Sign(body).GetValueOrDefault, body).ShouldBeNull(trouble.ToString());
        }
    }

    [Fact]
    public void Sm4_gcm_gives_the_values_of_RFC_8998()
    {
        byte[] key = Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210"), nonce = Convert.FromHexString("00001234567800000000ABCD"), associated = Convert.FromHexString("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2");
        var plain = Convert.FromHexString("AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDDEEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA");
        var sealedText = Sm4Gcm.Seal(key, nonce, associated, plain);

        Convert.ToHexString(sealedText).ShouldBe(
            "17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D83DE3541E4C2B58177E065A9BF7B62EC");
        Sm4Gcm.Open(key, nonce, associated, sealedText).ShouldBe(plain);
        sealedText[3] ^= 1;
        Sm4Gcm.Open(key, nonce, associated, sealedText).ShouldBeNull();
    }

    [Theory]
    [InlineData(10000, 3000, 2000, 0, 5000, 4200, 200, 1000, "CashAndInsurance", 0)]
    [InlineData(10000, 3000, 2000, 0, 5000, 4201, 200, 1000, "CashAndInsurance", 2)]
    [InlineData(5000, 3000, 2000, 0, 0, 0, 0, 0, "InsuranceOnly", 0)]
    [InlineData(5000, 3000, 2000, 0, 0, 0, 0, 0, "CashOnly", 2)]
    [InlineData(1200, 0, 0, 0, 0, 1200, 1200, 0, "CashOnly", 0)]
    public void Medical_amounts_hold_the_three_equations(long total, long gov, long self, long others, long insuranceCash, long cash, long added, long reduced, string type, int problems)
    {
        // 10200 in all: what is added belongs to the total.
        var amounts = new MedInsAmounts(total + (type == "CashAndInsurance" ? added : 0), gov, self, others, insuranceCash, cash, [new(added, "FREIGHT")], [new(reduced, "DEPOSIT_DEDUCTION")]);
        amounts.Problems(Enum.Parse<MixPayType>(type)).Count.ShouldBe(problems, string.Join("; ", amounts.Problems(Enum.Parse<MixPayType>(type))));
    }

    internal static byte[] Callback(WeChatAlgorithm algorithm, string secret, string number = "CSH1")
    {
        byte[] nonce = "nonce-of-12b"u8.ToArray(), associated = "transaction"u8.ToArray(), clear = Encoding.UTF8.GetBytes($$"""{"out_trade_no":"{{number}}"}"""), key = Encoding.UTF8.GetBytes(secret);
        byte[] cipher;
        if (algorithm == WeChatAlgorithm.Sm2) cipher = Sm4Gcm.Seal(Sm3.Hash(key).AsSpan(0, 16), nonce, associated, clear);
        else
        {
            using var aes = new AesGcm(key, 16);
            cipher = new byte[clear.Length + 16];
            aes.Encrypt(nonce, clear, cipher.AsSpan(0, clear.Length), cipher.AsSpan(clear.Length), associated);
        }

        return Encoding.UTF8.GetBytes(new JsonObject
        {
            ["id"] = "EV1", ["event_type"] = "TRANSACTION.SUCCESS",
            ["resource"] = new JsonObject
            {
                ["algorithm"] = algorithm == WeChatAlgorithm.Sm2 ? "AEAD_SM4_GCM" : "AEAD_AES_256_GCM", ["nonce"] = "nonce-of-12b", ["associated_data"] = "transaction", ["ciphertext"] = Convert.ToBase64String(cipher),
            },
        }.ToJsonString());
    }
}
