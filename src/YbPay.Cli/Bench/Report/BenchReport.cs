using System.Globalization;
using System.Text;
using YbPay.Cli.Bench.Crypto;
using YbPay.Cli.Bench.Load;

namespace YbPay.Cli.Bench.Report;

/// <summary>The figures as docs/benchmarks.md: what was measured, how, the target beside each figure, met or not.</summary>
internal static class BenchReport
{
    public static string Write(BenchFigures figures)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Benchmarks

            Written by `./ybpay bench` in one run of {figures.Took.TotalMinutes:0.0} minutes on the machine described below; nothing in it is edited by hand.

            """);
        Targets(page, Verdicts.Of(figures));
        Place(page, figures.Machine);
        Cryptography(page, figures.Crypto);
        OrderTables.Write(page, figures);
        return page.ToString();
    }

    public static void Targets(StringBuilder page, IEnumerable<Verdict> verdicts)
    {
        page.Append("\n## Targets\n\n| what | target | measured | |\n|---|---|---|---|\n");
        foreach (var verdict in verdicts) page.Append(CultureInfo.InvariantCulture, $"| {verdict.What} | {verdict.Target} | {verdict.Measured} | {(verdict.IsMet ? "met" : "**not met**")} |\n");
    }

    public static void Place(StringBuilder page, Machine machine)
    {
        page.Append("\n## Machine\n\n| | |\n|---|---|\n");
        foreach (var (what, value) in machine.Facts) page.Append(CultureInfo.InvariantCulture, $"| {what} | {value} |\n");
    }

    private static void Cryptography(StringBuilder page, IReadOnlyList<CryptoFigure> figures)
    {
        page.Append("""

            ## Cryptography and envelope, per core

            Operations a second on one core: median of the rounds, and the slowest and fastest round. *seal* makes a request's envelope (canonical
            text, SM2 signature over SM3, SM4, JSON), *open* checks and decrypts it. The ratio compares each with exactly its own SM2, SM3 and SM4
            work on the same bytes, measured in turns with it.

            | backend | operation | bytes | per second | least to most | of its cryptography |
            |---|---|---:|---:|---:|---:|

            """);
        foreach (var figure in figures)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {figure.Backend} | {figure.Operation} | {figure.Bytes} | {figure.Median:0} | {figure.Least:0} to {figure.Most:0} |");
            page.Append(CultureInfo.InvariantCulture, $" {(figure.Ratio is { } ratio ? ratio.ToString("0.000", CultureInfo.InvariantCulture) : "")} |\n");
        }
    }
}
