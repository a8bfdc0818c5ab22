using YbPay.Protocol.MobilePay;

namespace YbPay.Protocol.Tests.MobilePay;

public class Variants
{
    private static readonly byte[] Mixed = """{"amt":10.00,"ok":true,"o":{"x":{"y":null}},"l":[{},{"a":1}],"n":"x"}"""u8.ToArray();

    public static TheoryData<int> Known => [0, 1, 2, 3];

    [Theory]
    [MemberData(nameof(Known))]
    public void Auto_tells_which_one_the_sender_uses(int number)
    {
        var sent = CanonicalVariant.Known[number];
        Partnership.Open(Partnership.Center, MobileEnvelope.SealRequest(Partnership.Hospital, Mixed, Partnership.Now, sent), out var opened).ShouldBe(EnvelopeFault.None);
        opened!.Variant.ShouldBe(sent);
        opened.Data.ShouldBe(Mixed);
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void A_fixed_one_accepts_only_itself(int number)
    {
        foreach (var sent in CanonicalVariant.Known)
            Partnership.Open(Partnership.Center, MobileEnvelope.SealRequest(Partnership.Hospital, Mixed, Partnership.Now, sent), out _, new OpenOptions { Variant = CanonicalVariant.Known[number] })
                .ShouldBe(sent == CanonicalVariant.Known[number] ? EnvelopeFault.None : EnvelopeFault.SignatureWrong);
    }

    // Numbers as they are, whatever is empty removed from the inside out, the cleaned and sorted text encrypted, a 14-digit time.
    [Fact]
    public void The_variant_seen_in_Shanxi_opens()
    {
        var data = """{"amt":10.00,"list":[{"cnt":1}],"ok":true}""";
        var envelope = Partnership.Signed($$"""{"data":{{data}},"timestamp":"20231115061320","code":0,"message":"成功","success":true}""", new CanonicalVariant(NumberStyle.Literal, EmptyObjectStyle.Drop));
        Partnership.Open(Partnership.Center, envelope, out var opened).ShouldBe(EnvelopeFault.None);
        Partnership.Text(opened!.Data).ShouldBe(data);
        opened.Variant.Numbers.ShouldBe(NumberStyle.Literal);

        var uncleaned = MobileEnvelope.SealRequest(Partnership.Hospital, Mixed, Partnership.Now, new CanonicalVariant(NumberStyle.Literal, EmptyObjectStyle.Drop));
        Partnership.Open(Partnership.Center, uncleaned, out opened).ShouldBe(EnvelopeFault.None);
        opened!.Variant.ShouldBe(new CanonicalVariant(NumberStyle.Literal, EmptyObjectStyle.Drop));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"a":""}""")]
    public void Data_that_is_or_becomes_empty_seals_and_opens_in_each(string data)
    {
        foreach (var variant in CanonicalVariant.Known)
        {
            var envelope = MobileEnvelope.SealRequest(Partnership.Hospital, Partnership.Bytes(data), Partnership.Now, variant);
            Partnership.Open(Partnership.Center, envelope, out var opened, new OpenOptions { Variant = variant }).ShouldBe(EnvelopeFault.None);
            Partnership.Text(opened!.Data).ShouldBe(data);
        }
    }

    [Fact]
    public void Data_without_numbers_and_empties_is_the_same_in_all_and_reported_as_the_default()
    {
        var envelope = MobileEnvelope.SealRequest(Partnership.Hospital, """{"a":"x"}"""u8, Partnership.Now, CanonicalVariant.Known[3]);
        Partnership.Open(Partnership.Center, envelope, out var opened).ShouldBe(EnvelopeFault.None);
        opened!.Variant.ShouldBe(CanonicalVariant.Default);
    }
}
