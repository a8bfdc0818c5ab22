using YbPay.Center.Tests.Hosting;
using YbPay.Contracts.Outcomes;

namespace YbPay.Center.Tests;

/// <summary>mdtrtId of 6201: the hospital's own number, or that of a visit which it registered at the core itself.</summary>
public sealed class VisitNumbers(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_hospital_may_number_its_visits_itself(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.VisitOfAsync(Patient.WealthyEmployee, Bill.Covered(40.00m) with { UsesAccount = true });
        visit.Bill = visit.Bill with { MdtrtId = "OWN" + Bill.Number() };

        var order = await visit.UploadAsync();

        order.ExtData!.Value.GetProperty("mdtrtId").GetString().ShouldBe(visit.Bill.MdtrtId);
        await visit.PayAsync();
        await visit.EndsAsync("6");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_visit_that_the_core_knows_needs_no_ecToken(string database)
    {
        var world = await worlds.OnAsync(database);
        using var core = new CoreDesk(world.Clinic);
        var visit = await world.Clinic.VisitOfAsync(Patient.WealthyEmployee, Bill.Covered(40.00m) with { UsesAccount = true });
        visit.Bill = visit.Bill with { MdtrtId = await core.RegisterAsync(visit.Bill), EcToken = null };

        await visit.UploadAsync();

        (await visit.PayAsync()).FundPay.ShouldBe(32.00m);
        await visit.EndsAsync("6");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_visit_that_nobody_knows_is_refused_without_ecToken(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.VisitOfAsync(Patient.WealthyEmployee, Bill.Covered(40.00m));
        visit.Bill = visit.Bill with { MdtrtId = "OWN" + Bill.Number(), EcToken = null };

        await Visit.RefusedAsync(Refusals.CoreRefused, () => visit.UploadAsync());

        // The number is free again: with the ecToken the same bill is taken.
        visit.Bill = visit.Bill with { EcToken = visit.Patient.EcToken };
        await visit.UploadAsync();
        (await visit.RevokeAsync()).ShouldBeTrue();
        await visit.EndsAsync("12", told: false);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_payment_for_another_visit_is_refused(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(40.00m) with { UsesAccount = true });
        visit.Bill = visit.Bill with { MdtrtId = "OWN" + Bill.Number() };
        var other = await world.Clinic.VisitOfAsync(Patient.WealthyEmployee, Bill.Covered(40.00m) with { UsesAccount = true });
        other.Bill = other.Bill with { MdtrtId = "OWN" + Bill.Number() };
        await other.UploadAsync();

        await Visit.RefusedAsync(Refusals.UploadDiffers, () => other.PayAsync(other.Payment() with { MdtrtId = visit.Bill.MdtrtId! }));

        await other.PayAsync();
        await other.EndsAsync("6");
    }
}
