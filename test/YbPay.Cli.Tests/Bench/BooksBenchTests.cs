using YbPay.Cli.Bench.Books;
using YbPay.Cli.Bench.Processes;
using YbPay.Sandbox.Plan;
using YbPay.Testing;

namespace YbPay.Cli.Tests.Bench;

/// <summary>What the bench fills are books in order: otherwise it would time something else.</summary>
public class BooksBenchTests
{
    [Fact]
    public Task Filled_books_are_clean_on_SQLite() => FilledBooksAreCleanAsync(null);

    [Fact]
    public async Task Filled_books_are_clean_on_PostgreSQL()
    {
        await using var given = TestPlace.Create(BothDatabases.Postgres);
        await using var server = await BenchPostgres.StartAsync(TestPlace.PostgresServer, CancellationToken.None);
        await using var database = await server!.CreateAsync(CancellationToken.None);
        await FilledBooksAreCleanAsync(database.Connection);
    }

    private static async Task FilledBooksAreCleanAsync(string? postgres)
    {
        var folder = Directory.CreateTempSubdirectory("ybpay-books-test-");
        try
        {
            var figures = await new BooksBench(new SandboxPlan(folder.FullName, SandboxAddresses.FromPortBase(1), postgres), 30).RunAsync(CancellationToken.None);
            Assert.Equal(["centre", "core"], figures.Select(figure => figure.Side));
            Assert.All(figures, figure => Assert.True(figure.Report.IsSound));
            Assert.Equal([30, 33], figures.Select(figure => figure.Report.Claims[0].Examined));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
