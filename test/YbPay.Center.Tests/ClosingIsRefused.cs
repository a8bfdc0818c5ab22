using YbPay.Center.Tests.Hosting;
using YbPay.Sandbox.Plan;
using YbPay.Storage;

namespace YbPay.Center.Tests;

/// <summary>An order whose time is over and which cannot be closed at once: it is tried again, and the patient gets no more time by it.</summary>
public sealed class ClosingIsRefused
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_limit_stays_and_the_closing_is_put_off_for_every_node(string database)
    {
        await using var world = await CenterHost.StartAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await visit.PayAsync();
        await using var books = await Databases.OpenAsync(world.Plan.DatabaseOf(SandboxRoles.Center), null);
        var limit = await LimitAsync(books, visit);
        await world.Control.FaultAsync("bank", "close", "timeout", delayMs: 200);

        await world.Control.AdvanceAsync(TimeSpan.FromMinutes(121));
        var until = await Eventually.GetAsync(() => PutOffToAsync(books, visit), at => at is not null, "the closing is put off");

        (await LimitAsync(books, visit)).ShouldBe(limit);
        until!.Value.ShouldBeGreaterThan(limit);
        (await visit.QueryAsync()).OrdStas.ShouldBe("4");
        await world.Control.AdvanceAsync(TimeSpan.FromMinutes(1));
        await visit.EndsAsync("13", told: false);
        (await LimitAsync(books, visit)).ShouldBe(limit);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_payment_that_the_bank_never_got_cannot_be_made_after_the_limit_and_the_order_closes(string database)
    {
        await using var world = await CenterHost.StartAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await visit.PayAsync();
        await world.Control.FaultAsync("bank", "close", "timeout", delayMs: 200);
        await world.Control.AdvanceAsync(TimeSpan.FromMinutes(121));
        await world.Control.StruckAsync();
        await using var bank = await Databases.OpenAsync(world.Plan.DatabaseOf(SandboxRoles.Bank), typeof(SandboxPlan).Assembly);
        (await bank.WriteAsync(session => session.ExecuteAsync("DELETE FROM bank_payment WHERE pay_ord_id = @payOrdId", new { payOrdId = visit.PayOrdId }))).ShouldBe(1);

        // Whoever asks the bank on the way there, worker or resolver, makes no payment that could still be paid.
        await Eventually.HoldsAsync(
            async () =>
            {
                (await world.Control.MoveAsync(visit.PayOrdId, "pay")).ShouldBeNull("the patient's time is over");
                await world.Control.AdvanceAsync(TimeSpan.FromSeconds(10));
                return (await visit.QueryAsync()).OrdStas == "13";
            },
            "the order is closed");

        await visit.EndsAsync("13", told: false);
    }

    private static Task<long> LimitAsync(IDatabase books, Visit visit) => books.ReadAsync(session =>
        session.FirstOrDefaultAsync<long>("SELECT closes_at FROM orders WHERE pay_ord_id = @payOrdId", new { payOrdId = visit.PayOrdId }));

    private static Task<long?> PutOffToAsync(IDatabase books, Visit visit) => books.ReadAsync(session =>
        session.FirstOrDefaultAsync<long?>("SELECT closing_put_off_to FROM orders WHERE pay_ord_id = @payOrdId", new { payOrdId = visit.PayOrdId }));
}
