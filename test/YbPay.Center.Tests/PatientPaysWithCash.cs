using YbPay.Center.Tests.Hosting;

namespace YbPay.Center.Tests;

/// <summary>What insurance leaves over is paid at the bank; or all of it, when insurance has no part in the bill.</summary>
public sealed class PatientPaysWithCash(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Insurance_pays_first_then_the_patient_pays_the_rest_at_the_bank(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));

        var paid = await visit.PayAsync();

        (paid.OrdStas, paid.FundPay, paid.OwnPayAmt).ShouldBe(("4", 80.00m, 20.00m));
        (await visit.NoticesAsync()).ShouldBeEmpty();
        (await visit.PatientPaysAtBankAsync()).ShouldBe(2000);
        (await visit.EndsAsync("6")).SetlType.ShouldBe("ALL");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_bill_outside_insurance_is_paid_in_cash_only(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.Resident, Bill.NotCovered(66.60m));

        var paid = await visit.PayAsync();

        (paid.OrdStas, paid.FundPay, paid.PsnAcctPay, paid.OwnPayAmt).ShouldBe(("4", 0.00m, 0.00m, 66.60m));
        (await visit.PatientPaysAtBankAsync()).ShouldBe(6660);
        (await visit.EndsAsync("6")).SetlType.ShouldBe("CASH");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_patient_who_declines_may_still_pay(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.Resident, Bill.NotCovered(12.34m));
        await visit.PayAsync();

        await world.Control.PatientDeclinesAsync(visit.PayOrdId);
        (await visit.QueryAsync()).OrdStas.ShouldBe("4");
        await visit.PatientPaysAtBankAsync();

        await visit.EndsAsync("6");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_deposit_smaller_than_the_cash_part_leaves_the_rest_to_pay(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));

        var paid = await visit.PayAsync(deposit: 5.50m);

        (paid.OrdStas, paid.OwnPayAmt, paid.Deposit).ShouldBe(("4", 20.00m, 5.50m));
        (await visit.PatientPaysAtBankAsync()).ShouldBe(1450);
        var end = await visit.EndsAsync("6");
        (end.OwnPayAmt, end.Deposit, end.SetlType).ShouldBe((20.00m, 5.50m, "ALL"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_deposit_larger_than_the_cash_part_pays_it_whole(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));

        var paid = await visit.PayAsync(deposit: 300.00m);

        (paid.OwnPayAmt, paid.Deposit).ShouldBe((20.00m, 20.00m));
        (await world.Control.MoveAsync(visit.PayOrdId, "pay")).ShouldBeNull("nothing is asked of the bank");
        await visit.EndsAsync("6");
    }
}
