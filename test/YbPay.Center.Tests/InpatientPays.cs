using YbPay.Center.Tests.Hosting;

namespace YbPay.Center.Tests;

/// <summary>A stay in hospital (feeType 02): 2401, 2301, 2303, 2304 and back by 2302, 2305.</summary>
public sealed class InpatientPays(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_stay_is_admitted_settled_and_paid(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Stay(1250.00m));

        var paid = await visit.PayAsync(deposit: 100.00m);

        // 250 yuan deductible for each stay at level 1, then 90 in a hundred.
        (paid.OrdStas, paid.FundPay, paid.OwnPayAmt, paid.Deposit).ShouldBe(("4", 900.00m, 350.00m, 100.00m));
        (await visit.PatientPaysAtBankAsync()).ShouldBe(25000);
        await visit.EndsAsync("6");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_stay_is_revoked_and_uploaded_anew(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.Resident, Bill.Stay(800.00m));

        (await visit.RevokeAsync()).ShouldBeTrue();
        await visit.EndsAsync("12", told: false);

        var (first, again) = (visit.PayOrdId, await visit.UploadAsync());
        again.PayOrdId.ShouldNotBe(first);
        await visit.PayAsync();
        await visit.PatientPaysAtBankAsync();
        await visit.EndsAsync("6");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_paid_stay_is_refunded_whole(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.Pensioner, Bill.Stay(1175.00m) with { UsesAccount = true });
        var paid = await visit.PayAsync();
        await visit.EndsAsync("6");

        var refund = await visit.RefundAsync(visit.Refund("ALL", paid.OwnPayAmt!.Value, paid.PsnAcctPay, paid.FundPay));

        refund.RefStatus.ShouldBe("SUCC");
        await visit.EndsAsync("7");
    }
}
