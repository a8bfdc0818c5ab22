using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace YbPay.Cli.Testing;

/// <summary>
/// A PostgreSQL cluster of its own: in a temporary folder, on a free loopback port, under a random password, with fsync
/// left on. It is stopped and deleted on disposal, and also when this process dies in any other way.
/// </summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    private const string Owner = "ybpay";
    private const int MostConnections = 300;
    private const int PortTries = 3;

    /// <summary>Waits until its input ends, which happens however we end, and cleans up. Ctrl+C is not meant for it.</summary>
    private const string KeeperScript = """trap '' INT TERM HUP; cat > /dev/null; "$1" -D "$2/data" -m immediate -w stop > /dev/null 2>&1; rm -rf "$2" """;

    private readonly Process keeper;
    private bool disposed;

    private PrivatePostgres(Process keeper, string folder, string connectionString) => (this.keeper, Folder, ConnectionString) = (keeper, folder, connectionString);

    public string ConnectionString { get; }

    public string Folder { get; }

    /// <summary>Null when PostgreSQL is not installed here; throws when it is and does not start.</summary>
    public static async Task<PrivatePostgres?> StartAsync(CancellationToken cancel)
    {
        if (PostgresPrograms.Find() is not { } programs) return null;
        var folder = (await PostgresAccount.RunAsync(PostgresAccount.Command("mktemp", "-d", "/tmp/ybpay-postgres-XXXXXXXX"), "", cancel)).Trim();
        var keeper = Process.Start(PostgresAccount.Command("sh", "-c", KeeperScript, "keeper", programs.PgCtl, folder)) ?? throw new InvalidOperationException("sh did not start.");
        try
        {
            var password = RandomNumberGenerator.GetHexString(32, lowercase: true);
            await PostgresAccount.RunAsync(PostgresAccount.Command("sh", "-c", "umask 077; cat > \"$1/password\"", "password", folder), password + "\n", cancel);
            // The cluster need not outlast a power cut, so making it is not synced; what tests write to it is.
            await PostgresAccount.RunAsync(PostgresAccount.Command(programs.InitDb, "-D", folder + "/data", "-U", Owner, "--pwfile", folder + "/password",
                "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync"), "", cancel);
            var port = await ListenAsync(programs, folder, cancel);
            return new(keeper, folder, string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Database=postgres;Username={Owner};Password={password}"));
        }
        catch
        {
            await CleanUpAsync(keeper);
            throw;
        }
    }

    /// <summary>Another process may take the port between our asking and the server's start: then another port is tried.</summary>
    private static async Task<int> ListenAsync(PostgresPrograms programs, string folder, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            var port = FreePort();
            try
            {
                await PostgresAccount.RunAsync(PostgresAccount.Command(programs.PgCtl, "-D", folder + "/data", "-l", folder + "/log", "-w", "-t", "60",
                    "-o", string.Create(CultureInfo.InvariantCulture, $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections={MostConnections}"), "start"), "", cancel);
                return port;
            }
            catch (InvalidOperationException) when (tries < PortTries)
            {
                // The next port.
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (disposed) return;
        disposed = true;
        await CleanUpAsync(keeper);
    }

    private static async Task CleanUpAsync(Process keeper)
    {
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync();
        keeper.Dispose();
    }
}
