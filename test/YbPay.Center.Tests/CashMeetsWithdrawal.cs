using Npgsql;
using YbPay.Center.Tests.Hosting;
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
        await using (var bank = await Databases.OpenAsync(world.Plan.DatabaseOf(SandboxRoles.Bank), typeof(SandboxPlan).Assembly))
            (await bank.WriteAsync(session => session.ExecuteAsync("UPDATE bank_payment SET status = 'WAIT' WHERE pay_ord_id = @payOrdId", new { payOrdId = visit.PayOrdId }))).ShouldBe(1);
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

    /// <summary>An order's row in a transaction of ours.</summary>
    private sealed class HeldRow : IAsyncDisposable
    {
        private readonly NpgsqlConnection _holder;
        private readonly NpgsqlConnection _watcher;

        private HeldRow(NpgsqlConnection holder, NpgsqlConnection watcher) => (_holder, _watcher) = (holder, watcher);

        public static async Task<HeldRow> TakeAsync(string postgres, string payOrdId)
        {
            var row = new HeldRow(new NpgsqlConnection(postgres), new NpgsqlConnection(postgres));
            await row._holder.OpenAsync();
            await row._watcher.OpenAsync();
            await using var take = new NpgsqlCommand("BEGIN; SELECT 1 FROM center.orders WHERE pay_ord_id = $1 FOR UPDATE".Replace("$1", $"'{payOrdId}'", StringComparison.Ordinal), row._holder);
            await take.ExecuteNonQueryAsync();
            return row;
        }

        public Task WaitersAsync(int count) => Eventually.GetAsync(
            async () =>
            {
                await using var ask = new NpgsqlCommand("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", _watcher);
                return (long)(await ask.ExecuteScalarAsync())!;
            },
            waiting => waiting == count, $"{count} wait for the row", TimeSpan.FromSeconds(10));

        public async Task LetGoAsync()
        {
            await using var end = new NpgsqlCommand("COMMIT", _holder);
            await end.ExecuteNonQueryAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await _holder.DisposeAsync();
            await _watcher.DisposeAsync();
        }
    }
}
