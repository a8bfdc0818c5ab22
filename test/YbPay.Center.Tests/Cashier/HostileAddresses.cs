using YbPay.Center.Tests.Hosting;

namespace YbPay.Center.Tests.Cashier;

/// <summary>Whatever is wrong with an address, the patient's page tells nothing and nothing happens.</summary>
public sealed class HostileAddresses(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Guessed_altered_and_foreign_addresses_show_nothing(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        var other = await world.Clinic.UploadedAsync(Patient.Pensioner, Bill.Covered(50.00m));
        var good = visit.Address();
        var (before, data) = (good[..good.IndexOf("chnlEncData=", StringComparison.Ordinal)], good[(good.IndexOf("chnlEncData=", StringComparison.Ordinal) + 12)..]);
        var flipped = good.Replace(visit.Order.CashierUrl![^1..] + "&", (visit.Order.CashierUrl[^1] == '0' ? "1" : "0") + "&", StringComparison.Ordinal);
        var otherData = other.Address()[(other.Address().IndexOf("chnlEncData=", StringComparison.Ordinal) + 12)..];
        string[] wrong =
        [
            visit.Page("/cashier"), visit.Order.CashierUrl!, flipped, before + "chnlEncData=", before + "chnlEncData=" + data[..^2], before + "chnlEncData=zz" + data[2..],
            before + "chnlEncData=" + otherData,
            visit.Address(world.Hospital.OrgCodg, $$"""{"payAuthNo":"{{visit.Patient.PayAuthNo}}"}"""),
            good + "&t=" + visit.PayOrdId, good + "&chnlEncData=" + data, good + "&chnlAppId=x",
            good.Replace(visit.PayOrdId + ".", visit.PayOrdId + "%252E", StringComparison.Ordinal), before + "chnlEncData=" + string.Concat(data.Select(c => $"%25{(int)c:X2}")),
            good + "&x=" + new string('a', 5_000),
            visit.Page("/cashier?t=%3Cscript%3Ealert(1)%3C/script%3E&chnlAppId=%E2%80%AE&chnlEncData=%E2%80%8F"),
            visit.Page($"/cashier?t={visit.PayOrdId}.{new string('0', 32)}&chnlAppId=a&chnlEncData=00"),
            visit.Address("{}"), visit.Address("[]"), visit.Address("\"x\""), visit.Address("""{"payAuthNo":7}"""), visit.Address("""{"payAuthNo":"AUTH440100000000000000000000000000"}"""),
            visit.Address($$"""{"payAuthNo":"{{other.Patient.PayAuthNo}}"}"""), visit.Address($$"""{"payAuthNo":"{{visit.Patient.EcToken}}"}"""),
            visit.Address($$"""{"payAuthNo":"{{visit.Patient.PayAuthNo}}","payAuthNo":"{{visit.Patient.PayAuthNo}}"}"""),
            visit.AddressWithDeposit("-1"), visit.AddressWithDeposit("1.005"), visit.AddressWithDeposit("1e3"), visit.AddressWithDeposit("\"<b>\""), visit.AddressWithDeposit("[]"),
            visit.AddressWithDeposit("99999999999999999999999999999999999999"), visit.AddressWithDeposit("\"\\ud800\""),
            visit.Page($"/cashier/card?t={visit.PayOrdId}.{new string('0', 32)}"), visit.Page("/cashier/pay"), visit.Page("/cashier/result"), visit.Page("/cashier/bank"), visit.Page("/cashier/status"),
        ];
        using var browser = new Browser();

        foreach (var address in wrong) await visit.ShowsNothingAsync(browser, address);

        (await visit.QueryAsync()).OrdStas.ShouldBe("0");
        await visit.OpensAsync(browser, before + "chnlEncData=" + data.ToLowerInvariant());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_hundred_kilobytes_are_refused_and_the_centre_lives(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();

        using var answer = await browser.GetAsync(visit.Address() + "&x=" + new string('a', 100_000));

        ((int)answer.StatusCode).ShouldBeInRange(400, 499);
        await visit.OpensAsync(browser, visit.Address());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_address_serves_the_browser_that_opened_it_first(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var patient = new Browser();
        using var thief = new Browser();
        await visit.OpensAsync(patient, visit.Address());

        await visit.ShowsNothingAsync(thief, visit.Address());
        await visit.OpensAsync(patient, visit.Address());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_cookie_is_the_cashiers_alone_and_no_address_holds_anything_personal(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();

        using var entered = await browser.GetAsync(visit.Address());

        var cookie = entered.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        cookie.ShouldContain("path=/cashier", Case.Insensitive);
        entered.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        entered.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
        visit.Order.CashierUrl!.ShouldNotContain(visit.Bill.IdNo);
        visit.Order.CashierUrl!.ShouldNotContain(visit.Bill.PsnNo);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_asks_too_often_is_told_to_wait(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();
        await visit.OpensAsync(browser, visit.Address());

        var answers = new List<int>();
        for (var i = 0; i < 70; i++)
        {
            using var answer = await browser.GetAsync(visit.Page("/cashier/status"));
            answers.Add((int)answer.StatusCode);
        }

        answers.ShouldContain(200);
        answers.ShouldContain(429);
    }
}
