using YbPay.Center.Tests.Hosting;
using YbPay.Sandbox.Plan;
using YbPay.Storage;
using YbPay.Storage.Outbox;

namespace YbPay.Center.Tests;

/// <summary>A refund ends while the hospital's confirmation is written: both stand at the order's row, which only PostgreSQL lets happen.</summary>
public sealed class RefundMeetsConfirmation
{
    [Fact]
    public async Task The_refund_ends_in_the_order_as_the_confirmation_leaves_it()
    {
        await using var world = await CenterHost.StartAsync(BothDatabases.Postgres);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await world.Control.HospitalAnswersAsync(visit.Hospital.OrgCodg, "fail");
        await visit.PayAsync();
        await visit.PatientPaysAtBankAsync();
        await visit.ReachesAsync("3");
        await using var books = await Databases.OpenAsync(world.Plan.DatabaseOf(SandboxRoles.Center), null);
        await Eventually.GetAsync(() => AttemptsAsync(books, visit), attempts => attempts == 1, "the hospital has refused the notice");

        await world.Control.FaultAsync("bank", "refund", "delay", delayMs: 4000);
        var refund = visit.RefundAsync(visit.Refund("CASH", cash: 5.00m));
        await world.Control.StruckAsync();
        await using var row = await HeldRow.TakeAsync(world.Postgres!, visit.PayOrdId);
        var message = await books.ReadAsync(session => session.FirstOrDefaultAsync<string>("SELECT message_id FROM outbox WHERE owner_id = @PayOrdId", new { visit.PayOrdId }));
        await books.WriteAsync(session => OutboxStore.ReplayAsync(session, message!, world.Clock.GetUtcNow().ToUnixTimeMilliseconds()));
        await row.WaitersAsync(1);
        await row.WaitersAsync(2);
        await row.LetGoAsync();

        (await refund).RefStatus.ShouldBe("SUCC");
        await visit.EndsAsync("10");
        await world.BooksAreCleanAsync();
    }

    private static async Task<long> AttemptsAsync(IDatabase books, Visit visit) => await books.ReadAsync(session => session.FirstOrDefaultAsync<long>(
        "SELECT COALESCE(SUM(attempts), 0) FROM outbox WHERE owner_id = @PayOrdId", new { visit.PayOrdId }));
}
