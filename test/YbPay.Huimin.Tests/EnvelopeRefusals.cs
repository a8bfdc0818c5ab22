using System.Text;
using System.Text.Json.Nodes;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Protocol.Huimin;
using YbPay.Protocol.MobilePay;

namespace YbPay.Huimin.Tests;

/// <summary>What the platform answers before any transaction: one refusal for whatever is wrong with an envelope, and each number once.</summary>
public sealed class EnvelopeRefusals
{
    private static readonly byte[] Clear = "{\"orderId\":\"N00000001\"}"u8.ToArray();

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_number_is_used_once_and_only_by_a_genuine_envelope(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var hospital = host.First;
        var seqId = TestHospital.NewNumber();
        (await hospital.PostAsync(Spoilt(host, seqId))).ShouldNotBeEmpty();
        (await hospital.SendAsync("NONE0001", Clear, seqId)).RtCode.ShouldBe("1000"); // no such transaction, and the number is used
        (await hospital.SendAsync("NONE0001", Clear, seqId)).RtCode.ShouldBe("4008");
        (await host.Second.SendAsync("NONE0001", Clear, seqId)).RtCode.ShouldBe("1000"); // another hospital's numbers are its own
    }

    [Theory]
    [InlineData(BothDatabases.Sqlite)]
    public async Task Whatever_is_wrong_with_an_envelope_looks_the_same_outside(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var partner = TestHospital.Partners[0];
        using var keys = new HuiminKeys(partner.Secret);
        using var others = new HuiminKeys(TestHospital.Partners[1].Secret);
        var now = host.Clock.GetUtcNow();
        var good = HuiminHead.Of(partner.PlatformId, TestHospital.NewNumber(), "HOS00012", now);
        var stale = HuiminHead.Of(partner.PlatformId, TestHospital.NewNumber(), "HOS00012", now.AddMinutes(-6));

        var answers = new List<string>();
        foreach (var body in new[] { HuiminEnvelope.SealRequest(others, good, Clear), HuiminEnvelope.SealRequest(keys, stale, Clear), Spoilt(host, TestHospital.NewNumber()) })
            answers.Add(Encoding.UTF8.GetString(await host.First.PostAsync(body)));
        answers.Distinct().ShouldHaveSingleItem();
        JsonNode.Parse(answers[0])!["rtCode"]!.GetValue<string>().ShouldBe("4000");

        foreach (var (body, rtCode) in new[] { ("no json"u8.ToArray(), "4000"), ("[]"u8.ToArray(), "4000"), (new byte[10 * 1024 * 1024], "4000") })
            JsonNode.Parse(await host.First.PostAsync(body))!["rtCode"]!.GetValue<string>().ShouldBe(rtCode);
        JsonNode.Parse(await host.First.PostAsync(HuiminEnvelope.SealRequest(keys, good with { PlatformId = "nobody01" }, Clear)))!["rtCode"]!.GetValue<string>().ShouldBe("4104");
        (await host.NumberAsync("SELECT COUNT(*) FROM sequences")).ShouldBe(0);
    }

    /// <summary>As a full disk under an image's folder would.</summary>
    [Fact]
    public async Task What_breaks_while_an_envelope_is_opened_is_logged_once_and_answered_without_detail()
    {
        await using var host = await HuiminHost.StartAsync(BothDatabases.Sqlite, options => options.Freshness = new BrokenClock());
        var reply = await host.First.SendAsync("HOS00012", Clear);
        (reply.RtCode, reply.Clear).ShouldBe(("9999", null));
        reply.RtMsg.ShouldNotContain("crystal");
        host.Log.Errors.Split("the crystal is cracked").Length.ShouldBe(2, host.Log.Errors);
        (await host.NumberAsync("SELECT COUNT(*) FROM sequences")).ShouldBe(0);
    }

    private static byte[] Spoilt(HuiminHost host, string seqId)
    {
        using var keys = new HuiminKeys(TestHospital.Partners[0].Secret);
        var body = HuiminEnvelope.SealRequest(keys, HuiminHead.Of(TestHospital.Partners[0].PlatformId, seqId, "HOS00012", host.Clock.GetUtcNow()), Clear);
        var node = JsonNode.Parse(body)!;
        var sign = node["signData"]!.GetValue<string>();
        node["signData"] = (sign[0] == '0' ? '1' : '0') + sign[1..];
        return Encoding.UTF8.GetBytes(node.ToJsonString());
    }

    private sealed class BrokenClock : IFreshness
    {
        public bool Accepts(DateTimeOffset stamp) => throw new IOException("the crystal is cracked");
    }
}
