using YbPay.Center.Tests.Hosting;
using YbPay.Contracts.Outcomes;

namespace YbPay.Center.Tests;

/// <summary>6401, and the time limit that does the same (ruling C11).</summary>
public sealed class HospitalRevokes(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Before_payment_the_fee_lines_are_gone_from_the_core(string database)
    {
        var world = await worlds.OnAsync(database);
        using var core = new CoreDesk(world.Clinic);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(20.00m));
        var number = visit.Order.ExtData!.Value.GetProperty("mdtrtId").GetString()!;
        (await core.PreSettleAsync(visit.Bill, number)).ShouldBe("");

        (await visit.RevokeAsync()).ShouldBeTrue();

        (await core.PreSettleAsync(visit.Bill, number)).ShouldStartWith("[LINES_MISSING]");
        (await visit.RevokeAsync()).ShouldBeTrue("revoking what is revoked succeeds again");
        await Visit.RefusedAsync(Refusals.OrderClosed, () => visit.PayAsync());
        await visit.EndsAsync("12", told: false);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_paid_order_is_not_revoked(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(20.00m) with { UsesAccount = true });
        await visit.PayAsync();

        await Visit.RefusedAsync(Refusals.AlreadyPaid, () => visit.RevokeAsync());

        await visit.EndsAsync("6");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task While_cash_is_outstanding_the_bank_closes_and_the_settlement_goes_back(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await visit.PayAsync();

        (await visit.RevokeAsync()).ShouldBeTrue();

        (await visit.QueryAsync()).OrdStas.ShouldBe("13");
        (await world.Control.MoveAsync(visit.PayOrdId, "pay")).ShouldBeNull("the bank has closed the payment");
        (await visit.RevokeAsync()).ShouldBeTrue();
        await visit.EndsAsync("13", told: false);

        await visit.UploadAsync();
        await visit.PayAsync();
        await visit.PatientPaysAtBankAsync();
        await visit.EndsAsync("6");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Paying_and_revoking_at_once_has_one_winner(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await visit.PayAsync();

        var paying = world.Control.MoveAsync(visit.PayOrdId, "pay");
        var revoked = await Record.ExceptionAsync(() => visit.RevokeAsync()) is null;
        var paid = await paying is { } move && move.GetProperty("status").GetString() == "PAID";

        paid.ShouldBe(!revoked);
        await visit.EndsAsync(paid ? "6" : "13", told: paid);
    }
}
