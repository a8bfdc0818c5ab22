namespace YbPay.Storage.Migrations;

/// <summary>One row of schema_migrations.</summary>
internal sealed record AppliedMigration
{
    public required string Assembly { get; init; }

    public required int Number { get; init; }

    public required string Name { get; init; }

    public required string Digest { get; init; }

    public const string Table =
        "CREATE TABLE IF NOT EXISTS schema_migrations (assembly TEXT NOT NULL, number BIGINT NOT NULL, name TEXT NOT NULL, digest TEXT NOT NULL, applied_at BIGINT NOT NULL, PRIMARY KEY (assembly, number))";

    public const string Select = "SELECT assembly, number, name, digest FROM schema_migrations";

    public const string Insert = "INSERT INTO schema_migrations (assembly, number, name, digest, applied_at) VALUES (@assembly, @number, @name, @digest, @now)";

    /// <summary>What is still to be applied. Refuses a schema that was not made by these migrations.</summary>
    public static IReadOnlyList<Migration> Missing(IReadOnlyList<AppliedMigration> applied, IReadOnlyList<Migration> known)
    {
        foreach (var row in applied)
        {
            if (!known.Any(m => m.Assembly == row.Assembly)) continue;
            var same = known.FirstOrDefault(m => m.Assembly == row.Assembly && m.Number == row.Number)
                ?? throw new MigrationException($"The database has migration {row.Number:0000}.{row.Name} of {row.Assembly}, which this program does not know: it is older than the data.");
            if (same.Digest != row.Digest)
                throw new MigrationException($"Migration {row.Number:0000}.{row.Name} of {row.Assembly} was changed after it was applied. Applied migrations are never edited: restore it and add a new one.");
        }

        return [.. known.Where(m => !applied.Any(row => row.Assembly == m.Assembly && row.Number == m.Number))];
    }
}
