namespace YbPay.Protocol.Tests.MobilePay;

/// <summary>What docs/protocol/mobile-envelope.md shows is what the vectors hold.</summary>
public class TheSigningPage
{
    private static readonly string Page = File.ReadAllText(Repository.At("docs", "protocol", "mobile-envelope.md"));

    [Theory]
    [InlineData("appId")]
    [InlineData("appSecret")]
    [InlineData("dataKey")]
    [InlineData("clear")]
    [InlineData("textToSign")]
    [InlineData("privateKey32")]
    [InlineData("e")]
    [InlineData("signature")]
    public void Shows_the_published_value(string field) => Page.ShouldContain(Vectors.Mobile(field));

    [Fact]
    public void Shows_the_digests_of_its_steps()
    {
        var text = System.Text.Encoding.UTF8.GetBytes(Vectors.Mobile("textToSign"));
        Page.ShouldContain(Convert.ToHexStringLower(YbPay.Cryptography.Sm3.Hash(text)));
        Page.ShouldContain($"{text.Length} bytes in UTF-8");
    }

    [Fact]
    public void Names_every_fault()
    {
        foreach (var fault in Enum.GetValues<Protocol.MobilePay.EnvelopeFault>().Where(f => f != Protocol.MobilePay.EnvelopeFault.None))
            Page.ShouldContain(fault.ToString());
    }
}
