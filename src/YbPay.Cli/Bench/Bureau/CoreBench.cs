using System.Diagnostics;
using System.Globalization;
using YbPay.Bureau;
using YbPay.Cli.Bench.Load;
using YbPay.Cli.Bench.Processes;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Bench.Bureau;

/// <summary>How much is asked of the core.</summary>
/// <param name="Clients">Calls at a time.</param>
/// <param name="Bills">Lines of a bill, and how many such bills.</param>
internal sealed record CoreSettings(int Clients, int Persons, IReadOnlyList<(int Lines, int Count)> Bills, int PortBase)
{
    public static CoreSettings Usual => new(32, 512, [(5, 3_000), (200, 300)], 19800);

    /// <summary>To see that it works.</summary>
    public static CoreSettings Quick => Usual with { Clients = 4, Persons = 16, Bills = [(5, 16), (200, 4)] };
}

/// <summary>What one transaction over HTTP did, the core with its storage in a process of its own.</summary>
/// <param name="ServerCpu">Milliseconds of the core's CPU time a call; PostgreSQL's own comes on top.</param>
internal sealed record CoreFigure(string Storage, string Infno, int Lines, double Rate, double ServerCpu, Percentiles Times, int Failed, IReadOnlyList<string> Reasons);

/// <summary>
/// Pre-settlements (2206) and settlements (2207) a second as an institution sees them: over HTTP, checked, calculated, stored, on SQLite and
/// PostgreSQL. The bills are uploaded before the clock runs; as many again warm the core up.
/// </summary>
internal sealed class CoreBench(CoreSettings settings)
{
    private static readonly BureauSeed Seed = BureauSeed.Default;

    /// <param name="postgres">A PostgreSQL's connection string; null for SQLite in <paramref name="folder"/>.</param>
    public async IAsyncEnumerable<CoreFigure> RunAsync(string storage, string folder, string? postgres, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var addresses = SandboxAddresses.FromPortBase(settings.PortBase);
        _ = new SandboxPlan(folder, addresses, postgres); // makes the keys, which two processes share
        await using var server = await BenchServer.StartAsync(
            [
                "--data", folder, "--port-base", Text(settings.PortBase), "--persons", Text(settings.Persons), "--role", SandboxRoles.Bureau,
                .. postgres is null ? (string[])[] : ["--storage", postgres],
            ], cancel);
        using var core = new CoreCaller(new HttpClient { BaseAddress = new Uri(addresses.Bureau) }, Seed.Institutions[0].Code, Seed.Persons[0].Admdvs);
        await core.SignInAsync(cancel);
        foreach (var (lines, count) in settings.Bills)
        {
            var bills = await UploadedAsync(core, lines, count, "W", cancel);
            await MeasureAsync(server, bills, visit => visit.PreSettleAsync(cancel));
            await MeasureAsync(server, bills, visit => visit.SettleAsync(cancel));
            bills = await UploadedAsync(core, lines, count, "B", cancel);
            yield return await FigureAsync("2206", visit => visit.PreSettleAsync(cancel));
            yield return await FigureAsync("2207", visit => visit.SettleAsync(cancel));

            async Task<CoreFigure> FigureAsync(string infno, Func<CoreVisit, Task> call)
            {
                var (tally, times, seconds, cpu) = await MeasureAsync(server, bills, call);
                return new CoreFigure(storage, infno, lines, tally.Done / seconds, cpu * 1000 / count, times.Summary(), tally.Failed, tally.Reasons);
            }
        }
    }

    private async Task<IReadOnlyList<CoreVisit>> UploadedAsync(CoreCaller core, int lines, int count, string prefix, CancellationToken cancel)
    {
        var persons = BenchPersons.Of(settings.Persons);
        string[] items = [.. Seed.Items.Select(item => item.Code)];
        CoreVisit[] visits = [.. Enumerable.Range(0, count).Select(i => new CoreVisit(core, persons[i % persons.Count], $"{prefix}{lines}-{i}", lines))];
        await Parallel.ForEachAsync(visits, Parallelism(cancel), async (visit, stop) => await visit.UploadAsync(items, stop));
        return visits;
    }

    private async Task<(Tally Tally, Latencies Times, double Seconds, double ServerCpu)> MeasureAsync(OwnProgram server, IReadOnlyList<CoreVisit> visits, Func<CoreVisit, Task> call)
    {
        var (tally, times, cpu, begun) = (new Tally(), new Latencies(), server.Cpu(), Stopwatch.GetTimestamp());
        await Parallel.ForEachAsync(visits, Parallelism(CancellationToken.None), async (visit, _) =>
        {
            var from = Stopwatch.GetTimestamp();
            await tally.CountAsync(call(visit));
            times.Add(Stopwatch.GetTimestamp() - from);
        });
        return (tally, times, Stopwatch.GetElapsedTime(begun).TotalSeconds, (server.Cpu() - cpu).TotalSeconds);
    }

    private ParallelOptions Parallelism(CancellationToken cancel) => new() { MaxDegreeOfParallelism = settings.Clients, CancellationToken = cancel };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
