using YbPay.Cli.Bench.Bureau;

namespace YbPay.Cli.Tests.Bench;

[Collection(nameof(AloneOnTheMachine))]
public class CoreIsMeasured
{
    [Fact]
    public void Every_shipped_policy_is_calculated_with_both_bills()
    {
        var figures = new CalculationBench(1, TimeSpan.FromMilliseconds(20)).Run().ToList();
        Assert.Equal(
            [("440100", 5), ("440100", 200), ("449900", 5), ("449900", 200), ("519900", 5), ("519900", 200)],
            figures.Select(figure => (figure.Policy, figure.Lines)));
        Assert.All(figures, figure => Assert.InRange(figure.Median, 100, 100_000_000));
        Assert.All(figures, figure => Assert.Equal(figure.Lines == 5 ? 20_000 : 1_500, figure.Target));
    }

    [Fact]
    public async Task Both_bills_are_asked_for_and_settled_by_a_core_in_a_process_of_its_own()
    {
        var folder = Directory.CreateTempSubdirectory("ybpay-core-bench-");
        try
        {
            var bench = new CoreBench(CoreSettings.Quick with { PortBase = 19730 });
            var figures = await bench.RunAsync("SQLite", folder.FullName, null, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

            Assert.Equal([("2206", 5), ("2207", 5), ("2206", 200), ("2207", 200)], figures.Select(figure => (figure.Infno, figure.Lines)));
            Assert.All(figures, figure => Assert.Empty(figure.Reasons));
            Assert.All(figures, figure => Assert.Equal(figure.Lines == 5 ? 16 : 4, figure.Times.Count));
            Assert.All(figures, figure => Assert.InRange(figure.Rate, 0.1, 1_000_000));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
