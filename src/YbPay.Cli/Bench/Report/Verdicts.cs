using System.Globalization;
using YbPay.Cli.Bench.Load;

namespace YbPay.Cli.Bench.Report;

/// <summary>One promise beside what was measured.</summary>
internal sealed record Verdict(string What, string Target, string Measured, bool IsMet);

/// <summary>Every promise about speed and memory, judged by the figures of one run.</summary>
internal static class Verdicts
{
    public static IEnumerable<Verdict> Of(BenchFigures figures) =>
        [.. Envelope(figures), .. figures.Loads.Where(run => run.History == 0).SelectMany(Orders), .. Growth(figures.Loads), .. Start(figures.Start)];

    private static IEnumerable<Verdict> Envelope(BenchFigures figures) => figures.Crypto.Where(figure => figure.Ratio is not null).Select(figure => new Verdict(
        $"{figure.Operation}, {figure.Bytes} bytes, {figure.Backend}: time over its cryptography alone", $"at most {Text(BenchTargets.EnvelopeOverCryptography)}", Text(figure.Ratio!.Value, "0.000"),
        figure.Ratio <= BenchTargets.EnvelopeOverCryptography));

    private static IEnumerable<Verdict> Orders(LoadRun run)
    {
        var orders = run.Orders;
        yield return new Verdict($"complete orders a second, {run.Storage}", $"at least {Text(BenchTargets.OrdersPerSecond)}", Text(orders.Rate, "0"), orders.Rate >= BenchTargets.OrdersPerSecond && orders.Failed == 0);
        yield return Whole(run, run.Share, $"two thirds of that, {Text(PaceOf(run.Share), "0")}/s");
        yield return Whole(run, run.Paced, $"{Text(PaceOf(run.Paced), "0")}/s");
        var slowest = Calls(orders).MaxBy(step => step.Value.P99);
        yield return new Verdict(
            $"p99 of a call with all {orders.Clients} clients at it, {run.Storage}", $"under {Text(BenchTargets.OrderP99)} ms", $"{Text(slowest.Value.P99, "0")} ms ({slowest.Key})", slowest.Value.P99 < BenchTargets.OrderP99);
    }

    private static Verdict Whole(LoadRun run, LoadResult paced, string pace) => new(
        $"p99 of a complete order at {pace}, {run.Storage}", $"under {Text(BenchTargets.OrderP99)} ms", $"{Text(paced.Steps["order"].P99, "0")} ms",
        paced.Steps["order"].P99 < BenchTargets.OrderP99 && paced.Failed == 0);

    /// <summary>Orders a second as they were done: less than they were begun where the storage does not carry it.</summary>
    public static double PaceOf(LoadResult paced) => paced.Steps["order"].Count / paced.Seconds;

    private static IEnumerable<KeyValuePair<string, Percentiles>> Calls(LoadResult result) => result.Steps.Where(step => step.Key != "order");

    private static IEnumerable<Verdict> Growth(IReadOnlyList<LoadRun> runs) =>
        from run in runs
        where run.History > 0
        let ratio = GrowthOf(run, runs)
        select new Verdict($"cost of an order with {run.History} stored over the cost with none, {run.Storage}", $"under {Text(BenchTargets.HistoryRatio)}", Text(ratio, "0.00"), ratio < BenchTargets.HistoryRatio);

    /// <summary>Time for an order against the run without stored ones on the same storage.</summary>
    public static double GrowthOf(LoadRun run, IReadOnlyList<LoadRun> runs) => runs.First(first => first.Storage == run.Storage).Orders.Rate / run.Orders.Rate;

    private static IEnumerable<Verdict> Start(StartFigure start)
    {
        yield return new Verdict("`ybpay up`, built, to the first sealed answer", $"under {Text(BenchTargets.StartSeconds)} s", $"{Text(start.Median)} s", start.Median < BenchTargets.StartSeconds);
        yield return new Verdict("resident memory of the whole sandbox, idle", $"under {Text(BenchTargets.IdleMegabytes)} MB", $"{Text(start.Idle.Resident / 1e6, "0")} MB", start.Idle.Resident / 1e6 < BenchTargets.IdleMegabytes);
    }

    private static string Text(double value, string format = "0.##") => value.ToString(format, CultureInfo.InvariantCulture);
}
