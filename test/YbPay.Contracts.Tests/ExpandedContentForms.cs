using System.Text;
using YbPay.Contracts.MobilePay;

namespace YbPay.Contracts.Tests;

public sealed class ExpandedContentForms
{
    private const string Merchant = """{"merchantNo":"898440180620001","terminalNo":"00000001","isvNo":"ISV0001","region":"x"}""";

    [Fact]
    public void An_object_and_a_text_that_holds_one_say_the_same()
    {
        foreach (var content in new[] { Content(Merchant), Content(Quoted(Merchant)) })
        {
            content.Merchant!.MerchantNo.ShouldBe("898440180620001");
            content.Text("region").ShouldBe("x");
            content.Json.ShouldBe(Merchant);
        }
    }

    [Theory]
    [InlineData("""{"b":1.50,"a":{"c":[]}}""")]
    [InlineData("\"{\\\"revsToken\\\":\\\"R1\\\"}\"")]
    [InlineData("\"free text\"")]
    [InlineData("\"{ not JSON\"")]
    public void It_is_written_back_as_it_came(string json) => Written(Content(json)).ShouldEndWith($"\"expContent\":{json}}}");

    [Fact]
    public void A_reversal_finds_its_token()
    {
        Content("""{"revsToken":"R1"}""").RevsToken.ShouldBe("R1");
        Content(Written(ExpandedContent.OfRevsToken("R2")).Split("\"expContent\":")[1][..^1]).RevsToken.ShouldBe("R2");
        Content("""{"revsToken":""}""").RevsToken.ShouldBeNull();
        Content("\"free text\"").RevsToken.ShouldBeNull();
    }

    [Fact]
    public void A_merchant_with_a_missing_member_is_none() => Content("""{"merchantNo":"1","terminalNo":"2"}""").Merchant.ShouldBeNull();

    [Fact]
    public void It_never_prints_its_content() => Content(Merchant).ToString().ShouldBe("ExpandedContent");

    private static string Quoted(string json) => "\"" + json.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static ExpandedContent Content(string json) =>
        MobileJson.Read<PayByBankCardRequest>(Encoding.UTF8.GetBytes($$"""
            {"payAuthNo":"A","payOrdId":"O","payToken":"T","orgCodg":"H","orgBizSer":"S","expContent":{{json}}}
            """)).ExpContent.ShouldNotBeNull();

    private static string Written(ExpandedContent content) => Encoding.UTF8.GetString(MobileJson.Write(new PayByBankCardRequest
    {
        PayAuthNo = "A", PayOrdId = "O", PayToken = "T", OrgCodg = "H", OrgBizSer = "S", ExpContent = content,
    }));
}
