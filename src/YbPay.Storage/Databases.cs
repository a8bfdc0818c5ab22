using System.Reflection;
using YbPay.Storage.Migrations;
using YbPay.Storage.Postgres;
using YbPay.Storage.Sqlite;

namespace YbPay.Storage;

/// <summary>Opens databases and brings them up to date.</summary>
public static class Databases
{
    /// <summary>
    /// Opens the database, applies Storage's own migrations (legs, outbox, idempotency, ledger, audit) and then those
    /// embedded in <paramref name="migrations"/> (<c>NNNN.name.sqlite.sql</c> / <c>NNNN.name.postgres.sql</c>), each once.
    /// Several nodes may start at the same time. Throws <see cref="StorageUnavailableException"/> when the place cannot
    /// be used and <see cref="MigrationException"/> when the stored schema does not fit.
    /// </summary>
    public static async Task<IDatabase> OpenAsync(DatabaseOptions options, Assembly? migrations, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<Migration> pending = [.. Migration.EmbeddedIn(typeof(Databases).Assembly, options.Dialect)];
        if (migrations is not null) pending.AddRange(Migration.EmbeddedIn(migrations, options.Dialect));
        return options.Dialect == Dialect.Postgres
            ? await PostgresDatabase.OpenAsync(options, pending, cancel).ConfigureAwait(false)
            : SqliteDatabase.Open(options, pending);
    }
}
