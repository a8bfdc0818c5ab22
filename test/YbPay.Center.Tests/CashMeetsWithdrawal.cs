using YbPay.Center.Tests.Hosting;
using YbPay.Contracts.Outcomes;
using YbPay.Sandbox.Plan;
using YbPay.Storage;
using YbPay.Storage.Legs;

namespace YbPay.Center.Tests;

/// <summary>
/// The hospital takes an order back while its cash comes, at the same instant: only PostgreSQL lets two writers stand at one row, and the
/// test lets them go on in a fixed order by holding that row until both wait for it.
/// </summary>
public sealed class CashMeetsWithdrawal
{
    [Fact]
    public async Task The_withdrawal_that_was_first_stands_and_the_cash_goes_back()
    {
        await using var world = await CenterHost.StartAsync(BothDatabases.Postgres);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await visit.PayAsync();
        await using var row = await HeldRow.TakeAsync(world.Postgres!, visit.PayOrdId);

        var revoked = visit.RevokeAsync();
        await row.WaitersAsync(1);
        // A bank that lets someone pay what it has just closed; its report finds the order still waiting.
        await SetAsync(world, visit, "status = 'WAIT'");
        await visit.PatientPaysAtBankAsync();
        await row.WaitersAsync(2);
        await row.LetGoAsync();

        (await revoked).ShouldBeTrue();
        await visit.EndsAsync("13", told: false);
        await using var books = await Databases.OpenAsync(world.Plan.DatabaseOf(SandboxRoles.Center), null);
        var legs = await Eventually.GetAsync(
            () => books.ReadAsync(session => LegStore.OfOwnerAsync(session, visit.PayOrdId)), all => all.Any(leg => leg is { Kind: "bank.return", State: LegState.Succeeded }), "the cash goes back");
        legs.Where(leg => leg.Kind.StartsWith("bank.", StringComparison.Ordinal)).Select(leg => (leg.Kind, leg.State, leg.Amount)).ShouldBe(
            [("bank.pay", LegState.Succeeded, 2000), ("bank.return", LegState.Succeeded, 2000)]);
        await world.BooksAreCleanAsync();
    }

    [Fact]
    public async Task The_cash_that_was_first_stands_and_the_hospital_hears_that_it_is_paid()
    {
        await using var world = await CenterHost.StartAsync(BothDatabases.Postgres);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await visit.PayAsync();
        await using var row = await HeldRow.TakeAsync(world.Postgres!, visit.PayOrdId);

        await visit.PatientPaysAtBankAsync();
        await row.WaitersAsync(1);
        // A bank that answers as if what was paid were closed, for a moment.
        await SetAsync(world, visit, "status = 'CLOSED', paid_at = NULL");
        var revoked = Visit.RefusedAsync(Refusals.AlreadyPaid, () => visit.RevokeAsync());
        await row.WaitersAsync(2);
        await SetAsync(world, visit, $"status = 'PAID', paid_at = {world.Clock.GetUtcNow().ToUnixTimeMilliseconds()}");
        await row.LetGoAsync();

        await revoked;
        (await visit.EndsAsync("6")).SetlType.ShouldBe("ALL");
    }

    private static async Task SetAsync(CenterHost world, Visit visit, string columns)
    {
        await using var bank = await Databases.OpenAsync(world.Plan.DatabaseOf(SandboxRoles.Bank), typeof(SandboxPlan).Assembly);
        (await bank.WriteAsync(session => session.ExecuteAsync($"UPDATE bank_payment SET {columns} WHERE pay_ord_id = @payOrdId", new { payOrdId = visit.PayOrdId }))).ShouldBe(1);
    }
}
