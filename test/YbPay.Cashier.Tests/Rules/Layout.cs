using YbPay.Cashier.Tests.Browsers;

namespace YbPay.Cashier.Tests.Rules;

/// <summary>Every page on every phone: nothing sticks out, nothing lies on anything else, larger print is larger.</summary>
public sealed class Layout(CashierBrowser browser)
{
    public static TheoryData<string, int> PagesAndWidths =>
        [.. Specimens.All.Keys.SelectMany(name => (int[])[320, 375, 430], (name, width) => new TheoryDataRow<string, int>(name, width))];

    [Theory]
    [MemberData(nameof(PagesAndWidths))]
    public async Task Nothing_sticks_out_and_nothing_overlaps(string page, int width)
    {
        await using var server = await PageServer.StartAsync();
        await using var phone = await browser.OpenAsync(server.At(page), width);
        (await phone.Page.EvaluateAsync<int>(Measures.Overflow)).ShouldBe(0);
        (await phone.Page.EvaluateAsync<string[]>(Measures.Overlaps)).ShouldBeEmpty();
    }

    [Fact]
    public async Task At_the_end_of_the_page_the_bar_covers_nothing()
    {
        await using var server = await PageServer.StartAsync();
        await using var phone = await browser.OpenAsync(server.At("cashier"), height: 600);
        await phone.Page.EvaluateAsync("() => scrollTo(0, document.scrollingElement.scrollHeight)");
        var last = await phone.At(".channels").BoundingBoxAsync();
        var bar = await phone.At(".bar").BoundingBoxAsync();
        (last!.Y + last.Height).ShouldBeLessThanOrEqualTo(bar!.Y);
        bar.Y.ShouldBeLessThan(600);
    }

    [Theory]
    [InlineData("cashier")]
    [InlineData("paid")]
    [InlineData("dialog-two")]
    public async Task Twice_the_text_size_gives_twice_the_print(string page)
    {
        await using var server = await PageServer.StartAsync();
        await using var large = await browser.WithTextSizeAsync(32);
        await using var phone = await Phone.StartAsync(large, server.At(page), new Display());
        (await phone.StyleAsync("body", "font-size")).ShouldBe("28px");
        (await phone.Page.EvaluateAsync<int>(Measures.Overflow)).ShouldBe(0);
        (await phone.Page.EvaluateAsync<string[]>(Measures.Overlaps)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_in_a_zoomed_browser_grows_too()
    {
        await using var server = await PageServer.StartAsync();
        await using var phone = await browser.OpenAsync(server.At("cashier"), width: 188); // what a 375 wide phone has left at 200%
        var size = await phone.StyleAsync("body", "font-size");
        double.Parse(size[..^2], System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(14);
        (await phone.Page.EvaluateAsync<int>(Measures.Overflow)).ShouldBe(0);
    }
}
