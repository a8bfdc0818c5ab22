using YbPay.Center.Tests.Hosting;

namespace YbPay.Center.Tests;

/// <summary>Insurance and personal account pay everything: nothing is left to pay at a bank.</summary>
public sealed class PatientPaysByInsurance(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Fund_and_account_pay_the_bill_and_the_hospital_is_told(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m) with { UsesAccount = true });
        (await visit.QueryAsync()).OrdStas.ShouldBe("0");

        var paid = await visit.PayAsync();

        paid.OrdStas.ShouldBe("4");
        (paid.FeeSumamt, paid.FundPay, paid.PsnAcctPay, paid.OwnPayAmt, paid.OthFeeAmt).ShouldBe((100.00m, 80.00m, 20.00m, 0.00m, 0.00m));
        var end = await visit.EndsAsync("6");
        (end.SetlType, end.FundPay, end.PsnAcctPay, end.OwnPayAmt).ShouldBe(("HI", 80.00m, 20.00m, 0.00m));
        var notice = (await visit.NoticesAsync()).ShouldHaveSingleItem();
        (notice.Text("medOrgOrd"), notice.Text("setlType"), notice.Text("revsToken")).ShouldBe((visit.Bill.MedOrgOrd, "HI", end.RevsToken));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_flag_of_6202_overrides_that_of_the_upload(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(50.00m));

        var paid = await visit.PayAsync(visit.Payment() with { AcctUsedFlag = "1" });

        (paid.FundPay, paid.PsnAcctPay, paid.OwnPayAmt).ShouldBe((40.00m, 10.00m, 0.00m));
        await visit.EndsAsync("6");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_hospital_that_wants_its_notice_sealed_gets_it_sealed(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Hospital.UploadedAsync(Patient.Pensioner, Bill.Covered(30.00m) with { UsesAccount = true });

        // Below the deductible of 100 yuan the account pays alone.
        (await visit.PayAsync()).PsnAcctPay.ShouldBe(30.00m);

        await visit.EndsAsync("6");
    }
}
