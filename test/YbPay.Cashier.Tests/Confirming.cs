using Microsoft.Playwright;
using YbPay.Cashier.Tests.Browsers;

namespace YbPay.Cashier.Tests;

/// <summary>What a patient does on the cashier page, with script and without.</summary>
public sealed class Confirming(CashierBrowser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_chosen_channel_and_the_token_are_sent(bool hasScript)
    {
        await using var server = await PageServer.StartAsync();
        await using var phone = await browser.OpenAsync(server.At("cashier"), hasScript: hasScript);
        await phone.Page.GetByLabel("支付宝").CheckAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "去支付" }).ClickAsync();
        await phone.ArrivesAsync(server.At("paid"));
        var form = server.Posted.ShouldHaveSingleItem();
        form["channel"].ShouldBe("ALI");
        form["formToken"].ShouldBe(Specimens.Token);
        phone.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_taps_send_once_and_the_page_says_that_it_is_paying()
    {
        await using var server = await PageServer.StartAsync();
        server.Release = new();
        await using var phone = await browser.OpenAsync(server.At("cashier"));
        var seen = await phone.Page.EvaluateAsync<string[]>("""
            () => {
              const go = document.getElementById('go'), loading = document.getElementById('loading');
              go.click(); go.click(); document.getElementById('pay').requestSubmit();
              const isCalledOff = loading.dispatchEvent(new Event('cancel', { cancelable: true }));
              return [String(loading.open), String(go.disabled), String(isCalledOff), document.getElementById('loading-text').textContent];
            }
            """);
        seen[..3].ShouldBe(["true", "true", "false"]);
        seen[3].ShouldBe("正在支付…");
        seen[3].Length.ShouldBeLessThanOrEqualTo(8);
        server.Release.SetResult();
        await phone.ArrivesAsync(server.At("paid"));
        server.Posted.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_detail_opens_and_closes(bool hasScript)
    {
        await using var server = await PageServer.StartAsync();
        await using var phone = await browser.OpenAsync(server.At("cashier"), hasScript: hasScript);
        (await phone.At("#detail").IsVisibleAsync()).ShouldBeFalse();
        await phone.Page.GetByText("查看明细").ClickAsync();
        await phone.At("#detail").WaitForAsync(new() { State = WaitForSelectorState.Visible });
        (await phone.At("#detail").InnerTextAsync()).ShouldContain("铝碳酸镁咀嚼片");
        await phone.At(".detail-close").ClickAsync();
        await phone.At("#detail").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    [Theory]
    [InlineData("Escape")]
    [InlineData("back")]
    public async Task Escape_and_the_back_key_close_the_detail_and_stay_on_the_page(string way)
    {
        await using var server = await PageServer.StartAsync();
        await using var phone = await browser.OpenAsync(server.At("cashier"));
        await phone.Page.GetByText("查看明细").ClickAsync();
        await phone.At("#detail").WaitForAsync(new() { State = WaitForSelectorState.Visible });
        if (way == "back") await phone.Page.GoBackAsync();
        else await phone.Page.Keyboard.PressAsync(way);
        await phone.At("#detail").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await phone.ArrivesAsync(server.At("cashier"));
        (await phone.Page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("more");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_waiting_page_asks_again_by_itself(bool hasScript)
    {
        await using var server = await PageServer.StartAsync();
        await using var phone = await browser.OpenAsync(server.Address + "/asked", hasScript: hasScript);
        await phone.Page.GetByText("正在确认支付结果").WaitForAsync();
        await phone.Page.GetByText("支付成功").WaitForAsync();
    }
}
