using YbPay.Center.Tests.Hosting;
using YbPay.Contracts.Outcomes;

namespace YbPay.Center.Tests;

/// <summary>Two hours after the upload an order that is not paid closes by itself (ruling C11).</summary>
public sealed class TimeLimit(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_unpaid_closes_and_what_waits_for_cash_goes_back(string database)
    {
        var world = await worlds.OnAsync(database);
        var unpaid = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(20.00m));
        var waiting = await world.Clinic.UploadedAsync(Patient.Employee, Bill.Covered(100.00m));
        var paid = await world.Clinic.UploadedAsync(Patient.Employee, Bill.Covered(10.00m) with { UsesAccount = true });
        await waiting.PayAsync();
        await paid.PayAsync();
        await paid.ReachesAsync("6");

        await world.Control.AdvanceAsync(TimeSpan.FromMinutes(121));

        await unpaid.ReachesAsync("12");
        await waiting.ReachesAsync("13");
        (await world.Control.MoveAsync(waiting.PayOrdId, "pay")).ShouldBeNull("the bank has closed the payment");
        unpaid.Patient = await world.Clinic.ScansAsync(Patient.WealthyEmployee);
        await Visit.RefusedAsync(Refusals.OrderClosed, () => unpaid.PayAsync());
        await unpaid.EndsAsync("12", told: false);
        await waiting.EndsAsync("13", told: false);
        await paid.EndsAsync("6");
    }
}
