using System.Security.Cryptography;
using YbPay.Cli.Testing;
using YbPay.Storage;

namespace YbPay.Cli.Bench.Processes;

/// <summary>A PostgreSQL, private or given, in which every run gets a database of its own that is dropped after it.</summary>
internal sealed class BenchPostgres : IAsyncDisposable
{
    private readonly PrivatePostgres? _own;
    private readonly string _connection;

    private BenchPostgres(PrivatePostgres? own, string connection, string version) => (_own, _connection, Version) = (own, connection, version);

    public string Version { get; }

    /// <summary>Null when nothing is given and PostgreSQL is not installed here.</summary>
    public static async Task<BenchPostgres?> StartAsync(string? given, CancellationToken cancel)
    {
        var own = given is null ? await PrivatePostgres.StartAsync(cancel) : null;
        if ((given ?? own?.ConnectionString) is not { } connection) return null;
        await using var server = await OpenAsync(connection, cancel);
        var version = await server.ReadAsync(session => session.FirstOrDefaultAsync<string>("SHOW server_version"), cancel);
        return new BenchPostgres(own, connection, $"{version}{(own is null ? "" : ", a private cluster with the settings it comes with (fsync on)")}");
    }

    /// <summary>A new database; dropped when it is disposed of.</summary>
    public async Task<BenchDatabase> CreateAsync(CancellationToken cancel)
    {
        var name = $"ybpay_bench_{RandomNumberGenerator.GetHexString(12, lowercase: true)}";
        await ExecuteAsync($"CREATE DATABASE {name}", cancel);
        return new BenchDatabase($"{_connection};Database={name}", () => ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)", CancellationToken.None));
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        await using var server = await OpenAsync(_connection, cancel);
        await server.ReadAsync(session => session.ExecuteAsync(sql), cancel);
    }

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static Task<IDatabase> OpenAsync(string connection, CancellationToken cancel) =>
        Databases.OpenAsync(new DatabaseOptions { Storage = connection, Schema = "ybpay_bench" }, null, cancel);
}

/// <summary>One run's database.</summary>
internal sealed class BenchDatabase(string connection, Func<Task> drop) : IAsyncDisposable
{
    public string Connection { get; } = connection;

    public async ValueTask DisposeAsync() => await drop();
}
