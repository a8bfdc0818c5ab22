using System.Globalization;
using YbPay.Cli.Bench.Crypto;
using YbPay.Cli.Bench.Load;
using YbPay.Cli.Bench.Processes;

namespace YbPay.Cli.Bench;

/// <summary>All figures of one run.</summary>
internal sealed record BenchFigures(BenchSettings Settings, Machine Machine, IReadOnlyList<CryptoFigure> Crypto, IReadOnlyList<LoadRun> Loads, StartFigure Start, TimeSpan Took);

/// <summary>Measures one thing after the other, each alone on the machine, and tells how it goes.</summary>
internal sealed class BenchRun(BenchSettings settings, TextWriter progress)
{
    public async Task<BenchFigures> RunAsync(CancellationToken cancel)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var folder = Directory.CreateTempSubdirectory("ybpay-bench-").FullName;
        try
        {
            await using var postgres = await BenchPostgres.StartAsync(settings.Storage, cancel);
            var machine = await Machine.DescribeAsync(folder, postgres?.Version, cancel);
            foreach (var (what, value) in machine.Facts) Tell($"{what}: {value}");

            var start = await new StartBench(settings, folder).RunAsync(cancel);
            Tell($"start to first answer {start.Median:0.00} s, idle {start.Idle.Resident / 1e6:0} MB");
            var crypto = new CryptoBench(settings.CryptoRounds, settings.CryptoRound).Run(figure => Tell(
                $"{figure.Backend} {figure.Operation} {figure.Bytes} bytes: {figure.Median:0}/s{(figure.Ratio is { } ratio ? $", {ratio:0.00} of its cryptography" : "")}"));
            var loads = new List<LoadRun>();
            foreach (var history in settings.Histories) loads.Add(Told(await new LoadBench(settings, folder).RunAsync("SQLite", history, null, cancel)));
            if (postgres is not null)
            {
                foreach (var history in settings.Histories)
                {
                    await using var database = await postgres.CreateAsync(cancel);
                    loads.Add(Told(await new LoadBench(settings, folder).RunAsync("PostgreSQL", history, database.Connection, cancel)));
                }
            }

            return new BenchFigures(settings, machine, crypto, loads, start, watch.Elapsed);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private LoadRun Told(LoadRun run)
    {
        Tell($"{run.Storage}, {run.History} orders before (filled in {run.Fill.TotalSeconds:0} s), peak {run.Memory.Peak / 1e6:0} MB");
        foreach (var phase in run.Phases) Tell($"  {Line(phase)}");
        return run;
    }

    private static string Line(LoadResult phase)
    {
        var steps = phase.Steps.Where(step => step.Value.Count > 0).Select(step => $"{step.Key} {step.Value.P50:0}/{step.Value.P95:0}/{step.Value.P99:0}");
        var done = Math.Max(1, phase.Done);
        return $"{phase.Phase}: {phase.Rate:0}/s, failed {phase.Failed}, p50/p95/p99 ms {string.Join(", ", steps)}; "
            + $"CPU ms each: server {phase.ServerCpu * 1000 / done:0.0}, generator {phase.ClientCpu * 1000 / done:0.0}{string.Concat(phase.Reasons.Select(reason => "; " + reason))}";
    }

    private void Tell(FormattableString line) => progress.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
