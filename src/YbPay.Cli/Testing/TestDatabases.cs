namespace YbPay.Cli.Testing;

/// <summary>The PostgreSQL that the tests of one session share, and what tells them of it.</summary>
internal sealed class TestDatabases : IAsyncDisposable
{
    private TestDatabases(IReadOnlyDictionary<string, string> environment) => Environment = environment;

    /// <summary>Goes to every test process: <c>YBPAY_TEST_POSTGRES</c> (a connection string), <c>YBPAY_REQUIRE_POSTGRES</c>.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <param name="required">Then a case without PostgreSQL fails instead of being skipped.</param>
    public static Task<TestDatabases> StartAsync(TextWriter output, bool required, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Dictionary<string, string> environment = [];
        if (required) environment["YBPAY_REQUIRE_POSTGRES"] = "1";
        if (System.Environment.GetEnvironmentVariable("YBPAY_TEST_POSTGRES") is { Length: > 0 }) return Task.FromResult(new TestDatabases(environment));
        output.WriteLine("No PostgreSQL: SQLite only; cases for PostgreSQL are skipped.");
        return Task.FromResult(new TestDatabases(environment));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
