using YbPay.Cli.Bench;
using YbPay.Cli.Bench.Report;

namespace YbPay.Cli.Tests.Bench;

[Collection(nameof(AloneOnTheMachine))]
public class QuickBenchIsComplete
{
    [Fact]
    public async Task Quick_bench_measures_every_figure_and_no_order_fails()
    {
        var settings = new BenchSettings { PortBase = 19700, Storage = Environment.GetEnvironmentVariable("YBPAY_TEST_POSTGRES") }.Quick();
        var told = new StringWriter();
        var figures = await new BenchRun(settings, told).RunAsync(TestContext.Current.CancellationToken);

        Assert.All(figures.Crypto, figure => Assert.InRange(figure.Median, 10, 1_000_000));
        // Three rounds of 40 ms beside whatever else the machine does: the figure is there and of the right kind, more they cannot tell.
        Assert.All(figures.Crypto.Where(figure => figure.Ratio is not null), figure => Assert.InRange(figure.Ratio!.Value, 0.05, 50));
        Assert.Equal(settings.Histories, figures.Loads.Where(run => run.Storage == "SQLite").Select(run => run.History));
        foreach (var run in figures.Loads)
        {
            Assert.All(run.Phases, phase => Assert.True(phase.Failed == 0, string.Join("\n", phase.Reasons)));
            Assert.InRange(run.Orders.Rate, 0.5, 10_000);
            Assert.InRange(run.Query.Rate, run.Orders.Rate, 100_000);
            Assert.Equal(run.Orders.Done, run.Orders.Steps["order"].Count);
            Assert.All(run.Orders.Steps.Values, step => Assert.True(step.P50 <= step.P95 && step.P95 <= step.P99 && step.P99 <= step.Max));
            Assert.InRange(run.Memory.Peak, 20_000_000, 4_000_000_000);
        }

        Assert.InRange(figures.Start.Median, 0.05, 60);
        var page = BenchReport.Write(figures);
        Assert.All((string[])["## Targets", "## Machine", "## Cryptography", "## Orders", "### Latency", "## Start", "| SQLite | 0 |", "whole order"], part => Assert.Contains(part, page));
        Assert.Equal(figures.Machine.Facts.Count, figures.Machine.Facts.Count(fact => fact.Value.Length > 0));
    }
}
