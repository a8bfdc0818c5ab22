using YbPay.Storage.Audit;
using YbPay.Storage.Legs;
using YbPay.Storage.Outbox;
using YbPay.Testing;

namespace YbPay.Storage.Tests.Writing;

/// <summary>
/// A plan is kept as long as its connection. One that was made while most rows were due, when reading all of them was right, would read all of
/// them a million rows later too, at every look for work.
/// </summary>
public sealed class PostgresNeverReadsAWholeTable
{
    private const int Rows = 5000;

    [Fact]
    public async Task To_look_for_work()
    {
        await using var place = TestPlace.Create(BothDatabases.Postgres);
        var options = place.Options("role");
        // One connection: what it has read is its own figure, and the plans are its own too.
        await using var database = await Databases.OpenAsync(new DatabaseOptions { Storage = options.Storage + ";Maximum Pool Size=1", Schema = options.Schema, Clock = options.Clock }, null);
        await FillAsync(database);
        await database.ReadAsync(s => s.ExecuteAsync("ANALYZE"));

        await LookAsync(database, due: true);
        await database.WriteAsync(s => s.ExecuteAsync("UPDATE outbox SET state = 1, next_at = NULL, settled_at = 1"));
        await database.WriteAsync(s => s.ExecuteAsync("UPDATE legs SET state = 1, next_at = NULL"));
        await database.WriteAsync(s => s.ExecuteAsync("UPDATE audit SET position = audit_id, hash = ''"));
        var before = await WholeReadsAsync(database);
        for (var i = 0; i < 20; i++) await LookAsync(database, due: false);
        (await WholeReadsAsync(database)).ShouldBe(before);
    }

    [Fact]
    public async Task But_who_compares_tables_may()
    {
        await using var test = await TestDatabase.OpenAsync(BothDatabases.Postgres);
        const string setting = "SELECT current_setting('enable_seqscan')";
        (await test.Database.ReadSnapshotAsync(s => s.FirstOrDefaultAsync<string>(setting))).ShouldBe("on");
        (await test.Database.ReadAsync(s => s.FirstOrDefaultAsync<string>(setting))).ShouldBe("off");
        (await test.Database.WriteAsync(s => s.FirstOrDefaultAsync<string>(setting))).ShouldBe("off");
    }

    private static Task FillAsync(IDatabase database) => database.WriteAsync(async s =>
    {
        await s.ExecuteAsync($"""
            INSERT INTO outbox (message_id, topic, owner_id, receiver, body, state, created_at, queued_at, next_at)
            SELECT 'M' || n, '6302', 'O' || n, 'H1', '', 0, n, n, n FROM generate_series(1, {Rows}) n
            """);
        await s.ExecuteAsync($"""
            INSERT INTO legs (leg_id, owner_id, kind, state, amount, created_at, updated_at, next_at)
            SELECT 'L' || n, 'O' || n, 'settle', 0, 1, n, n, n FROM generate_series(1, {Rows}) n
            """);
        await s.ExecuteAsync($"INSERT INTO audit (actor, action, subject, detail, written_at) SELECT 'a', 'did', 'O' || n, '', n FROM generate_series(1, {Rows}) n");
    });

    /// <summary>The sealer's own write is left out: it follows its look, by the same index.</summary>
    private static async Task LookAsync(IDatabase database, bool due)
    {
        (await database.ReadAsync(s => OutboxStore.AnyDueAsync(s, Rows))).ShouldBe(due);
        (await database.WriteAsync(s => OutboxStore.ClaimDueAsync(s, 16, Rows, 60_000))).Count.ShouldBe(due ? 16 : 0);
        (await database.ReadAsync(s => LegStore.AnyDueAsync(s, Rows))).ShouldBe(due);
        (await database.WriteAsync(s => LegStore.ClaimDueAsync(s, 16, Rows, 60_000))).Count.ShouldBe(due ? 16 : 0);
        (await database.ReadAsync(AuditStore.AnyUnsealedAsync)).ShouldBe(due);
    }

    private static async Task<long> WholeReadsAsync(IDatabase database)
    {
        await database.ReadAsync(s => s.FirstOrDefaultAsync<string>("SELECT pg_stat_force_next_flush()::text"));
        return await database.ReadAsync(s => s.FirstOrDefaultAsync<long>(
            "SELECT SUM(seq_scan)::bigint FROM pg_stat_user_tables WHERE schemaname = current_schema() AND relname IN ('outbox', 'legs', 'audit')"));
    }
}
