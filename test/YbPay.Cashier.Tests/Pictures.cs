using Microsoft.Playwright;
using YbPay.Cashier.Tests.Browsers;

namespace YbPay.Cashier.Tests;

/// <summary>Writes every page as a phone of 375 shows it to artifacts/cashier, for people to look at.</summary>
public sealed class Pictures(CashierBrowser browser)
{
    public static TheoryData<string> Pages => [.. Specimens.All.Keys, "cashier#detail"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_picture_of_each_page_is_kept(string page)
    {
        await using var server = await PageServer.StartAsync();
        TestContext.Current.TestOutputHelper!.WriteLine($"pictures: {Phone.Folder}");
        foreach (var isDark in (bool[])[false, true])
        {
            await using var phone = await browser.OpenAsync(server.At(page), isDark: isDark);
            await phone.PictureAsync($"{page.Replace('#', '-')}{(isDark ? "-dark" : "")}");
        }
    }

    [Fact]
    public async Task A_picture_of_the_loading_pop_up_is_kept()
    {
        await using var server = await PageServer.StartAsync();
        await using var phone = await browser.OpenAsync(server.At("cashier"));
        await phone.Page.EvaluateAsync("() => document.getElementById('loading').showModal()");
        await phone.PictureAsync("loading-pop-up");
    }
}
