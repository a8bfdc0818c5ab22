using System.Reflection;

namespace YbPay.Storage;

/// <summary>Where a role keeps its data.</summary>
public sealed class DatabaseOptions
{
    /// <summary>A file path for SQLite, or a PostgreSQL connection string ("Host=..."): the form decides.</summary>
    public required string Storage { get; init; }

    /// <summary>The PostgreSQL schema, one per role (center, bureau, bank); on SQLite each role has its own file.</summary>
    public required string Schema { get; init; }
}

/// <summary>Opens databases and brings them up to date.</summary>
public static class Databases
{
    /// <summary>
    /// Opens the database, applies Storage's own migrations (legs, outbox, idempotency, ledger, audit) and then those
    /// embedded in <paramref name="migrations"/> (<c>NNNN.name.sqlite.sql</c> / <c>NNNN.name.postgres.sql</c>), each once.
    /// </summary>
    public static Task<IDatabase> OpenAsync(DatabaseOptions options, Assembly? migrations, CancellationToken cancel = default) =>
        throw new NotImplementedException();
}
