using YbPay.Cashier.Tests.Browsers;
using YbPay.Center.Tests.Cashier;
using YbPay.Center.Tests.Hosting;

namespace YbPay.Cashier.Tests.Flows;

/// <summary>Taps, tabs, reloads, the back key and second thoughts: one settlement, one payment.</summary>
public sealed class PatientStumbles(CashierBrowser browser, Worlds worlds) : IClassFixture<Worlds>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_taps_are_one_payment(bool hasScript)
    {
        var visit = await VisitAsync();
        await using var phone = await browser.ArrivesAtCashierAsync(visit, visit.Address(), hasScript);

        await phone.TapsTwiceAsync("去支付");
        await phone.PaysAtBankAsync(visit);

        await visit.EndsPaidAsync();
    }

    [Fact]
    public async Task Two_tabs_are_one_payment()
    {
        var visit = await VisitAsync();
        var address = visit.Address();
        await using var phone = await browser.ArrivesAtCashierAsync(visit, address);
        var tab = await phone.TabAsync(address);

        await Task.WhenAll(phone.TapsAsync("去支付"), tab.TapsAsync("去支付"));
        await Task.WhenAll(phone.ArrivesAsync(visit.Bank()), tab.ArrivesAsync(visit.Bank()));
        tab.Page.Url.ShouldBe(phone.Page.Url);
        await phone.PaysAtBankAsync(visit);
        await tab.Page.ReloadAsync();
        await tab.SeesAsync("已支付");

        await visit.EndsPaidAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reloading_any_page_changes_nothing(bool hasScript)
    {
        var visit = await VisitAsync();
        await using var phone = await browser.ArrivesAtCashierAsync(visit, visit.Address(), hasScript);

        await phone.Page.ReloadAsync();
        (await phone.DueAsync()).ShouldBe("¥20.00");
        await phone.TapsAsync("去支付");
        await phone.ArrivesAsync(visit.Bank());
        await phone.Page.ReloadAsync();
        await phone.PaysAtBankAsync(visit);
        await phone.Page.ReloadAsync();
        await phone.SeesAsync("支付成功");

        await visit.EndsPaidAsync();
        await phone.LeavesNoTraceAsync(visit);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Back_from_the_bank_leads_there_again_and_back_after_paying_shows_it_paid(bool hasScript)
    {
        var visit = await VisitAsync();
        await using var phone = await browser.ArrivesAtCashierAsync(visit, visit.Address(), hasScript);
        await phone.TapsAsync("去支付");
        await phone.ArrivesAsync(visit.Bank());
        var bank = phone.Page.Url;

        await phone.Page.GoBackAsync();
        (await phone.DueAsync()).ShouldBe("¥20.00");
        await phone.TapsAsync("去支付");
        await phone.ArrivesAsync(bank);
        await phone.PaysAtBankAsync(visit);
        await phone.Page.GoBackAsync();
        await phone.Page.GoBackAsync();
        await phone.SeesAsync("支付成功");

        phone.Page.Url.ShouldBe(visit.Page("/cashier/result"));
        await visit.EndsPaidAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_declines_at_the_bank_may_pay_after_all(bool hasScript)
    {
        var visit = await VisitAsync();
        await using var phone = await browser.ArrivesAtCashierAsync(visit, visit.Address(), hasScript);
        await phone.TapsAsync("去支付");
        await phone.ArrivesAsync(visit.Bank());
        var bank = phone.Page.Url;

        await phone.TapsAsync("取消");
        await phone.SeesAsync("支付未成功");
        await phone.PictureAsync("walk-declined");
        await phone.TapsAsync("重新支付");
        (await phone.DueAsync()).ShouldBe("¥20.00");
        await phone.TapsAsync("去支付");
        await phone.ArrivesAsync(bank);
        await phone.SeesAsync("您刚才取消了支付");
        await phone.PaysAtBankAsync(visit);

        await visit.EndsPaidAsync();
        await phone.LeavesNoTraceAsync(visit);
    }

    [Fact]
    public async Task A_phone_that_dies_at_the_bank_leaves_one_payment_to_be_finished()
    {
        var visit = await VisitAsync();
        var address = visit.Address();
        await using (var phone = await browser.ArrivesAtCashierAsync(visit, address))
        {
            await phone.TapsAsync("去支付");
            await phone.ArrivesAsync(visit.Bank());
        }

        await using (var other = await browser.OpenAsync(address)) await other.SeesAsync("链接无效");
        (await visit.PatientPaysAtBankAsync()).ShouldBe(2000);

        await visit.EndsPaidAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_settlement_without_an_answer_is_waited_for_by_the_page_itself(bool hasScript)
    {
        var visit = await InsuredVisitAsync();
        await using var phone = await browser.ArrivesAtCashierAsync(visit, visit.Address(), hasScript);
        await visit.Hospital.Host.Control.FaultAsync("core", "2207", "lostAnswer");
        // The centre's own questions stay unanswered at first, so that the page has something to wait for.
        await visit.Hospital.Host.Control.FaultAsync("core", "3202", "timeout", count: 2);

        await phone.TapsAsync("确认支付");
        await phone.SeesAsync("正在确认支付结果");
        await phone.SeesAsync("支付成功");

        await visit.EndsPaidAsync();
        await phone.LeavesNoTraceAsync(visit);
    }

    [Fact]
    public async Task A_settlement_that_the_core_refuses_is_tried_again_from_the_page()
    {
        var visit = await InsuredVisitAsync();
        await using var phone = await browser.ArrivesAtCashierAsync(visit, visit.Address());
        await visit.Hospital.Host.Control.FaultAsync("core", "2207", "refuse");

        await phone.TapsAsync("确认支付");
        await phone.SeesAsync("支付未成功");
        await phone.TapsAsync("重新支付");
        await phone.TapsAsync("确认支付");
        await phone.SeesAsync("支付成功");

        await visit.EndsPaidAsync();
    }

    [Fact]
    public async Task A_core_that_refuses_to_price_the_bill_is_told_in_a_dialog()
    {
        var visit = await VisitAsync();
        await visit.Hospital.Host.Control.FaultAsync("core", "2206", "refuse");
        await using var phone = await browser.OpenAsync(visit.Address());

        await phone.SeesAsync("暂时不能支付");
        await phone.PictureAsync("walk-refused");
        await phone.TapsAsync("返回");
        await phone.TapsAsync("重新支付");
        await phone.TapsAsync("去支付");
        await phone.PaysAtBankAsync(visit);

        await visit.EndsPaidAsync();
    }

    private async Task<Visit> VisitAsync() => await (await worlds.OnAsync(BothDatabases.Sqlite)).Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));

    private async Task<Visit> InsuredVisitAsync() =>
        await (await worlds.OnAsync(BothDatabases.Sqlite)).Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(20.00m) with { UsesAccount = true });
}
