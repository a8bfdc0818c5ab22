using System.Net;
using YbPay.Center.Tests.Hosting;

namespace YbPay.Center.Tests.Cashier;

/// <summary>What accounts paid shows on the patient's pages, and no page leads to a payment over more than is owed.</summary>
public sealed class AccountsPayDownAtCashier
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_page_shows_it_and_leads_to_the_rest(string database)
    {
        await using var world = await PayDownWorld.StartAsync(database);
        var visit = await world.Host.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();
        var page = await visit.OpensAsync(browser, visit.AddressWithDeposit("2.00"));
        page.ShouldNotContain("账户共济等已付");
        var first = await visit.ConfirmsAsync(browser, page);
        await world.AccountsPayAsync(visit, 12.50m);

        // He goes back from the bank's page.
        page = await GetAsync(browser, visit.Page("/cashier/pay"));
        foreach (var line in (string[])["账户共济等已付</dt><dd>¥12.50", "其他抵扣金额</dt><dd>¥2.00", "现金支付</dt><dd>¥5.50"]) page.ShouldContain(line);
        var second = await visit.ConfirmsAsync(browser, page);
        second.ShouldNotBe(first);
        (await GetAsync(browser, second)).ShouldContain("5.50");
        using (await browser.PostAsync(first, ("action", "pay"))) (await visit.QueryAsync()).OrdStas.ShouldBe("4", "the first cannot be paid any more");
        using (await browser.PostAsync(second, ("action", "pay"))) await visit.EndsPaidAsync();

        var result = await visit.ResultAsync(browser);
        foreach (var line in (string[])["费用总额</dt><dd>¥100.00", "医保基金支付</dt><dd>¥80.00", "账户共济等已付</dt><dd>¥12.50", "其他抵扣金额</dt><dd>¥2.00", "现金支付</dt><dd>¥5.50"])
            result.ShouldContain(line);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task With_nothing_left_the_page_says_paid(string database)
    {
        await using var world = await PayDownWorld.StartAsync(database);
        var visit = await world.Host.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();
        var page = await visit.OpensAsync(browser, visit.Address());
        await visit.ConfirmsAsync(browser, page);
        await world.AccountsPayAsync(visit, 20.00m);

        (await visit.ConfirmsAsync(browser, page)).ShouldBe("/cashier/result");

        (await visit.ResultAsync(browser)).ShouldContain("支付成功");
        await visit.EndsPaidAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_hospitals_own_order_is_closed_and_made_anew_over_the_rest(string database)
    {
        await using var world = await PayDownWorld.StartAsync(database);
        var visit = await world.Host.Clinic.UploadedAsync(Patient.Resident, Bill.NotCovered(30.00m));
        using var browser = new Browser();
        var page = await visit.OpensAsync(browser, visit.Address());
        var before = await TillAsync(browser, await visit.ConfirmsAsync(browser, page, "WX"));
        await world.AccountsPayAsync(visit, 12.50m);

        var front = await visit.ConfirmsAsync(browser, page, "WX");
        var till = await TillAsync(browser, front);

        till.ShouldNotBe(before);
        (await GetAsync(browser, before)).ShouldContain("订单已关闭");
        (await GetAsync(browser, till)).ShouldContain("17.50");
        using (await browser.PostAsync(till, ("action", "pay"))) (await visit.ResultAsync(browser)).ShouldContain("账户共济等已付</dt><dd>¥12.50");
        await visit.EndsPaidAsync();
        (await visit.RefundAsync(visit.Refund("ALL", 17.50m, 12.50m, 0.00m))).RefStatus.ShouldBe("SUCC");
        await visit.ReachesAsync("7");
        await world.Host.BooksAreCleanAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_hospitals_own_order_that_was_paid_over_too_much_gives_the_surplus_back(string database)
    {
        await using var world = await PayDownWorld.StartAsync(database);
        var visit = await world.Host.Clinic.UploadedAsync(Patient.Resident, Bill.NotCovered(30.00m));
        using var browser = new Browser();
        var page = await visit.OpensAsync(browser, visit.Address());
        var till = await TillAsync(browser, await visit.ConfirmsAsync(browser, page, "WX"));
        world.Between.IsSilent = true;
        await world.AccountsPayAsync(visit, 12.50m);
        using (await browser.PostAsync(till, ("action", "pay"))) (await visit.QueryAsync()).OrdStas.ShouldBeOneOf("3", "5", "6");
        world.Between.IsSilent = false;

        var result = await Eventually.GetAsync(() => visit.ResultAsync(browser), text => text.Contains("已退回现金", StringComparison.Ordinal), "the page says that the surplus went back");

        foreach (var line in (string[])["账户共济等已付</dt><dd>¥12.50", "现金支付</dt><dd>¥17.50", "已退回现金</dt><dd>¥12.50"]) result.ShouldContain(line);
        await visit.EndsPaidAsync();
    }

    private static async Task<string> TillAsync(Browser browser, string front)
    {
        using var entered = await browser.GetAsync(front);
        entered.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return new Uri(new Uri(front), entered.Headers.Location!).ToString();
    }

    private static async Task<string> GetAsync(Browser browser, string address)
    {
        using var page = await browser.GetAsync(address);
        return await page.Content.ReadAsStringAsync();
    }
}
