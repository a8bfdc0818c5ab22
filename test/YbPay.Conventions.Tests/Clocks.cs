using System.Text.RegularExpressions;

namespace YbPay.Conventions.Tests;

/// <summary>Time, chance and identifiers come in from outside; nobody sleeps.</summary>
public sealed partial class Clocks
{
    private static readonly Exemption[] Exempt =
    [
        new("src/YbPay.Sandbox/Time/SandboxClock.cs", "it is the clock"),
        new("src/YbPay.Sandbox/Faults/FaultMiddleware.cs", "a delay is what was ordered"),
        new("src/YbPay.Center/Pipeline/EvenPace.cs", "rejections are answered evenly late, so that time tells nothing"),
        new("src/YbPay.Cli/Bench/StartBench.cs", "a sandbox at rest is measured after it has rested"),
        new("src/YbPay.Cli/Bench/Huimin/HuiminGenerator.cs", "a platform at rest is measured after it has rested"),
        new("src/YbPay.Cli/Bench/Load/Pace.cs", "work begins at a given rate"),
        new("src/YbPay.Cli/Bench/Load/OrderWalk.cs", "a hospital counter asks after a moment, not at once"),
        new("src/YbPay.Storage/Postgres/PostgresDatabase.cs", "the pause before a transaction that lost a deadlock is tried again"),
    ];

    /// <summary>The CLI is where time and chance come in from: it is the outside.</summary>
    [Fact]
    public void No_source_asks_the_wall_clock_or_chance_or_sleeps() => Conformity.Check(
        Findings(SourceFiles.Code("src").Where(file => !file.IsIn("src/YbPay.Cli"))).Concat(Sleeps(SourceFiles.Code("src/YbPay.Cli"))), Exempt);

    [Fact]
    public void No_test_sleeps() => Conformity.Check(Sleeps(SourceFiles.Code("test")));

    /// <summary>The zone, and how its days and clocks are written, is <c>ChinaTime</c>'s.</summary>
    [Fact]
    public void Chinas_zone_has_one_home() => Conformity.Check(Matches(SourceFiles.Code("src"), Zones()), [new("src/YbPay.Contracts/ChinaTime.cs", "it is the home")]);

    [Fact]
    public void A_second_home_of_the_zone_is_found() =>
        Matches([new("src/YbPay.Center/X.cs", "var zone = TimeSpan.FromHours(8);")], Zones()).ShouldHaveSingleItem();

    [Theory]
    [InlineData("var now = DateTime.Now;")]
    [InlineData("var now = DateTimeOffset.UtcNow;")]
    [InlineData("var id = Guid.NewGuid();")]
    [InlineData("Thread.Sleep(5);")]
    [InlineData("await Task.Delay(5);")]
    [InlineData("var n = Random.Shared.Next();")]
    public void Such_source_is_found(string code) => Findings([new("src/YbPay.Center/X.cs", code)]).ShouldHaveSingleItem();

    [Fact]
    public void A_test_that_sleeps_is_found_and_one_that_waits_for_ever_is_not()
    {
        Sleeps([new("test/X.cs", "await Task." + "Delay(100);")]).ShouldHaveSingleItem();
        Sleeps([new("test/X.cs", "Thread." + "Sleep(100);")]).ShouldHaveSingleItem();
        Sleeps([new("test/X.cs", "await Task.Delay(Timeout.Infinite, cancel);")]).ShouldBeEmpty();
        Findings([new("src/YbPay.Center/X.cs", "// DateTime.Now would be wrong here")]).ShouldBeEmpty();
    }

    private static IEnumerable<string> Findings(IEnumerable<SourceFile> files) => Matches(files, Asking());

    private static IEnumerable<string> Sleeps(IEnumerable<SourceFile> files) => Matches(files.Where(file => !file.Path.EndsWith("Conventions.Tests/Clocks.cs", StringComparison.Ordinal)), Sleeping());

    private static IEnumerable<string> Matches(IEnumerable<SourceFile> files, Regex what) =>
        from file in files
        from line in file.Lines
        where !line.Line.TrimStart().StartsWith("//", StringComparison.Ordinal) && what.IsMatch(line.Line)
        select $"{file.Path}:{line.Number}: {line.Line.Trim()}";

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bGuid\.(NewGuid|CreateVersion7)\b|\bRandom\.Shared\b|\bnew Random\(|\bThread\.Sleep\b|\bTask\.Delay\b|\bTask\.Run\b")]
    private static partial Regex Asking();

    [GeneratedRegex(@"\bTimeSpan\.FromHours\(8\)|\bnew TimeSpan\(8, 0, 0\)")]
    private static partial Regex Zones();

    [GeneratedRegex(@"\bThread\.Sleep\b|\bTask\.Delay\((?!Timeout\.Infinite)")]
    private static partial Regex Sleeping();
}
