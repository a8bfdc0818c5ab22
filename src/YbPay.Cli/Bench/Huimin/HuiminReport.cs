using System.Globalization;
using System.Text;
using YbPay.Cli.Bench.Report;

namespace YbPay.Cli.Bench.Huimin;

/// <summary>The figures as docs/benchmarks-huimin.md.</summary>
internal static class HuiminReport
{
    public static string Write(HuiminFigures figures)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Benchmarks of the huimin platform

            Written by `./ybpay bench huimin` in one run of {figures.Took.TotalMinutes:0.0} minutes on the machine described below; nothing in it is edited by hand.


            """);
        BenchReport.Targets(page, Verdicts(figures));
        BenchReport.Place(page, figures.Machine);
        How(page, figures);
        foreach (var run in figures.Runs) Questions(page, run);
        foreach (var run in figures.Runs) Uploads(page, run);
        return page.ToString();
    }

    public static IEnumerable<Verdict> Verdicts(HuiminFigures figures) => figures.Runs.Select(run => new Verdict(
        $"memory above idle, {figures.Settings.Uploaders} uploads at once, {run.Storage}", $"under {Megabytes(BenchTargets.UploadBytes)} MB", $"{Megabytes(run.AboveIdle)} MB",
        run.AboveIdle < BenchTargets.UploadBytes && run.Seen.Uploads.All(round => round.Failed == 0)));

    private static void How(StringBuilder page, HuiminFigures figures)
    {
        var settings = figures.Settings;
        page.Append(CultureInfo.InvariantCulture, $"""

            ## What is measured

            Three processes on this machine: the platform alone; credit bank, insurer and hospitals; the load generator, which is a hospital's system and checks every answer.

            * *Questions*: sealed and signed (SM4, SM3), over HTTP: HOS00012 for a payment that was made, HOS00001 for a patient who is enrolled. The platform keeps the number of every message before it
              answers. *All clients*: {settings.Clients} counters, each asking again when it was answered, for {settings.Seconds:0} s. *Paced*: begun at a fixed rate for as long, waiting in line counted.
              Before that {settings.WarmUp} questions go unmeasured.
            * *Uploads*: HOS00028 with a PNG of {settings.ImageBytes / 1e6:0.0} MB that cannot be compressed, {figures.Runs[0].Seen.MessageBytes / 1e6:0.0} MB as Base64 in SM4 in hex over the wire: received, decrypted, its signature and its
              content checked, sealed again and on disk (fsync) before the answer. {settings.Uploaders} at the same time, {settings.ImagesEach} each a round; the messages were sealed before.
            * *Memory*: the platform's working set. Idle is read after it has taken {settings.SmallImages} images of 100 kB, as many at once, and rested for {settings.Idle.TotalSeconds:0} s; a round's peak is the kernel's highest mark
              (VmHWM), begun anew with each round.


            """);
    }

    private static void Questions(StringBuilder page, HuiminRun run)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## Questions, {run.Storage}\n\n| interface | load | a second | failed | p50 ms | p95 ms | p99 ms | max ms | CPU ms each |\n|---|---|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var figure in run.Seen.Questions)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {figure.TransCode} | {(figure.IsPaced ? $"paced at {figure.PacedRate:0}/s" : "all clients")} | {figure.Rate:0} | {figure.Failed} |");
            page.Append(CultureInfo.InvariantCulture, $" {figure.Times.P50:0.0} | {figure.Times.P95:0.0} | {figure.Times.P99:0.0} | {figure.Times.Max:0.0} | {1000 * figure.PlatformCpu / Math.Max(1, figure.Done):0.00} |\n");
        }
    }

    private static void Uploads(StringBuilder page, HuiminRun run)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## Uploads, {run.Storage}\n\nMedian {run.MedianUploads:0.0} a second. Idle: {Megabytes(run.Seen.Idle)} MB.\n\n");
        page.Append("| round | a second | failed | p50 ms | p99 ms | CPU ms each | peak above idle, MB |\n|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var (number, round) in run.Seen.Uploads.Index())
        {
            page.Append(CultureInfo.InvariantCulture, $"| {number + 1} | {round.Rate:0.0} | {round.Failed} | {round.Times.P50:0} | {round.Times.P99:0} |");
            page.Append(CultureInfo.InvariantCulture, $" {1000 * round.PlatformCpu / Math.Max(1, round.Done):0} | {Megabytes(round.Peak - run.Seen.Idle)} |\n");
        }
    }

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture);
}
