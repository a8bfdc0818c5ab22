using Npgsql;

namespace YbPay.Center.Tests.Hosting;

/// <summary>A data folder and, on PostgreSQL, a database of its own for one sandbox; removed on disposal.</summary>
internal sealed class OwnStorage : IAsyncDisposable
{
    private static int count;
    private readonly string? _database;

    private OwnStorage(string? database) => _database = database;

    public string Folder { get; } = Directory.CreateTempSubdirectory("ybpay-scenario-").FullName;

    /// <summary>The connection string; null on SQLite.</summary>
    public string? Postgres => _database is null ? null : new NpgsqlConnectionStringBuilder(TestPlace.PostgresServer) { Database = _database }.ToString();

    /// <summary>Skips the running test when it wants PostgreSQL and there is none.</summary>
    public static async Task<OwnStorage> CreateAsync(string kind)
    {
        await using var asked = TestPlace.Create(kind);
        if (kind == BothDatabases.Sqlite) return new(null);
        var name = $"scenario_{Environment.ProcessId}_{Interlocked.Increment(ref count)}";
        await CommandAsync($"CREATE DATABASE {name}");
        return new(name);
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        if (_database is not null) await CommandAsync($"DROP DATABASE {_database} WITH (FORCE)");
    }

    private static async Task CommandAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(TestPlace.PostgresServer) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
