using System.Globalization;
using YbPay.Cashier.Tests.Browsers;

namespace YbPay.Cashier.Tests;

/// <summary>What a patient can add up on the page adds up.</summary>
public sealed class Amounts(CashierBrowser browser)
{
    [Theory]
    [InlineData("cashier", ".total-amount")]
    [InlineData("cashier-insured", ".total-amount")]
    [InlineData("paid", ".line:nth-of-type(2) dd")]
    public async Task The_parts_add_up_to_the_bill(string page, string whole)
    {
        await using var server = await PageServer.StartAsync();
        await using var phone = await browser.OpenAsync(server.At(page));
        var parts = await phone.At(".line.fund dd, .line.account dd, .line.other dd, .line.cash dd").AllInnerTextsAsync();
        parts.Count.ShouldBe(4);
        parts.Sum(Yuan).ShouldBe(Yuan(await phone.At(whole).First.InnerTextAsync()));
    }

    private static decimal Yuan(string text) => decimal.Parse(text.Replace("¥", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture);
}
