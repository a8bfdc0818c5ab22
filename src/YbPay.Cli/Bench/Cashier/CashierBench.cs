using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using YbPay.Cli.Bench.Processes;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Bench.Cashier;

/// <summary>
/// The cashier's pages under load, on SQLite and on PostgreSQL: the centre in a process of its own, core and bank in another, the
/// load generator in a third.
/// </summary>
internal sealed class CashierBench(CashierSettings settings, TextWriter progress)
{
    public async Task<CashierFigures> RunAsync(CancellationToken cancel)
    {
        var begun = Stopwatch.GetTimestamp();
        var (machine, runs) = await BothStorages.RunAsync(settings.Storage, progress, (storage, folder, postgres) => OnAsync(storage, folder, postgres, cancel), Tell, cancel);
        return new CashierFigures(settings, machine, runs, Stopwatch.GetElapsedTime(begun));
    }

    private async Task<CashierRun> OnAsync(string storage, string folder, string? postgres, CancellationToken cancel)
    {
        var data = Path.Combine(folder, storage);
        Directory.CreateDirectory(data);
        _ = new SandboxPlan(data, SandboxAddresses.FromPortBase(settings.PortBase), postgres); // makes the keys, which three processes share
        string[] shared = ["--data", data, "--port-base", Text(settings.PortBase)];
        string[] kept = [.. shared, "--persons", Text(settings.Persons), .. postgres is null ? (string[])[] : ["--storage", postgres]];

        await using var beside = await BenchServer.StartAsync([.. kept, "--role", SandboxRoles.Bureau, "--role", SandboxRoles.Bank], cancel);
        await using var centre = await BenchServer.StartAsync([.. kept, "--role", SandboxRoles.Center], cancel);
        await using var generator = OwnProgram.Start(["bench", "cashier", "client", .. shared, "--centre", Text(centre.Pid), "--settings", JsonSerializer.Serialize(settings)]);
        var seen = JsonSerializer.Deserialize<CashierSeen>(await generator.OutputAsync(cancel))!;
        return new CashierRun(storage, seen, centre.Memory());
    }

    private void Tell(CashierRun run)
    {
        Tell($"{run.Storage}: first view {run.Seen.Weight.Total} bytes over the wire, the centre's memory {run.Centre.Peak / 1e6:0} MB at most");
        foreach (var figure in run.Seen.Pages)
        {
            var times = $"{figure.Times.P50:0}/{figure.Times.P95:0}/{figure.Times.P99:0}";
            Tell($"  {figure.Page}, {(figure.IsPaced ? "paced" : "all clients")}: {figure.Rate:0}/s, failed {figure.Failed}, p50/p95/p99 ms {times}{string.Concat(figure.Reasons.Select(reason => "; " + reason))}");
        }
    }

    private void Tell(FormattableString line) => progress.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
