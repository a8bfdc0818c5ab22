using YbPay.Center.Tests.Hosting;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Outcomes;

namespace YbPay.Center.Tests.Cashier;

/// <summary>6205: the hospital asks for a card payment and opens the address that it gets.</summary>
public sealed class PatientPaysByCard(Worlds worlds) : IClassFixture<Worlds>
{
    private static PayByBankCardRequest Card(Visit visit) => new()
    {
        PayAuthNo = visit.Patient.PayAuthNo, PayOrdId = visit.PayOrdId, PayToken = visit.Order.PayToken, OrgCodg = visit.Hospital.OrgCodg, OrgBizSer = "BC" + Bill.Number(),
    };

    private static Task<PayByBankCardReply> AskAsync(Visit visit, PayByBankCardRequest request) => visit.Hospital.Center.PayByBankCardAsync(request, CancellationToken.None);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_address_shows_what_is_left_and_leads_to_the_bank(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        var request = Card(visit);

        var reply = await AskAsync(visit, request);
        (await AskAsync(visit, request)).MedBankPayUrl.ShouldBe(reply.MedBankPayUrl);
        (await visit.QueryAsync()).OrdStas.ShouldBe("4");
        using var browser = new Browser();
        var page = await visit.OpensAsync(browser, reply.MedBankPayUrl);
        page.ShouldContain("20.00");
        var bank = await visit.ConfirmsAsync(browser, page, channel: "CARD");
        using (await browser.PostAsync(bank, ("action", "pay"))) (await visit.ResultAsync(browser)).ShouldContain("支付成功");

        await visit.EndsAsync("6");
        using var stranger = new Browser();
        await visit.ShowsNothingAsync(stranger, reply.MedBankPayUrl);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nothing_left_leads_to_the_result(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(20.00m) with { UsesAccount = true });
        using var browser = new Browser();

        var reply = await AskAsync(visit, Card(visit));
        using var entered = await browser.GetAsync(reply.MedBankPayUrl);
        using var page = await browser.GetAsync(visit.Page("/cashier/pay"));

        page.Headers.Location!.OriginalString.ShouldBe("/cashier/result");
        (await visit.ResultAsync(browser)).ShouldContain("支付成功");
        await visit.EndsAsync("6");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_does_not_match_is_refused(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(20.00m));
        var stranger = await world.Clinic.ScansAsync(Patient.Pensioner);
        var request = Card(visit);

        await Visit.RefusedAsync(Refusals.PersonDiffers, () => AskAsync(visit, request with { PayAuthNo = stranger.PayAuthNo }));
        await Visit.RefusedAsync(Refusals.CredentialRejected, () => AskAsync(visit, request with { PayAuthNo = "AUTH0" }));
        await Visit.RefusedAsync(Refusals.OrderMissing, () => AskAsync(visit, request with { PayToken = new string('0', 32) }));
        await Visit.RefusedAsync(Refusals.InstitutionNotPartners, () => AskAsync(visit, request with { OrgCodg = world.Hospital.OrgCodg }));
        await AskAsync(visit, request);
        await Visit.RefusedAsync(Refusals.KeyUsedOtherwise, () => AskAsync(visit, request with { PayAuthNo = stranger.PayAuthNo }));
        await Visit.RefusedAsync(Refusals.AlreadyPaid, () => AskAsync(visit, Card(visit)));

        await visit.PatientPaysAtBankAsync();
        await visit.EndsAsync("6");
    }
}
