using System.Globalization;
using YbPay.Cli.Bench.Report;

namespace YbPay.Cli.Bench.Cashier;

/// <summary>Every promise about the cashier's pages, judged by the figures of one run.</summary>
internal static class CashierVerdicts
{
    public static IEnumerable<Verdict> Of(CashierFigures figures) => figures.Runs.SelectMany(run => Rates(run)).Concat(figures.Runs.Select(Weight));

    private static IEnumerable<Verdict> Rates(CashierRun run)
    {
        foreach (var page in (string[])[CashierPage.First, CashierPage.Preview, CashierPage.Confirm, CashierPage.Result])
        {
            var (all, paced) = (run.Of(page, isPaced: false), run.Of(page, isPaced: true));
            yield return new Verdict($"{page}, pages a second, {run.Storage}", $"at least {Text(BenchTargets.OrdersPerSecond)}", Text(all.Rate), all.Rate >= BenchTargets.OrdersPerSecond && all.Failed == 0);
            yield return new Verdict(
                $"{page}, p99 at {Text(paced.PacedRate)}/s, {run.Storage}", $"under {Text(BenchTargets.OrderP99)} ms", $"{Text(paced.Times.P99)} ms", paced.Times.P99 < BenchTargets.OrderP99 && paced.Failed == 0);
        }
    }

    private static Verdict Weight(CashierRun run) => new(
        $"first view over the wire, {run.Storage}", $"under {Text(BenchTargets.FirstViewBytes)} bytes", $"{Text(run.Seen.Weight.Total)} bytes", run.Seen.Weight.Total < BenchTargets.FirstViewBytes);

    private static string Text(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
