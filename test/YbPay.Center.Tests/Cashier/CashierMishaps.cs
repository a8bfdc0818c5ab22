using YbPay.Center.Tests.Hosting;
using YbPay.Sandbox.Plan;

namespace YbPay.Center.Tests.Cashier;

/// <summary>What may go wrong between the patient's tap and the result, and what may not be seen of it.</summary>
public sealed class CashierMishaps(Worlds worlds) : IClassFixture<Worlds>
{
    private static readonly string[] Others = [SandboxRoles.Bureau, SandboxRoles.Bank, SandboxRoles.Hospital, SandboxRoles.Control];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_centre_killed_while_it_settles_asks_for_one_payment(string database)
    {
        await using var world = await CenterHost.StartAsync(database, Others);
        using var centre = await CentreProcess.StartAsync(world);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();
        var page = await visit.OpensAsync(browser, visit.Address());
        await world.Control.FaultAsync("core", "2207", "delay", delayMs: 8000);

        var cut = CutAsync(visit.ConfirmsAsync(browser, page));
        await world.Control.StruckAsync();
        centre.Kill();
        await cut;
        // What it was telling when it died is told again once its lease is over.
        await centre.StartAgainAsync(TimeSpan.FromMinutes(2));

        // Settled after all, or found not to be and fenced off: then the patient confirms again on the same page.
        var stands = await Eventually.GetAsync(visit.QueryAsync, reply => reply.OrdStas is "4" or "15", "the settlement is known", TimeSpan.FromSeconds(30));
        var bank = await visit.ConfirmsAsync(browser, page);
        bank.ShouldStartWith(world.Plan.Addresses.Bank, Case.Sensitive, stands.OrdStas);
        using (await browser.PostAsync(bank, ("action", "pay"))) (await visit.ResultAsync(browser)).ShouldContain("支付成功");
        await visit.EndsPaidAsync(atLeastOnce: true);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_centre_killed_while_the_bank_is_asked_shows_the_same_payment(string database)
    {
        await using var world = await CenterHost.StartAsync(database, Others);
        using var centre = await CentreProcess.StartAsync(world);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();
        var page = await visit.OpensAsync(browser, visit.Address());
        await world.Control.FaultAsync("bank", "create", "timeout");

        var cut = CutAsync(visit.ConfirmsAsync(browser, page));
        await world.Control.StruckAsync();
        centre.Kill();
        await cut;
        // What it was telling when it died is told again once its lease is over.
        await centre.StartAgainAsync(TimeSpan.FromMinutes(2));

        using (await browser.PostAsync(await visit.ConfirmsAsync(browser, page), ("action", "pay"))) (await visit.ResultAsync(browser)).ShouldContain("支付成功");
        await visit.EndsPaidAsync(atLeastOnce: true);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cash_that_the_bank_will_not_return_is_left_to_a_second_refund(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();
        await visit.ConfirmsAsync(browser, await visit.OpensAsync(browser, visit.AddressWithDeposit("5")));
        (await visit.PatientPaysAtBankAsync()).ShouldBe(1500);
        await visit.EndsPaidAsync();
        await world.Control.FaultAsync("bank", "refund", "refuse");

        // The deposit's share of the own payment goes back at the hospital's own till.
        (await visit.RefundAsync(visit.Refund("ALL", 20.00m, 0.00m, 80.00m))).RefStatus.ShouldBe("EXP");
        await visit.ReachesAsync("8");
        (await visit.ResultAsync(browser)).ShouldNotContain("已退回现金");
        (await visit.RefundAsync(visit.Refund("CASH", 15.00m))).RefStatus.ShouldBe("SUCC");

        await visit.ReachesAsync("7");
        var page = await visit.ResultAsync(browser);
        page.ShouldContain("已退回现金");
        page.ShouldContain("¥15.00");
        await world.BooksAreCleanAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Neither_addresses_nor_titles_nor_logs_hold_anything_personal_or_secret(string database)
    {
        await using var world = await CenterHost.StartAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();
        var address = visit.Address();
        var page = await visit.OpensAsync(browser, address);
        var bank = await visit.ConfirmsAsync(browser, page);
        using (await browser.PostAsync(bank, ("action", "pay"))) { }
        var result = await visit.ResultAsync(browser);
        var other = await world.Hospital.UploadedAsync(Patient.Resident, Bill.NotCovered(9.00m));
        var front = await other.ConfirmsAsync(browser, await other.OpensAsync(browser, other.Address()), "WX");
        using (await browser.GetAsync(front)) { }
        await visit.EndsPaidAsync();

        string[] personal = [visit.Bill.IdNo, visit.Bill.UserName, visit.Bill.PsnNo, other.Bill.IdNo, other.Bill.UserName, other.Bill.PsnNo];
        var cookie = browser.Cookies.GetCookies(new Uri(visit.Page("/cashier"))).ShouldHaveSingleItem().Value;
        var query = System.Web.HttpUtility.ParseQueryString(new Uri(address).Query);
        string[] secret =
        [
            visit.Patient.PayAuthNo, visit.Patient.EcToken, visit.Order.PayToken, cookie, query["t"]!.Split('.')[1], query["chnlEncData"]!, Browser.FormTokenOf(page),
            world.Plan.Secrets.Partners[visit.Hospital.OrgCodg].AppSecret,
        ];
        foreach (var word in personal)
        {
            foreach (var text in new[] { address, bank, front, Titles(page), Titles(result) }) text.ShouldNotContain(word);
            page.ShouldNotContain(word);
            result.ShouldNotContain(word);
        }

        var logs = Directory.GetFiles(Path.Combine(world.Plan.DataFolder, "logs"));
        logs.ShouldContain(file => Path.GetFileName(file) == "center.log");
        foreach (var file in logs)
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            var log = await reader.ReadToEndAsync();
            foreach (var word in personal.Concat(secret)) log.Contains(word, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{Path.GetFileName(file)} holds word {Array.IndexOf([.. personal, .. secret], word)}");
        }
    }

    private static string Titles(string page) => page[page.IndexOf("<title>", StringComparison.Ordinal)..page.IndexOf("</title>", StringComparison.Ordinal)];

    private static async Task CutAsync(Task request)
    {
        try
        {
            await request;
        }
        catch (HttpRequestException)
        {
            return; // the centre died while it was to answer
        }

        Assert.Fail("The centre answered although it was killed.");
    }
}
