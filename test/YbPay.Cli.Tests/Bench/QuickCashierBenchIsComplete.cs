using YbPay.Cli.Bench;
using YbPay.Cli.Bench.Cashier;

namespace YbPay.Cli.Tests.Bench;

[Collection(nameof(AloneOnTheMachine))]
public class QuickCashierBenchIsComplete
{
    [Fact]
    public async Task Quick_cashier_bench_measures_every_page_and_none_fails()
    {
        var settings = new CashierSettings { PortBase = 19710, Storage = Environment.GetEnvironmentVariable("YBPAY_TEST_POSTGRES") }.Quick();
        var figures = await new CashierBench(settings, new StringWriter()).RunAsync(TestContext.Current.CancellationToken);

        foreach (var run in figures.Runs)
        {
            string[] pages = [CashierPage.First, CashierPage.Preview, CashierPage.Confirm, CashierPage.Result];
            Assert.Equal(pages.SelectMany(page => (string[])[page, page]), run.Seen.Pages.Select(figure => figure.Page));
            Assert.All(run.Seen.Pages, figure => Assert.True(figure.Failed == 0, string.Join("\n", figure.Reasons)));
            Assert.All(run.Seen.Pages, figure => Assert.Equal(figure.Done, figure.Times.Count));
            Assert.All(run.Seen.Pages, figure => Assert.InRange(figure.Rate, 1, 100_000));
            Assert.All(run.Seen.Pages, figure => Assert.True(figure.Times.P50 <= figure.Times.P95 && figure.Times.P95 <= figure.Times.P99 && figure.Times.P99 <= figure.Times.Max));
            Assert.Equal(settings.Addresses, run.Of(CashierPage.First, isPaced: false).Done);
            Assert.Equal(settings.PacedAddresses, run.Of(CashierPage.Confirm, isPaced: true).Done);
            Assert.All((long[])[run.Seen.Weight.Redirect, run.Seen.Weight.Page, run.Seen.Weight.Style, run.Seen.Weight.Script], bytes => Assert.True(bytes > 100));
            Assert.InRange(run.Seen.Weight.Total, 10_000, BenchTargets.FirstViewBytes);
            Assert.InRange(run.Centre.Peak, 20_000_000, 4_000_000_000);
        }

        var report = CashierReport.Write(figures);
        Assert.All((string[])["## Targets", "## Machine", "## SQLite", "## Bytes of the first view", "| first view | all clients |", "| result | paced at 20/s |"], part => Assert.Contains(part, report));
    }
}
