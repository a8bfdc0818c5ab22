using YbPay.Cashier.Tests.Browsers;

namespace YbPay.Cashier.Tests.Rules;

/// <summary>Pages fetch nothing from elsewhere, weigh little, break no policy of their own, and hostile text stays text.</summary>
public sealed class Isolation(CashierBrowser browser)
{
    private const int MostBytes = 60 * 1024;

    public static TheoryData<string> Pages => Specimens.Ordinary;

    public static TheoryData<string> HostilePages => Specimens.Hostile;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_light_and_asks_its_own_server_only(string page)
    {
        await using var server = await PageServer.StartAsync();
        await using var phone = await browser.OpenAsync(server.At(page));
        var bytes = 0;
        foreach (var request in phone.Requests.Where(request => !request.Url.StartsWith("data:", StringComparison.Ordinal)))
        {
            request.Url.ShouldStartWith(server.Address + "/");
            (await request.ResponseAsync())!.Status.ShouldBe(200);
            var sizes = await request.SizesAsync();
            bytes += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }

        bytes.ShouldBeInRange(2_000, MostBytes);
        phone.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(HostilePages))]
    public async Task Hostile_text_stays_text(string page)
    {
        await using var server = await PageServer.StartAsync();
        await using var phone = await browser.OpenAsync(server.At(page));
        (await phone.Page.EvaluateAsync<bool>("() => 'harm' in window")).ShouldBeFalse();
        (await phone.At("script").CountAsync()).ShouldBe(1);
        (await phone.At("img").CountAsync()).ShouldBe(0);
        (await phone.Page.EvaluateAsync<bool>(@"() => /[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/.test(document.documentElement.outerHTML)")).ShouldBeFalse();
        (await phone.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('*')].flatMap(e => [...e.attributes]).map(a => a.name).filter(n => n.startsWith('on') || n === 'style')")).ShouldBeEmpty();
        (await phone.Page.EvaluateAsync<string[]>("() => [...document.links].map(a => a.getAttribute('href')).filter(h => !/^(#|\\/[^\\/])/.test(h))")).ShouldBeEmpty();
        (await phone.Page.ContentAsync()).ShouldContain("&lt;script&gt;");
        phone.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_script_that_found_its_way_in_is_not_run()
    {
        await using var server = await PageServer.StartAsync();
        await using var phone = await browser.OpenAsync(server.At("cashier"));
        var ran = await phone.Page.EvaluateAsync<bool>("() => { const s = document.createElement('script'); s.textContent = 'window.harm = 1'; document.body.append(s); return 'harm' in window; }");
        ran.ShouldBeFalse();
    }
}
