namespace YbPay.Storage;

/// <summary>Where a role keeps its data.</summary>
public sealed class DatabaseOptions
{
    /// <summary>A file path for SQLite, or a PostgreSQL connection string ("Host=..."): the form decides.</summary>
    public required string Storage { get; init; }

    /// <summary>The PostgreSQL schema, one per role (center, bureau, bank); on SQLite each role has its own file.</summary>
    public required string Schema { get; init; }

    /// <summary>Dates the applied migrations.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Told apart by the form alone: a connection string names a host.</summary>
    public Dialect Dialect =>
        Storage.Split(';').Any(part => part.TrimStart().StartsWith("Host=", StringComparison.OrdinalIgnoreCase)
            || part.TrimStart().StartsWith("Server=", StringComparison.OrdinalIgnoreCase))
            ? Dialect.Postgres
            : Dialect.Sqlite;
}
