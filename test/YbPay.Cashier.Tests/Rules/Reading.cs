using Microsoft.Playwright;
using YbPay.Cashier.Tests.Browsers;

namespace YbPay.Cashier.Tests.Rules;

/// <summary>Keyboard, screen reader, dark surroundings.</summary>
public sealed class Reading(CashierBrowser browser)
{
    public static TheoryData<string> Pages => Specimens.Ordinary;

    [Theory]
    [MemberData(nameof(Pages))]
    [InlineData("cashier#detail")]
    public async Task Dark_surroundings_leave_every_text_legible(string page)
    {
        await using var server = await PageServer.StartAsync();
        await using var phone = await browser.OpenAsync(server.At(page), isDark: true);
        (await phone.Page.EvaluateAsync<string[]>(Measures.Faint)).ShouldBeEmpty();
        (await phone.StyleAsync("body", "background-color")).ShouldBe("rgb(18, 20, 24)");
    }

    [Fact]
    public async Task Tab_goes_through_the_cashier_in_reading_order()
    {
        await using var server = await PageServer.StartAsync();
        await using var phone = await browser.OpenAsync(server.At("cashier"));
        (await phone.TabsAsync(3)).ShouldBe(["查看明细", "微信支付", "去支付"]);
        await phone.Page.Keyboard.PressAsync("Shift+Tab");
        await phone.Page.Keyboard.PressAsync("ArrowDown");
        (await phone.At("input[value=ALI]").IsCheckedAsync()).ShouldBeTrue();
        (await phone.StyleAsync("input[value=ALI]", "outline-style")).ShouldBe("solid");
    }

    [Fact]
    public async Task A_dialog_offers_its_buttons_in_order()
    {
        await using var server = await PageServer.StartAsync();
        await using var phone = await browser.OpenAsync(server.At("dialog-two"));
        (await phone.TabsAsync(2)).ShouldBe(["放弃", "继续支付"]);
    }

    [Theory]
    [InlineData("cashier", "heading \"清江市第一人民医院\" [level=1]|heading \"费用总额\" [level=2]|link \"查看明细\"|radiogroup \"选择支付方式\"|radio \"微信支付\" [checked]|radio \"支付宝\"|button \"去支付\"")]
    [InlineData("cashier-single", "region \"支付方式\"|button \"去支付\"")]
    [InlineData("cashier-insured", "button \"确认支付\"")]
    [InlineData("cashier#detail", "dialog \"处方明细\"|heading \"就诊信息\" [level=3]|heading \"诊断信息\" [level=3]|heading \"特殊信息\" [level=3]|heading \"费用明细\" [level=3]|heading \"其他抵扣金额\" [level=3]|link \"关闭明细\"")]
    [InlineData("loading", "status")]
    [InlineData("waiting", "status|heading \"正在确认支付结果\" [level=1]")]
    [InlineData("paid", "heading \"支付成功\" [level=1]|link \"返回就诊机构\"")]
    [InlineData("failed", "heading \"支付未成功\" [level=1]|link \"重新支付\"")]
    [InlineData("dialog-one", "alertdialog \"无法使用该支付方式\"|link \"我知道了\"")]
    [InlineData("dialog-two", "alertdialog \"确认放弃支付？\"|link \"放弃\"|link \"继续支付\"")]
    public async Task A_screen_reader_is_told_what_stands_there(string page, string told)
    {
        await using var server = await PageServer.StartAsync();
        await using var phone = await browser.OpenAsync(server.At(page));
        var tree = await phone.At("body").AriaSnapshotAsync();
        foreach (var part in told.Split('|')) tree.ShouldContain(part);
        (await phone.Page.EvaluateAsync<string>("() => document.documentElement.lang")).ShouldBe("zh-CN");
    }
}
