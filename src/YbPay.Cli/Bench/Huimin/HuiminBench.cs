using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using YbPay.Cli.Bench.Processes;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Bench.Huimin;

/// <summary>
/// The huimin platform under load, on SQLite and on PostgreSQL: the platform in a process of its own, so that its memory is its own; credit bank, insurer, hospitals and
/// control in another, the load generator in a third.
/// </summary>
internal sealed class HuiminBench(HuiminSettings settings, TextWriter progress)
{
    private static readonly string[] Beside = [SandboxRoles.Bank, SandboxRoles.Hospital, SandboxRoles.CreditBank, SandboxRoles.Insurer, SandboxRoles.Control];

    public async Task<HuiminFigures> RunAsync(CancellationToken cancel)
    {
        var begun = Stopwatch.GetTimestamp();
        var (machine, runs) = await BothStorages.RunAsync(settings.Storage, progress, (storage, folder, postgres) => OnAsync(storage, folder, postgres, cancel), Tell, cancel);
        return new HuiminFigures(settings, machine, runs, Stopwatch.GetElapsedTime(begun));
    }

    private async Task<HuiminRun> OnAsync(string storage, string folder, string? postgres, CancellationToken cancel)
    {
        var data = Path.Combine(folder, storage);
        Directory.CreateDirectory(data);
        _ = new SandboxPlan(data, SandboxAddresses.FromPortBase(settings.PortBase), postgres); // makes the keys, which three processes share
        string[] shared = ["--data", data, "--port-base", Text(settings.PortBase)];
        string[] kept = [.. shared, "--persons", "0", .. postgres is null ? (string[])[] : ["--storage", postgres]];

        await using var beside = await BenchServer.StartAsync([.. kept, .. Beside.SelectMany(role => (string[])["--role", role])], cancel);
        await using var platform = await BenchServer.StartAsync([.. kept, "--role", SandboxRoles.Huimin], cancel);
        await using var generator = OwnProgram.Start(["bench", "huimin", "client", .. shared, "--platform", Text(platform.Pid), "--settings", JsonSerializer.Serialize(settings)]);
        return new HuiminRun(storage, JsonSerializer.Deserialize<HuiminSeen>(await generator.OutputAsync(cancel))!);
    }

    private void Tell(HuiminRun run)
    {
        foreach (var figure in run.Seen.Questions)
        {
            var times = $"{figure.Times.P50:0}/{figure.Times.P95:0}/{figure.Times.P99:0}";
            Tell($"{run.Storage}: {figure.TransCode}, {(figure.IsPaced ? "paced" : "all clients")}: {figure.Rate:0}/s, failed {figure.Failed}, p50/p95/p99 ms {times}{string.Concat(figure.Reasons.Select(reason => "; " + reason))}");
        }

        foreach (var round in run.Seen.Uploads)
            Tell($"{run.Storage}: uploads {round.Rate:0.0}/s, failed {round.Failed}, peak {(round.Peak - run.Seen.Idle) / 1e6:0.0} MB above idle ({run.Seen.Idle / 1e6:0} MB){string.Concat(round.Reasons.Select(reason => "; " + reason))}");
    }

    private void Tell(FormattableString line) => progress.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
