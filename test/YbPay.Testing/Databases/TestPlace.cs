using System.Globalization;
using Npgsql;
using YbPay.Storage;

namespace YbPay.Testing;

/// <summary>
/// A place of its own for one test: a temporary folder, or schemas of a prefix that nobody else has. Everything in it is
/// removed on disposal; dispose the databases and hosts that use it first.
/// </summary>
public sealed class TestPlace : IAsyncDisposable
{
    private static long count;
    private readonly List<string> schemas = [];
    private readonly string name = $"t{Environment.ProcessId}_{Interlocked.Increment(ref count)}";
    private readonly string? folder;

    private TestPlace(string kind)
    {
        Kind = kind;
        if (kind == BothDatabases.Sqlite) folder = Directory.CreateTempSubdirectory("ybpay-test-").FullName;
    }

    /// <summary><see cref="BothDatabases.Sqlite"/> or <see cref="BothDatabases.Postgres"/>.</summary>
    public string Kind { get; }

    /// <summary>The connection string of the PostgreSQL for tests, or null.</summary>
    public static string? PostgresServer { get; } = Environment.GetEnvironmentVariable("YBPAY_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    /// <summary>Skips the running test when it wants PostgreSQL and there is none; fails it under YBPAY_REQUIRE_POSTGRES=1.</summary>
    public static TestPlace Create(string kind)
    {
        if (kind != BothDatabases.Postgres) return new(kind);
        if (PostgresServer is null) throw new PostgresMissingException();
        return new(kind);
    }

    /// <summary>Where one role keeps its data; each role name gives another file or schema.</summary>
    public DatabaseOptions Options(string role)
    {
        if (folder is not null) return new() { Storage = Path.Combine(folder, role + ".db"), Schema = role };
        var schema = $"{name}_{role}".ToLower(CultureInfo.InvariantCulture);
        if (!schemas.Contains(schema)) schemas.Add(schema);
        return new() { Storage = PostgresServer!, Schema = schema };
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
            return;
        }

        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(PostgresServer) { Pooling = false }.ToString());
        await connection.OpenAsync();
        foreach (var schema in schemas)
        {
            await using var drop = new NpgsqlCommand($"DROP SCHEMA IF EXISTS \"{schema}\" CASCADE", connection);
            await drop.ExecuteNonQueryAsync();
        }
    }
}
