using YbPay.Protocol.Huimin;

namespace YbPay.Protocol.Tests.Huimin;

public class HuiminProperties
{
    [Fact]
    public void What_is_sealed_opens_with_the_same_bytes()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var clear = new byte[random.Next(1, seed < 280 ? 200 : 200_000)];
            random.NextBytes(clear);
            Parties.Open(HuiminEnvelope.SealRequest(Parties.Keys, Parties.Head, clear), out var opened).ShouldBe(HuiminFault.None, $"seed {seed}");
            opened.ShouldBe(clear, $"seed {seed}");
        }
    }

    /// <summary>Every bit of every byte: a changed request is refused, or differs only in the case of a hex digit.</summary>
    [Fact]
    public void Every_flipped_bit_is_refused()
    {
        var request = HuiminEnvelope.SealRequest(Parties.Keys, Parties.Head, Parties.Clear);
        var text = Parties.Text(request);
        for (var at = 0; at < request.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var changed = request.ToArray();
                changed[at] ^= (byte)(1 << bit);
                if (Parties.Open(changed, out var clear) != HuiminFault.None)
                {
                    clear.ShouldBeNull();
                    continue;
                }

                Parties.Text(changed).ToUpperInvariant().ShouldBe(text.ToUpperInvariant(), $"byte {at}, bit {bit}");
                clear.ShouldBe(Parties.Clear);
            }
        }
    }

    [Fact]
    public void Every_flipped_byte_of_a_reply_is_refused_or_says_the_same()
    {
        var body = HuiminEnvelope.SealReply(Parties.Keys, "1000", "业务失败", Parties.Clear);
        for (var at = 0; at < body.Length; at++)
        {
            for (var with = 1; with < 256; with += 6)
            {
                var changed = body.ToArray();
                changed[at] ^= (byte)with;
                if (HuiminEnvelope.OpenReply(Parties.Keys, changed, out var reply) != HuiminFault.None) continue;
                (reply!.RtCode, reply.RtMsg).ShouldBe(("1000", "业务失败"));
                reply.Clear.ShouldBe(Parties.Clear);
            }
        }
    }

    [Fact]
    public void Whatever_comes_in_is_answered_with_a_fault_not_an_exception()
    {
        var random = new Random(20261121);
        var request = HuiminEnvelope.SealRequest(Parties.Keys, Parties.Head with { ExtendParmas = "\"\\\u0001测" }, """{"a":[1,{"b":"\u00e9"}]}"""u8);
        for (var i = 0; i < 20_000; i++)
        {
            var changed = request.ToArray();
            for (var n = random.Next(1, 6); n > 0; n--) changed[random.Next(changed.Length)] = (byte)random.Next(256);
            changed = changed[..random.Next(changed.Length + 1)];
            (Parties.Open(changed, out var clear) == HuiminFault.None).ShouldBe(clear is not null);
            HuiminEnvelope.OpenReply(Parties.Keys, changed, out _);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{,}")]
    [InlineData("{\"a\":\"b\",}")]
    [InlineData("{\"a\" \"b\"}")]
    [InlineData("{\"a\":\"b\"")]
    [InlineData("{\"a\":\"b\"} x")]
    [InlineData("{\"a\":\"b\"}{}")]
    [InlineData("{\"a\":")]
    [InlineData("{\"a\":}")]
    [InlineData("{\"a\":tru}")]
    [InlineData("{\"a\":01}")]
    [InlineData("{\"a\":\"b\",\"a\":\"b\"}")]
    [InlineData("{\"a\":\"b\",\"\\u0061\":\"b\"}")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    [InlineData("{\"a\":\"\\q\"}")]
    [InlineData("{\"a\":\"tab\there\"}")]
    [InlineData("{\"encData\":\"\\u0041\"}")]
    [InlineData("{\"encData\":\"41")]
    [InlineData("{a:1}")]
    public void What_is_no_flat_JSON_object_is_refused(string body) =>
        HuiminEnvelope.ReadRequest(Parties.Bytes(body), HuiminLimits.Default, out _).ShouldBe(body == "{}" ? HuiminFault.HeadInvalid : HuiminFault.Malformed);

    [Fact]
    public void Text_that_is_not_UTF8_is_refused() =>
        HuiminEnvelope.ReadRequest((byte[])[.. "{\"a\":\""u8, 0xC3, .. "\"}"u8], HuiminLimits.Default, out _).ShouldBe(HuiminFault.Malformed);
}
