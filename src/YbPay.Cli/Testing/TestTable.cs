using System.Globalization;

namespace YbPay.Cli.Testing;

/// <summary>Writes what a test session came to: failures in full, a table by project, and the line that machines read.</summary>
internal static class TestTable
{
    public static void WriteFailures(TextWriter to, TestReport report)
    {
        foreach (var failure in report.Failures)
        {
            to.WriteLine();
            to.WriteLine($"FAILED  {report.Project}: {failure.Test}");
            to.WriteLine(Indent(failure.Message));
            if (failure.Trace is not null) to.WriteLine(Indent(failure.Trace));
        }
    }

    public static void Write(TextWriter to, IReadOnlyList<TestReport> reports)
    {
        var width = Math.Max("project".Length, reports.Max(report => report.Project.Length));
        to.WriteLine();
        to.WriteLine($"{"project".PadRight(width)}  {"passed",6}  {"failed",6}  {"skipped",7}  {"time",8}");
        foreach (var report in reports)
        {
            var time = report.Time.TotalSeconds.ToString("0.0 s", CultureInfo.InvariantCulture);
            to.WriteLine($"{report.Project.PadRight(width)}  {report.Passed,6}  {report.Failures.Count,6}  {report.Skipped,7}  {time,8}");
        }

        foreach (var reason in reports.SelectMany(report => report.SkipReasons).Distinct()) to.WriteLine($"skipped: {reason}");
        to.WriteLine();
    }

    /// <summary><c>N passed, N failed</c>, and <c>, N skipped</c> when any was.</summary>
    public static string Totals(IReadOnlyList<TestReport> reports)
    {
        var skipped = reports.Sum(report => report.Skipped);
        var line = $"{reports.Sum(report => report.Passed)} passed, {reports.Sum(report => report.Failures.Count)} failed";
        return skipped == 0 ? line : $"{line}, {skipped} skipped";
    }

    private static string Indent(string text) => "    " + text.ReplaceLineEndings("\n    ");
}
