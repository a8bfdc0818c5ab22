using Microsoft.Playwright;
using YbPay.Cashier.Tests.Browsers;

namespace YbPay.Cashier.Tests;

/// <summary>Writes every page as a phone of 375 shows it to artifacts/cashier, for people to look at.</summary>
public sealed class Pictures(CashierBrowser browser)
{
    private static readonly string Folder = Repository.At("artifacts", "cashier");

    public static TheoryData<string> Pages => [.. Specimens.All.Keys, "cashier#detail"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_picture_of_each_page_is_kept(string page)
    {
        await using var server = await PageServer.StartAsync();
        TestContext.Current.TestOutputHelper!.WriteLine($"pictures: {Folder}");
        foreach (var isDark in (bool[])[false, true])
        {
            await using var visit = await browser.OpenAsync(server.At(page), isDark: isDark);
            var place = Path.Combine(Folder, $"{page.Replace('#', '-')}{(isDark ? "-dark" : "")}.png");
            (await visit.Page.ScreenshotAsync(new() { Path = place, Scale = ScreenshotScale.Css })).Length.ShouldBeGreaterThan(2_000);
        }
    }

    [Fact]
    public async Task A_picture_of_the_loading_pop_up_is_kept()
    {
        await using var server = await PageServer.StartAsync();
        await using var visit = await browser.OpenAsync(server.At("cashier"));
        await visit.Page.EvaluateAsync("() => document.getElementById('loading').showModal()");
        (await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, "loading-pop-up.png"), Scale = ScreenshotScale.Css })).Length.ShouldBeGreaterThan(2_000);
    }
}
