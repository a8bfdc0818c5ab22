using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace YbPay.Cli.Testing;

/// <summary>One failed test, as its project's report tells it.</summary>
internal sealed record TestFailure(string Test, string Message, string? Trace);

/// <summary>What one test project came to. A project that crashed or held no test has a failure that says so.</summary>
internal sealed record TestReport
{
    public required string Project { get; init; }

    public required int Passed { get; init; }

    public required int Skipped { get; init; }

    public required IReadOnlyList<TestFailure> Failures { get; init; }

    /// <summary>Why tests were skipped, each reason once.</summary>
    public IReadOnlyList<string> SkipReasons { get; init; } = [];

    public required TimeSpan Time { get; init; }

    /// <summary>True when the project itself failed, not only a test in it: what it printed is then worth a look.</summary>
    public bool IsBroken => Failures.Any(failure => failure.Test == Project);

    /// <summary>The report of a project that gave none.</summary>
    public static TestReport Broken(string project, string why, TimeSpan time) => new()
    {
        Project = project,
        Passed = 0,
        Skipped = 0,
        Failures = [new(project, why, null)],
        Time = time,
    };

    /// <summary>Reads xunit's XML. Its exit code and its totals are believed only where they agree with the tests it lists.</summary>
    public static TestReport Read(string project, string file, int exitCode, TimeSpan time)
    {
        if (!File.Exists(file)) return Broken(project, $"the program ended with code {exitCode} and wrote no report", time);
        XDocument document;
        try
        {
            document = XDocument.Load(file);
        }
        catch (XmlException broken)
        {
            return Broken(project, $"the program ended with code {exitCode} and its report is cut off: {broken.Message}", time);
        }

        var tests = document.Descendants("test").ToList();
        List<TestFailure> failures = [.. tests.Where(test => Result(test) == "Fail").Select(Failure)];
        failures.AddRange(document.Descendants("error").Select(error => Failure(error, error.Attribute("name")?.Value ?? error.Attribute("type")?.Value ?? "clean-up")));
        var passed = tests.Count(test => Result(test) == "Pass");
        var skipped = tests.Count(test => Result(test) == "Skip");
        var promised = document.Descendants("assembly").Sum(assembly => int.Parse(assembly.Attribute("total")?.Value ?? "0", CultureInfo.InvariantCulture));
        if (passed + skipped + failures.Count == 0) failures.Add(new(project, "the project holds no test", null));
        else if (promised > tests.Count) failures.Add(new(project, $"{promised} tests were promised and {tests.Count} reported", null));
        if (exitCode != 0 && failures.Count == 0) failures.Add(new(project, $"no test failed, yet the program ended with code {exitCode}", null));
        return new()
        {
            Project = project,
            Passed = passed,
            Skipped = skipped,
            Failures = failures,
            SkipReasons = [.. document.Descendants("reason").Select(reason => reason.Value.Trim()).Distinct()],
            Time = time,
        };
    }

    private static string Result(XElement test) => test.Attribute("result")?.Value ?? "";

    private static TestFailure Failure(XElement test) => Failure(test, test.Attribute("name")?.Value ?? "?");

    private static TestFailure Failure(XElement holder, string name)
    {
        var failure = holder.Element("failure");
        return new(name, failure?.Element("message")?.Value.Trim() ?? "failed without a message", failure?.Element("stack-trace")?.Value.TrimEnd());
    }
}
