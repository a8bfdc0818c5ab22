using Npgsql;
using YbPay.Storage.Migrations;

namespace YbPay.Storage.Postgres;

/// <summary>Applies migrations under an advisory lock, so that of several starting nodes one does it and the others wait.</summary>
internal static class PostgresMigrator
{
    /// <summary>"YbPay" and the table's purpose in one number; the same in every node.</summary>
    private const long LockKey = 0x5962_5061_7901;

    public static async Task ApplyAsync(NpgsqlDataSource source, string schema, IReadOnlyList<Migration> migrations, long now, CancellationToken cancel)
    {
        var connection = await source.OpenConnectionAsync(cancel).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(cancel).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        var session = new PostgresSession(connection, transaction);

        await session.FirstOrDefaultAsync<string>("SELECT pg_advisory_xact_lock(@key)::text", new { key = LockKey }).ConfigureAwait(false);
        // Asked first, because CREATE SCHEMA IF NOT EXISTS wants the right to create even when there is nothing to do.
        if (await session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM pg_namespace WHERE nspname = @schema", new { schema }).ConfigureAwait(false) == 0)
            await session.ExecuteAsync("CREATE SCHEMA " + Quote(schema)).ConfigureAwait(false);
        await session.ExecuteAsync(AppliedMigration.Table).ConfigureAwait(false);

        var applied = await session.QueryAsync<AppliedMigration>(AppliedMigration.Select).ConfigureAwait(false);
        foreach (var migration in AppliedMigration.Missing(applied, migrations))
        {
            await session.ExecuteAsync(migration.Sql).ConfigureAwait(false);
            await session.ExecuteAsync(AppliedMigration.Insert, new { migration.Assembly, migration.Number, migration.Name, migration.Digest, now }).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancel).ConfigureAwait(false);
    }

    public static string Quote(string identifier) => "\"" + identifier.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
