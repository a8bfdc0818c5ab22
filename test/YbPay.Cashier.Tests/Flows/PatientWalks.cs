using YbPay.Cashier.Tests.Browsers;
using YbPay.Center.Tests.Cashier;
using YbPay.Center.Tests.Hosting;

namespace YbPay.Cashier.Tests.Flows;

/// <summary>A patient in a real browser against centre, core, bank and hospital over HTTP, from the hospital's address to the end.</summary>
public sealed class PatientWalks(CashierBrowser browser, Worlds worlds) : IClassFixture<Worlds>
{
    [Theory]
    [InlineData(BothDatabases.Sqlite, true)]
    [InlineData(BothDatabases.Sqlite, false)]
    [InlineData(BothDatabases.Postgres, true)]
    public async Task Insurance_deposit_and_bank_pay_together(string database, bool hasScript)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await using var phone = await browser.ArrivesAtCashierAsync(visit, visit.AddressWithDeposit("5.50"), hasScript);

        (await phone.At(".total-amount").InnerTextAsync()).ShouldBe("¥100.00");
        (await phone.PartAsync("fund")).ShouldBe("¥80.00");
        (await phone.PartAsync("other")).ShouldBe("¥5.50");
        (await phone.PartAsync("cash")).ShouldBe("¥14.50");
        (await phone.DueAsync()).ShouldBe("¥14.50");
        var told = await phone.At("body").InnerTextAsync();
        told.ShouldContain(visit.Bill.UserName[..1] + "**");
        told.ShouldNotContain(visit.Bill.UserName);
        await phone.TapsAsync("查看明细");
        await phone.SeesAsync("示例项目");
        await phone.PictureAsync("walk-detail");
        await phone.TapsAsync("关闭明细");

        await phone.TapsAsync("去支付");
        await phone.ArrivesAsync(visit.Bank());
        await phone.SeesAsync("¥ 14.50");
        await phone.PictureAsync("walk-bank");
        await phone.PaysAtBankAsync(visit);
        await phone.PictureAsync("walk-paid");
        (await phone.PartAsync("cash")).ShouldBe("¥14.50");
        await visit.EndsPaidAsync();
        await phone.LeavesNoTraceAsync(visit);

        await phone.TapsAsync("返回就诊机构");
        await phone.ArrivesAsync(world.Plan.CallbackBaseOf(visit.Hospital.OrgCodg) + "/home");
        await phone.LeavesNoTraceAsync(visit);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Insurance_alone_is_paid_with_one_tap_and_no_channel(bool hasScript)
    {
        var world = await worlds.OnAsync(BothDatabases.Sqlite);
        var visit = await world.Hospital.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(60.00m) with { UsesAccount = true });
        await using var phone = await browser.ArrivesAtCashierAsync(visit, visit.Address(), hasScript);

        (await phone.At(".channels").CountAsync()).ShouldBe(0);
        (await phone.DueAsync()).ShouldBe("¥0.00");
        await phone.TapsAsync("确认支付");
        await phone.SeesAsync("支付成功");

        phone.Page.Url.ShouldBe(visit.Page("/cashier/result"));
        await visit.EndsPaidAsync();
        await phone.LeavesNoTraceAsync(visit);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cash_alone_is_paid_at_the_bank(bool hasScript)
    {
        var world = await worlds.OnAsync(BothDatabases.Sqlite);
        var visit = await world.Clinic.UploadedAsync(Patient.Resident, Bill.NotCovered(12.34m));
        await using var phone = await browser.ArrivesAtCashierAsync(visit, visit.Address(), hasScript);

        (await phone.PartAsync("fund")).ShouldBe("¥0.00");
        (await phone.DueAsync()).ShouldBe("¥12.34");
        await phone.TapsAsync("去支付");
        await phone.PaysAtBankAsync(visit);

        await visit.EndsPaidAsync();
        await phone.LeavesNoTraceAsync(visit);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_deposit_larger_than_the_cash_leaves_nothing_to_pay(bool hasScript)
    {
        var world = await worlds.OnAsync(BothDatabases.Sqlite);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await using var phone = await browser.ArrivesAtCashierAsync(visit, visit.AddressWithDeposit("300"), hasScript);

        (await phone.PartAsync("other")).ShouldBe("¥20.00");
        (await phone.DueAsync()).ShouldBe("¥0.00");
        (await phone.At(".channels").CountAsync()).ShouldBe(0);
        await phone.TapsAsync("确认支付");
        await phone.SeesAsync("支付成功");

        (await phone.PartAsync("other")).ShouldBe("¥20.00");
        await visit.EndsPaidAsync();
        (await visit.QueryAsync()).Deposit.ShouldBe(20.00m);
        await phone.LeavesNoTraceAsync(visit);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_hospitals_own_order_takes_the_cash(bool hasScript)
    {
        var world = await worlds.OnAsync(BothDatabases.Sqlite);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await using var phone = await browser.ArrivesAtCashierAsync(visit, visit.Address(), hasScript);

        await phone.TapsAsync("微信支付");
        await phone.TapsAsync("去支付");
        await phone.ArrivesAsync(world.Plan.CallbackBaseOf(visit.Hospital.OrgCodg) + "/own/");
        await phone.SeesAsync("¥ 20.00");
        await phone.TapsAsync("确认支付");
        await phone.SeesAsync("支付成功");

        await visit.EndsPaidAsync();
        await phone.LeavesNoTraceAsync(visit);
    }
}
