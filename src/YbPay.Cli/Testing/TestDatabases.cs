namespace YbPay.Cli.Testing;

/// <summary>The PostgreSQL that the tests of one session share, and what tells them of it.</summary>
internal sealed class TestDatabases : IAsyncDisposable
{
    private const string ServerVariable = "YBPAY_TEST_POSTGRES";

    private readonly PrivatePostgres? server;

    private TestDatabases(IReadOnlyDictionary<string, string> environment, PrivatePostgres? server) => (Environment, this.server) = (environment, server);

    /// <summary>Goes to every test process: <c>YBPAY_TEST_POSTGRES</c> (a connection string), <c>YBPAY_REQUIRE_POSTGRES</c>.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Uses the server that YBPAY_TEST_POSTGRES names, otherwise starts a private one where PostgreSQL is installed.</summary>
    /// <param name="required">Then a case without PostgreSQL fails instead of being skipped.</param>
    public static async Task<TestDatabases> StartAsync(TextWriter output, bool required, CancellationToken cancel)
    {
        Dictionary<string, string> environment = [];
        if (required) environment["YBPAY_REQUIRE_POSTGRES"] = "1";
        if (System.Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 }) return new(environment, null);

        var server = await PrivatePostgres.StartAsync(cancel);
        if (server is not null) environment[ServerVariable] = server.ConnectionString;
        else await output.WriteLineAsync("No PostgreSQL: SQLite only; cases for PostgreSQL are skipped.");
        return new(environment, server);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }
}
