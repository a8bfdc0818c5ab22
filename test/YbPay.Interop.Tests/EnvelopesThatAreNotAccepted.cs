using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YbPay.Cryptography;
using YbPay.Interop.Tests.Hosting;
using YbPay.Protocol.MobilePay;

namespace YbPay.Interop.Tests;

/// <summary>Whatever is wrong with an envelope, the outside sees one and the same refusal, and nothing is stored.</summary>
public sealed partial class EnvelopesThatAreNotAccepted : IClassFixture<World>, IDisposable
{
    private const string Upload = "uldFeeInfo";
    private readonly World _world;
    private readonly RawHospital _hospital;

    public EnvelopesThatAreNotAccepted(World world) => (_world, _hospital) = (world, new RawHospital(world, 0));

    public static TheoryData<string> Faults => [.. Spoilers.Keys];

    private static Dictionary<string, Func<RawHospital, JsonObject, byte[]>> Spoilers { get; } = new()
    {
        ["another message's signature"] = (h, bill) => Changed(h.Seal(bill), e => e["signData"] = Of(h.Seal(new JsonObject { ["a"] = "b" }), "signData")),
        ["a signature that is no Base64"] = (h, bill) => Changed(h.Seal(bill), e => e["signData"] = "!" + Of(h.Seal(bill), "signData")[1..]),
        ["an empty signature"] = (h, bill) => Changed(h.Seal(bill), e => e["signData"] = ""),
        ["no signature"] = (h, bill) => Changed(h.Seal(bill), e => e.Remove("signData")),
        ["another private key"] = (h, bill) => SealedWith(h, bill, h.Secrets.AppSecret, Sm2PrivateKey.Generate().ExportBase64()),
        ["another secret"] = (h, bill) => SealedWith(h, bill, "0123456789ABCDEF0123456789ABCDEF", h.Secrets.PrivateKey),
        ["half a block missing"] = (h, bill) => Changed(h.Seal(bill), e => e["encData"] = Of(h.Seal(bill), "encData")[..^16]),
        ["a block missing"] = (h, bill) => Changed(h.Seal(bill), e => e["encData"] = Text(e, "encData")[..^32]),
        ["a block twice"] = (h, bill) => Changed(h.Seal(bill), e => e["encData"] = Text(e, "encData")[..32] + Text(e, "encData")),
        ["cipher text that is no hex"] = (h, bill) => Changed(h.Seal(bill), e => e["encData"] = "Z" + Text(e, "encData")[1..]),
        ["empty cipher text"] = (h, bill) => Changed(h.Seal(bill), e => e["encData"] = ""),
        ["clear data beside its signature"] = (h, bill) => Changed(h.Seal(bill), e => { e.Remove("encData"); e["data"] = bill.DeepClone(); }),
        ["an unknown appId"] = (h, bill) => Changed(h.Seal(bill), e => e["appId"] = new string('0', 32)),
        ["an appId that is a number"] = (h, bill) => Changed(h.Seal(bill), e => e["appId"] = 1),
        ["another version"] = (h, bill) => Changed(h.Seal(bill), e => e["version"] = "1.0.0"),
        ["another algorithm"] = (h, bill) => Changed(h.Seal(bill), e => e["signType"] = "RSA"),
        ["another timestamp"] = (h, bill) => Changed(h.Seal(bill), e => e["timestamp"] = Text(e, "timestamp")[..^1] + (Text(e, "timestamp")[^1] == '0' ? '1' : '0')),
        ["a timestamp of letters"] = (h, bill) => Changed(h.Seal(bill), e => e["timestamp"] = "now"),
        ["an envelope that is six minutes old"] = (h, bill) => h.Seal(bill, TimeSpan.FromMinutes(6)),
        ["an envelope of the future"] = (h, bill) => h.Seal(bill, TimeSpan.FromMinutes(-6)),
        ["a member that was not signed"] = (h, bill) => Changed(h.Seal(bill), e => e["more"] = "1"),
        ["deep nesting in the envelope"] = (h, bill) => Encoding.UTF8.GetBytes($$"""{"appId":"{{h.Secrets.AppId}}","x":{{new string('[', 50_000)}}{{new string(']', 50_000)}}}"""),
        ["deep nesting in the data"] = (h, bill) => Changed(h.Seal(bill), e => e["encData"] = h.Keys.EncryptHex(Nested())),
        ["invalid UTF-8"] = (h, bill) => [.. h.Seal(bill)[..^1], .. ",\"x\":\""u8, 0xC3, 0x28, .. "\"}"u8],
        ["an overlong NUL"] = (h, bill) => [.. h.Seal(bill)[..^1], .. ",\"x\":\""u8, 0xC0, 0x80, .. "\"}"u8],
        ["half an envelope"] = (h, bill) => h.Seal(bill)[..^40],
        ["two envelopes in one body"] = (h, bill) => [.. h.Seal(bill), .. h.Seal(bill)],
        ["an empty body"] = (_, _) => [],
        ["no JSON"] = (_, _) => "<xml/>"u8.ToArray(),
        ["an array"] = (h, bill) => [.. "["u8, .. h.Seal(bill), .. "]"u8],
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Every_fault_gets_the_same_refusal_and_leaves_nothing(string fault)
    {
        var bill = await _world.BillAsync(_hospital, _world.File.Persons[0]);
        var before = await CenterRows.CountAsync(_world);
        var answer = await _hospital.PostAsync(Upload, Spoilers[fault](_hospital, bill));
        Timestamp.Replace(answer, "T").ShouldBe("""{"code":1002,"message":"报文校验未通过","success":false,"timestamp":"T"}""");
        (await CenterRows.CountAsync(_world)).ShouldBe(before);
    }

    [Fact]
    public async Task Each_flipped_half_byte_of_the_cipher_text_is_refused()
    {
        var envelope = _hospital.Seal(new JsonObject { ["payOrdId"] = "ORD1", ["payToken"] = "1" });
        var cipher = Of(envelope, "encData");
        var before = await CenterRows.CountAsync(_world);
        for (var at = 0; at < cipher.Length; at++)
        {
            var flipped = cipher[..at] + (cipher[at] == '0' ? 'F' : '0') + cipher[(at + 1)..];
            (await _hospital.PostAsync(Upload, Changed(envelope, e => e["encData"] = flipped))).ShouldContain("\"code\":1002");
        }

        (await CenterRows.CountAsync(_world)).ShouldBe(before);
    }

    [Fact]
    public async Task An_envelope_of_one_interface_is_not_accepted_by_another()
    {
        var envelope = _hospital.Seal(new JsonObject { ["payOrdId"] = "ORD1" });
        (await _hospital.PostAsync("query_order_info", envelope)).ShouldContain("signData");
        (await _hospital.PostAsync("revoke_order", envelope)).ShouldContain("\"code\":1002");
    }

    [Fact]
    public async Task Neither_time_nor_length_tells_which_fault_it_was()
    {
        var bill = await _world.BillAsync(_hospital, _world.File.Persons[0]);
        var medians = new Dictionary<string, double>();
        foreach (var fault in (string[])["another message's signature", "another private key", "another secret", "a block missing", "an unknown appId", "an envelope that is six minutes old"])
        {
            var times = new List<double>();
            for (var i = 0; i < 25; i++)
            {
                var envelope = Spoilers[fault](_hospital, bill);
                var started = Stopwatch.GetTimestamp();
                await _hospital.PostAsync(Upload, envelope);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            medians[fault] = times.Order().ElementAt(times.Count / 2);
        }

        (medians.Values.Max() / medians.Values.Min()).ShouldBeLessThan(1.5, string.Join(", ", medians));
    }

    public void Dispose() => _hospital.Dispose();

    [GeneratedRegex("(?<=\"timestamp\":\")[0-9]{13}(?=\")")]
    private static partial Regex Timestamp { get; }

    private static byte[] SealedWith(RawHospital hospital, JsonObject bill, string secret, string privateKey)
    {
        using var keys = hospital.KeysWith(hospital.Secrets.AppId, secret, privateKey);
        return MobileEnvelope.SealRequest(keys, Encoding.UTF8.GetBytes(bill.ToJsonString()), DateTimeOffset.UtcNow);
    }

    /// <summary>No signature can be made for it, so it comes under another's: reading it must end well all the same.</summary>
    private static byte[] Nested() => Encoding.UTF8.GetBytes($$"""{"x":{{new string('[', 50_000)}}1{{new string(']', 50_000)}}}""");

    private static byte[] Changed(byte[] envelope, Action<JsonObject> change)
    {
        var parsed = JsonNode.Parse(envelope)!.AsObject();
        change(parsed);
        return Encoding.UTF8.GetBytes(parsed.ToJsonString());
    }

    private static string Of(byte[] envelope, string member) => Text(JsonNode.Parse(envelope)!.AsObject(), member);

    private static string Text(JsonObject envelope, string member) => envelope[member]!.ToString();
}
