using System.Net;
using YbPay.Center.Tests.Hosting;

namespace YbPay.Center.Tests.Cashier;

/// <summary>The patient's page from the hospital's address to the result, over HTTP.</summary>
public sealed class PatientPaysAtCashier(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Insurance_first_then_the_bank_then_the_result(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();

        var page = await visit.OpensAsync(browser, visit.Address());
        page.ShouldContain("80.00");
        page.ShouldContain("20.00");
        page.ShouldNotContain(visit.Bill.UserName);
        page.ShouldNotContain(visit.Bill.IdNo);
        (await visit.QueryAsync()).OrdStas.ShouldBe("1");

        var bank = await visit.ConfirmsAsync(browser, page);
        bank.ShouldStartWith(world.Plan.Addresses.Bank + "/pay/");
        (await visit.ResultAsync(browser)).ShouldContain("正在确认支付结果");

        using var paid = await browser.PostAsync(bank, ("action", "pay"));
        paid.Headers.Location!.OriginalString.ShouldBe(visit.Page("/cashier/result"));
        (await visit.ResultAsync(browser)).ShouldContain("支付成功");
        await visit.EndsPaidAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nothing_left_is_paid_at_once(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Hospital.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(60.00m) with { UsesAccount = true });
        using var browser = new Browser();

        var page = await visit.OpensAsync(browser, visit.Address());
        (await visit.ConfirmsAsync(browser, page, channel: null)).ShouldBe("/cashier/result");

        (await visit.ResultAsync(browser)).ShouldContain("支付成功");
        await visit.EndsPaidAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_deposit_lessens_the_cash_and_a_larger_one_leaves_none(string database)
    {
        var world = await worlds.OnAsync(database);
        var lesser = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        var larger = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var one = new Browser();
        using var two = new Browser();

        await lesser.ConfirmsAsync(one, await lesser.OpensAsync(one, lesser.AddressWithDeposit("5.50")));
        (await lesser.PatientPaysAtBankAsync()).ShouldBe(1450);
        (await larger.ConfirmsAsync(two, await larger.OpensAsync(two, larger.AddressWithDeposit("\"300\"")), channel: null)).ShouldBe("/cashier/result");

        await lesser.EndsPaidAsync();
        await larger.EndsPaidAsync();
        (await larger.QueryAsync()).Deposit.ShouldBe(20.00m);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_taps_two_tabs_and_the_back_button_are_one_payment(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();
        var address = visit.Address();
        var page = await visit.OpensAsync(browser, address);
        var tab = await visit.OpensAsync(browser, address);

        await Task.WhenAll(visit.ConfirmsAsync(browser, page), visit.ConfirmsAsync(browser, tab), visit.ConfirmsAsync(browser, page));
        var bank = await visit.ConfirmsAsync(browser, page);
        (await visit.OpensAsync(browser, address)).ShouldContain("20.00");

        bank.ShouldStartWith(world.Plan.Addresses.Bank);
        (await visit.PatientPaysAtBankAsync()).ShouldBe(2000);
        await visit.ReachesAsync("6");
        (await visit.ConfirmsAsync(browser, page)).ShouldBe("/cashier/result");
        await visit.EndsPaidAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_declines_may_pay_after_all(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.Resident, Bill.NotCovered(12.34m));
        using var browser = new Browser();
        var bank = await visit.ConfirmsAsync(browser, await visit.OpensAsync(browser, visit.Address()));

        using (await browser.PostAsync(bank, ("action", "decline"))) (await visit.ResultAsync(browser)).ShouldContain("支付未成功");
        using var again = await browser.GetAsync(visit.Page("/cashier/pay"));
        (await visit.ConfirmsAsync(browser, await again.Content.ReadAsStringAsync())).ShouldBe(bank);
        using (await browser.PostAsync(bank, ("action", "pay"))) (await visit.ResultAsync(browser)).ShouldContain("支付成功");

        await visit.EndsPaidAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_settlement_without_an_answer_waits_and_then_is_paid(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(20.00m) with { UsesAccount = true });
        using var browser = new Browser();
        var page = await visit.OpensAsync(browser, visit.Address());
        await world.Control.FaultAsync("core", "2207", "lostAnswer");

        (await visit.ConfirmsAsync(browser, page, channel: null)).ShouldBe("/cashier/result");

        await Eventually.GetAsync(() => visit.ResultAsync(browser), text => text.Contains("支付成功", StringComparison.Ordinal), "the result page shows it paid", TimeSpan.FromSeconds(20));
        await visit.EndsPaidAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_settlement_that_the_core_refuses_can_be_confirmed_again(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(20.00m) with { UsesAccount = true });
        using var browser = new Browser();
        var page = await visit.OpensAsync(browser, visit.Address());
        await world.Control.FaultAsync("core", "2207", "refuse");

        await visit.ConfirmsAsync(browser, page, channel: null);
        (await visit.ResultAsync(browser)).ShouldContain("支付未成功");
        await visit.ConfirmsAsync(browser, page, channel: null);

        await visit.EndsPaidAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_paid_at_the_cashier_is_refunded_like_everything_else(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();
        await visit.ConfirmsAsync(browser, await visit.OpensAsync(browser, visit.Address()));
        await visit.PatientPaysAtBankAsync();
        await visit.EndsPaidAsync();

        (await visit.RefundAsync(visit.Refund("ALL", 20.00m, 0.00m, 80.00m))).RefStatus.ShouldBe("SUCC");

        (await visit.ResultAsync(browser)).ShouldContain("订单已关闭");
        await world.BooksAreCleanAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_forged_form_pays_nothing(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(20.00m));
        using var browser = new Browser();
        var page = await visit.OpensAsync(browser, visit.Address());
        using var stranger = new Browser();
        (string, string)[][] forms =
        [
            [("channel", "BANK")],
            [("formToken", new string('0', 32)), ("channel", "BANK")],
            [("formToken", Browser.FormTokenOf(page)), ("channel", "CASH")],
            [("formToken", Browser.FormTokenOf(page)), ("channel", "BANK"), ("channel", "BANK")],
            [("formToken", Browser.FormTokenOf(page)), ("channel", "BANK"), ("more", new string('x', 100_000))],
        ];

        foreach (var form in forms)
        {
            using var answer = await browser.PostAsync(visit.Page("/cashier/pay"), form);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        using var foreign = await stranger.PostAsync(visit.Page("/cashier/pay"), ("formToken", Browser.FormTokenOf(page)), ("channel", "BANK"));
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visit.QueryAsync()).OrdStas.ShouldBe("1");
    }
}
