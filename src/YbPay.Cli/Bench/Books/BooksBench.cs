using System.Diagnostics;
using System.Security.Cryptography;
using YbPay.Bureau;
using YbPay.Cli.Bench.History;
using YbPay.Cli.Demo;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;
using YbPay.Storage;
using YbPay.Storage.Ledger;

namespace YbPay.Cli.Bench.Books;

/// <summary>One side's check: what it claimed, and how long filling and checking took.</summary>
internal sealed record BooksFigure(string Side, TimeSpan Fill, TimeSpan Check, BooksReport Report);

/// <summary>Fills a centre's and a core's database by SQL and times the check of their books, each side alone.</summary>
/// <param name="entries">Settlement entries on each side; the core's is a multiple of ten.</param>
internal sealed class BooksBench(SandboxPlan plan, int entries)
{
    private const int AtOnce = 20_000;

    /// <summary>As long as a core's texts are: a funds column, a calculation, a person's index.</summary>
    private const int FundsLength = 300, ReckoningLength = 900, KeyLength = 56;

    public async Task<IReadOnlyList<BooksFigure>> RunAsync(CancellationToken cancel)
    {
        var fill = await HistoryFill.RunAsync(plan, entries, HistoryRows.Books, cancel);
        var (check, report) = await TimeAsync(() => BooksPage.CentreAloneAsync(plan, new SandboxClock()));
        var centre = new BooksFigure("centre", fill, check, report);
        fill = await FillCoreAsync(cancel);
        (check, report) = await TimeAsync(() => BureauBooks.CheckAsync(plan.DatabaseOf(SandboxRoles.Bureau), cancel));
        return [centre, new BooksFigure("core", fill, check, report)];
    }

    private async Task<TimeSpan> FillCoreAsync(CancellationToken cancel)
    {
        var begun = Stopwatch.GetTimestamp();
        await using var database = await Databases.OpenAsync(plan.DatabaseOf(SandboxRoles.Bureau), typeof(BureauBooks).Assembly, cancel);
        var common = new Dictionary<string, object?>
        {
            ["start"] = plan.Time.GetUtcNow().AddDays(-30).ToUnixTimeMilliseconds(),
            ["org"] = SandboxPlan.Institutions[0].OrgCodg,
            ["person"] = RandomNumberGenerator.GetHexString(KeyLength, lowercase: true),
            ["funds"] = new string(' ', FundsLength),
            ["reckoning"] = new string(' ', ReckoningLength),
        };
        for (long first = 1; first <= entries; first += AtOnce)
        {
            var args = new Dictionary<string, object?>(common) { ["first"] = first, ["last"] = Math.Min(entries, first + AtOnce - 1) };
            await database.WriteAsync(
                async session =>
                {
                    foreach (var statement in CoreBooksRows.All) await session.ExecuteAsync(statement, args);
                },
                cancel);
        }

        if (database.Dialect == Dialect.Postgres) await database.ReadAsync(session => session.ExecuteAsync("ANALYZE"), cancel);
        return Stopwatch.GetElapsedTime(begun);
    }

    private static async Task<(TimeSpan Time, BooksReport Report)> TimeAsync(Func<Task<BooksReport>> check)
    {
        var begun = Stopwatch.GetTimestamp();
        var report = await check();
        return (Stopwatch.GetElapsedTime(begun), report);
    }
}
