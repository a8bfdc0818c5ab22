using YbPay.Cashier.Tests.Browsers;
using YbPay.Center.Tests.Cashier;
using YbPay.Center.Tests.Hosting;

namespace YbPay.Cashier.Tests.Flows;

/// <summary>Expired, altered and borrowed addresses in a real browser.</summary>
public sealed class WrongAddresses(CashierBrowser browser, Worlds worlds) : IClassFixture<Worlds>
{
    [Fact]
    public async Task An_altered_address_shows_one_page_that_tells_nothing()
    {
        var world = await worlds.OnAsync(BothDatabases.Sqlite);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        var other = await world.Clinic.UploadedAsync(Patient.Pensioner, Bill.Covered(50.00m));
        var good = visit.Address();
        string[] wrong =
        [
            good[..^1] + (good[^1] == '0' ? '1' : '0'), visit.Order.CashierUrl!, visit.Address($$"""{"payAuthNo":"{{other.Patient.PayAuthNo}}"}"""), visit.AddressWithDeposit("-1"),
            visit.Page("/cashier?t=<script>document.title='harm'</script>&chnlAppId=%E2%80%AE&chnlEncData=%3Cimg%20src=x%20onerror=alert(1)%3E"), visit.Page("/cashier/pay"), visit.Page("/cashier/result"),
        ];
        foreach (var address in wrong)
        {
            await using var phone = await browser.OpenAsync(address);
            (await phone.Page.TitleAsync()).ShouldBe("链接无效");
            var page = await phone.Page.ContentAsync();
            page.ShouldNotContain(visit.PayOrdId);
            page.ShouldNotContain(visit.Bill.UserName[..1] + "**");
            (await phone.Page.Context.CookiesAsync()).ShouldBeEmpty();
        }

        (await visit.QueryAsync()).OrdStas.ShouldBe("0");
        await using var patient = await browser.ArrivesAtCashierAsync(visit, good);
    }

    [Fact]
    public async Task An_address_that_was_opened_elsewhere_shows_nothing()
    {
        var world = await worlds.OnAsync(BothDatabases.Sqlite);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await using var patient = await browser.ArrivesAtCashierAsync(visit, visit.Address());

        await using var thief = await browser.OpenAsync(visit.Address());

        (await thief.Page.TitleAsync()).ShouldBe("链接无效");
        (await thief.Page.Context.CookiesAsync()).ShouldBeEmpty();
    }

    /// <summary>A world of its own: the clock only goes forward.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Time_passes_at_the_cashier(bool hasScript)
    {
        await using var world = await CenterHost.StartAsync(BothDatabases.Sqlite);
        var looked = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(20.00m));
        var late = await world.Clinic.UploadedAsync(Patient.Employee, Bill.Covered(30.00m));
        var address = late.Address();
        await using var phone = await browser.ArrivesAtCashierAsync(looked, looked.Address(), hasScript);

        await world.Control.AdvanceAsync(TimeSpan.FromMinutes(20));
        await phone.TapsAsync("去支付");
        await phone.SeesAsync("订单已过期");
        (await looked.QueryAsync()).OrdStas.ShouldBe("1");
        await world.Control.AdvanceAsync(TimeSpan.FromMinutes(101));
        await looked.ReachesAsync("12");
        await phone.Page.GotoAsync(looked.Page("/cashier/pay"));
        await phone.SeesAsync("订单已关闭");
        await using (var other = await browser.OpenAsync(address, hasScript: hasScript)) await other.SeesAsync("链接无效");

        await world.BooksAreCleanAsync();
        phone.Complaints.ShouldBeEmpty();
    }
}
