namespace YbPay.Storage.Tests.Migrating;

/// <summary>Both dialects' migrations make the same tables: names, kinds of type, NOT NULL, primary keys.</summary>
public sealed class SchemasAgree
{
    [Fact]
    public async Task Sqlite_and_PostgreSQL_have_the_same_columns()
    {
        var postgres = await ColumnsAsync(BothDatabases.Postgres, """
            SELECT c.table_name || '.' || c.column_name || ' ' || c.data_type || CASE WHEN c.is_nullable = 'YES' THEN ' null' ELSE ' not null' END
              || COALESCE(' key ' || (SELECT k.ordinal_position FROM information_schema.key_column_usage k JOIN information_schema.table_constraints t
                   ON t.constraint_name = k.constraint_name AND t.table_schema = k.table_schema AND t.table_name = k.table_name
                 WHERE t.constraint_type = 'PRIMARY KEY' AND k.table_schema = c.table_schema AND k.table_name = c.table_name AND k.column_name = c.column_name), '')
            FROM information_schema.columns c WHERE c.table_schema = current_schema()
            """);
        var sqlite = await ColumnsAsync(BothDatabases.Sqlite, """
            SELECT t.name || '.' || c.name || ' ' || lower(c.type) || CASE WHEN c."notnull" = 1 THEN ' not null' ELSE ' null' END || CASE WHEN c.pk > 0 THEN ' key ' || c.pk ELSE '' END
            FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
            """);
        sqlite.Count.ShouldBeGreaterThan(40);
        sqlite.ShouldBe(postgres);
    }

    [Fact]
    public async Task Sqlite_and_PostgreSQL_have_the_same_indexes()
    {
        var postgres = await ColumnsAsync(BothDatabases.Postgres, "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND indexname NOT LIKE '%_pkey'");
        var sqlite = await ColumnsAsync(BothDatabases.Sqlite, "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL");
        sqlite.ShouldBe(postgres);
    }

    private static async Task<IReadOnlyList<string>> ColumnsAsync(string kind, string sql)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        var lines = await test.Database.ReadAsync(s => s.QueryAsync<string>(sql));
        return [.. lines.Select(line => line.Replace(" bytea", " blob", StringComparison.Ordinal).Replace(" integer", " bigint", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }
}
