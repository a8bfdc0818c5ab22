using YbPay.Cli.Bench;

namespace YbPay.Cli.Tests.Bench;

public class BureauBenchTests
{
    [Fact]
    public void Every_shipped_policy_is_measured_with_both_bills()
    {
        var figures = new BureauBench(1, TimeSpan.FromMilliseconds(20)).Run().ToList();
        Assert.Equal(
            [("440100", 5), ("440100", 200), ("449900", 5), ("449900", 200), ("519900", 5), ("519900", 200)],
            figures.Select(figure => (figure.Policy, figure.Lines)));
        Assert.All(figures, figure => Assert.InRange(figure.Median, 100, 100_000_000));
        Assert.All(figures, figure => Assert.Equal(figure.Lines == 5 ? 20_000 : 1_500, figure.Target));
    }
}
