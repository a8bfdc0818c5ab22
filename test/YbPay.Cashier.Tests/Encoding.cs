using YbPay.Center.Features.Cashier.Pages;
using YbPay.Engine.Money;
using YbPay.Hosting.Pages;

namespace YbPay.Cashier.Tests;

/// <summary>The one place where text becomes markup, without a browser.</summary>
public sealed class Encoding
{
    [Theory]
    [InlineData("<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;")]
    [InlineData("陈** 𠮷", "陈** 𠮷")]
    [InlineData("a\u202Eb\u2066c\u200Fd\uFEFFe\u061C", "abcde")]
    [InlineData("a\0b\u0085c\nd\u2028e", "a b c d e")]
    [InlineData(null, "")]
    public void Text_is_encoded(string? text, string expected) => Html.Of($"{text}").ToString().ShouldBe(expected);

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() => Html.Of($"{"a\uD800b"}").ToString().ShouldBe("a\uFFFDb");

    [Theory]
    [InlineData("/cashier/x?a=1#b")]
    [InlineData("https://hospital.example/back")]
    [InlineData("http://127.0.0.1:8000/pay")]
    public void An_address_that_leads_to_a_page_is_kept(string address) => PageLink.To(address).Address.ShouldBe(address);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("https://known.example@elsewhere.example/")]
    [InlineData("elsewhere")]
    [InlineData("")]
    [InlineData(null)]
    public void An_address_that_may_do_harm_leads_nowhere(string? address) => PageLink.To(address).Address.ShouldBe("#");

    [Theory]
    [InlineData(0, "¥0.00")]
    [InlineData(5, "¥0.05")]
    [InlineData(123_456_789, "¥1,234,567.89")]
    [InlineData(-1_050, "-¥10.50")]
    public void Amounts_are_written_as_patients_read_them(long fen, string expected) => new Fen(fen).Yuan().ShouldBe(expected);
}
