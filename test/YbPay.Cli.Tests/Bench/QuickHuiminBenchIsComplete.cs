using YbPay.Cli.Bench.Huimin;

namespace YbPay.Cli.Tests.Bench;

[Collection(nameof(AloneOnTheMachine))]
public class QuickHuiminBenchIsComplete
{
    [Fact]
    public async Task Quick_huimin_bench_measures_questions_uploads_and_memory_and_none_fails()
    {
        var settings = new HuiminSettings { PortBase = 19740, Storage = Environment.GetEnvironmentVariable("YBPAY_TEST_POSTGRES") }.Quick();
        var figures = await new HuiminBench(settings, new StringWriter()).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal("SQLite", figures.Runs[0].Storage);
        foreach (var run in figures.Runs)
        {
            Assert.Equal([("HOS00012", false), ("HOS00012", true), ("HOS00001", false), ("HOS00001", true)], run.Seen.Questions.Select(figure => (figure.TransCode, figure.IsPaced)));
            Assert.All(run.Seen.Questions, figure => Assert.True(figure.Failed == 0, string.Join("\n", figure.Reasons)));
            Assert.All(run.Seen.Questions, figure => Assert.Equal(figure.Done, figure.Times.Count));
            Assert.All(run.Seen.Questions, figure => Assert.InRange(figure.Rate, 1, 100_000));
            Assert.Equal(settings.Rounds, run.Seen.Uploads.Count);
            Assert.All(run.Seen.Uploads, round => Assert.True(round.Failed == 0, string.Join("\n", round.Reasons)));
            Assert.All(run.Seen.Uploads, round => Assert.Equal(settings.Uploaders * settings.ImagesEach, round.Done));
            Assert.InRange(run.Seen.MessageBytes, 2 * 4 * settings.ImageBytes / 3, 9 * settings.ImageBytes / 3);
            Assert.InRange(run.Seen.Idle, 20_000_000, 1_000_000_000);
            // Eight messages of 8 MB held whole would be seen, however loaded the machine is.
            Assert.InRange(run.AboveIdle, 1, 8 * run.Seen.MessageBytes);
            Assert.False(run.HasFailed);
        }

        var report = HuiminReport.Write(figures);
        Assert.All((string[])["## Targets", "## Machine", "## Questions, SQLite", "## Uploads, SQLite", "| HOS00012 | all clients |", "| HOS00001 | paced at 20/s |"], part => Assert.Contains(part, report));
    }
}
