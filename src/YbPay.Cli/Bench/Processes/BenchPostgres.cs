using System.Globalization;
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

    /// <summary>A new database: its name and its connection string.</summary>
    public async Task<(string Name, string Connection)> CreateAsync(CancellationToken cancel)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"ybpay_bench_{RandomNumberGenerator.GetHexString(12, lowercase: true)}");
        await using var server = await OpenAsync(_connection, cancel);
        await server.ReadAsync(session => session.ExecuteAsync($"CREATE DATABASE {name}"), cancel);
        return (name, $"{_connection};Database={name}");
    }

    public async Task DropAsync(string name)
    {
        await using var server = await OpenAsync(_connection, CancellationToken.None);
        await server.ReadAsync(session => session.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)"));
    }

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static Task<IDatabase> OpenAsync(string connection, CancellationToken cancel) =>
        Databases.OpenAsync(new DatabaseOptions { Storage = connection, Schema = "ybpay_bench" }, null, cancel);
}
