using System.CommandLine;
using System.Globalization;
using YbPay.Cli.Bench.Books;
using YbPay.Cli.Bench.Processes;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Commands;

/// <summary><c>ybpay bench books</c>: how long the check of the books takes. Prints only.</summary>
internal static class BenchBooksCommand
{
    private const string Sqlite = "sqlite", Postgres = "postgres";

    public static Command Create()
    {
        var entries = new Option<int>("--entries") { Description = "Settlement entries of centre and core each.", HelpName = "COUNT", DefaultValueFactory = _ => 1_000_000 };
        var on = new Option<string>("--on") { Description = "The database: sqlite or postgres.", DefaultValueFactory = _ => Sqlite }.AcceptOnlyFromAmong(Sqlite, Postgres);
        var storage = new Option<string?>("--storage") { Description = "A PostgreSQL connection string whose account may create databases, instead of a private cluster.", HelpName = "CONNECTION" };
        var command = new Command("books", "Fill a scratch database with finished orders and settlements, and time the check of the books. Status 1 when a claim is broken.") { entries, on, storage };
        command.SetAction((parsed, cancel) => parsed.GetValue(on) == Postgres
            ? OnPostgresAsync(parsed.GetValue(storage), parsed.GetValue(entries), cancel)
            : OnScratchAsync(parsed.GetValue(entries), null, cancel));
        return command;
    }

    private static async Task<int> OnPostgresAsync(string? storage, int entries, CancellationToken cancel)
    {
        await using var server = await BenchPostgres.StartAsync(storage, cancel);
        if (server is null)
        {
            await Console.Error.WriteLineAsync("No PostgreSQL was given with --storage, and none is installed here.");
            return 2;
        }

        await using var database = await server.CreateAsync(cancel);
        return await OnScratchAsync(entries, database.Connection, cancel);
    }

    private static async Task<int> OnScratchAsync(int entries, string? postgres, CancellationToken cancel)
    {
        if (entries <= 0 || entries % 10 != 0) throw new ArgumentException("--entries wants a multiple of ten: a person has ten settlements.");
        var folder = Directory.CreateTempSubdirectory("ybpay-books-");
        try
        {
            var sound = true;
            foreach (var figure in await new BooksBench(new SandboxPlan(folder.FullName, SandboxAddresses.FromPortBase(1), postgres), entries).RunAsync(cancel))
            {
                sound &= figure.Report.IsSound;
                Console.Out.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{figure.Side,-6}  {entries:N0} entries on {(postgres is null ? Sqlite : Postgres)}: filled in {figure.Fill.TotalSeconds:N1} s, checked in {figure.Check.TotalSeconds:N1} s"));
                foreach (var claim in figure.Report.Claims)
                    Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"        {claim.Examined,12:N0}  {claim.Name}{Verdict(claim.Breaches.Count, claim.Skipped)}"));
            }

            return sound ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Verdict(int breaches, string? skipped) => skipped is not null ? $": {skipped}" : breaches > 0 ? ": BROKEN" : "";
}
