using FsCheck;
using FsCheck.Fluent;
using YbPay.Protocol.MobilePay;

namespace YbPay.Protocol.Tests.MobilePay;

public class Properties
{
    [Fact]
    public void What_is_sealed_opens_with_the_same_bytes() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var data = Partnership.Bytes(new RandomJson(seed).Object());
            var variant = CanonicalVariant.Known[seed % 4];
            var fault = Partnership.Open(Partnership.Center, MobileEnvelope.SealRequest(Partnership.Hospital, data, Partnership.Now, variant), out var opened);
            fault.ShouldBe(EnvelopeFault.None, $"seed {seed}");
            opened!.Data.ShouldBe(data);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void The_same_envelope_written_out_in_clear_seals_alike() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var data = new RandomJson(seed).Object();
            var text = TextToSign.OfSealed(Partnership.Signed($$"""{"data":{{data}} }"""), Partnership.Hospital)!;
            text.ShouldBe(MobileEnvelope.RequestTextToSign(Partnership.Hospital, Partnership.Bytes(data), Partnership.Now), $"seed {seed}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    /// <summary>Every bit of every byte: a changed envelope is refused, or says exactly what it said (white space, unsigned fields).</summary>
    [Fact]
    public void A_flipped_bit_never_gives_other_data()
    {
        var data = """{"payOrdId":"ORD1","feeSumamt":10.00,"name":"张三"}"""u8.ToArray();
        var reply = MobileEnvelope.SealReply(Partnership.Center, 0, "成功", true, data, Partnership.Now);
        var accepted = 0;
        for (var at = 0; at < reply.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var changed = reply.ToArray();
                changed[at] ^= (byte)(1 << bit);
                if (MobileEnvelope.Open(Partnership.Hospital, changed, Partnership.AtNow, CanonicalVariant.Default, out var opened) != EnvelopeFault.None)
                {
                    opened.ShouldBeNull();
                    continue;
                }

                accepted++;
                opened!.Data.ShouldBe(data);
                (opened.Code, opened.Success, opened.Message, opened.Timestamp).ShouldBe(("0", true, "成功", Partnership.Now));
            }
        }

        // The case of a hex digit: six letters out of sixteen digits, no others.
        accepted.ShouldBeLessThan(reply.Length);
    }

    [Fact]
    public void Whatever_comes_in_is_answered_with_a_fault_not_an_exception()
    {
        var random = new Random(20260301);
        var request = MobileEnvelope.SealRequest(Partnership.Hospital, """{"a":[1,{"b":"\u00e9"}]}"""u8, Partnership.Now);
        for (var i = 0; i < 5000; i++)
        {
            var changed = request.ToArray();
            for (var n = random.Next(1, 6); n > 0; n--) changed[random.Next(changed.Length)] = (byte)random.Next(256);
            changed = changed[..random.Next(changed.Length + 1)];
            var fault = MobileEnvelope.Open(Partnership.Center, changed, Partnership.AtNow, null, out var opened);
            (fault == EnvelopeFault.None).ShouldBe(opened is not null);
            MobileEnvelope.PeekAppId(changed);
        }
    }
}
