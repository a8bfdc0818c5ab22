using Microsoft.Playwright;
using YbPay.Cashier.Tests.Browsers;

namespace YbPay.Cashier.Tests.Rules;

/// <summary>Keyboard, screen reader, dark surroundings.</summary>
public sealed class Reading(CashierBrowser browser)
{
    /// <summary>Texts whose contrast with what lies behind them is under 4.5, with the measured value.</summary>
    private const string Faint = """
        () => {
          const rgb = text => text.match(/[\d.]+/g).map(Number);
          const light = c => { const f = c.slice(0, 3).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * f[0] + .7152 * f[1] + .0722 * f[2]; };
          const behind = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] === 1) return c; } return [255, 255, 255]; };
          return [...document.querySelectorAll('body *')].filter(e => !e.closest('svg') && e.getClientRects().length && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
            .map(e => { const a = light(rgb(getComputedStyle(e).color)), b = light(behind(e)); return [e.className || e.tagName, (Math.max(a, b) + .05) / (Math.min(a, b) + .05)]; })
            .filter(found => found[1] < 4.5).map(found => found[0] + ' ' + found[1].toFixed(2));
        }
        """;

    public static TheoryData<string> Pages => Specimens.Ordinary;

    [Theory]
    [MemberData(nameof(Pages))]
    [InlineData("cashier#detail")]
    public async Task Dark_surroundings_leave_every_text_legible(string page)
    {
        await using var server = await PageServer.StartAsync();
        await using var phone = await browser.OpenAsync(server.At(page), isDark: true);
        (await phone.Page.EvaluateAsync<string[]>(Faint)).ShouldBeEmpty();
        (await phone.StyleAsync("body", "background-color")).ShouldBe("rgb(18, 20, 24)");
    }

    [Fact]
    public async Task Tab_goes_through_the_cashier_in_reading_order()
    {
        await using var server = await PageServer.StartAsync();
        await using var phone = await browser.OpenAsync(server.At("cashier"));
        (await TabsAsync(phone, 3)).ShouldBe(["查看明细", "微信支付", "去支付"]);
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
        (await TabsAsync(phone, 2)).ShouldBe(["放弃", "继续支付"]);
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

    private static async Task<List<string>> TabsAsync(Phone phone, int times)
    {
        List<string> names = [];
        for (var i = 0; i < times; i++)
        {
            await phone.Page.Keyboard.PressAsync("Tab");
            names.Add(await phone.Page.EvaluateAsync<string>("() => (document.activeElement.closest('label') ?? document.activeElement).textContent.trim()"));
        }

        return names;
    }
}
