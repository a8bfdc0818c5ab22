namespace YbPay.Conventions.Tests;

/// <summary>Source files are short: what outgrows its name is split by meaning.</summary>
public sealed class Sizes
{
    private const int MostLinesOfSource = 250;
    private const int MostLinesOfTests = 400;
    private const int LongestLine = 240;

    private static readonly Exemption[] Exempt = [];

    private static readonly Exemption[] ExemptLines = [];

    [Fact]
    public void No_source_file_is_long() => Conformity.Check(LongFiles(SourceFiles.All), Exempt);

    [Fact]
    public void No_line_of_source_runs_off_the_screen() => Conformity.Check(LongLines(SourceFiles.All), ExemptLines);

    [Fact]
    public void A_long_file_and_a_long_line_are_found()
    {
        var lines = string.Join('\n', Enumerable.Repeat("x", MostLinesOfSource + 1));
        LongFiles([new("src/YbPay.Engine/Long.cs", lines)]).ShouldHaveSingleItem();
        LongFiles([new("test/YbPay.Engine.Tests/Long.cs", lines)]).ShouldBeEmpty();
        LongLines([new("src/YbPay.Engine/Wide.cs", new string('x', LongestLine + 1))]).ShouldHaveSingleItem();
    }

    private static IEnumerable<string> LongFiles(IEnumerable<SourceFile> files) =>
        from file in files
        where file.IsCode
        let count = file.Lines.Count()
        let most = file.IsIn("src") ? MostLinesOfSource : MostLinesOfTests
        where count > most
        select $"{file.Path}: {count} lines of at most {most}";

    /// <summary>Contracts are tables: their width is the document's.</summary>
    private static IEnumerable<string> LongLines(IEnumerable<SourceFile> files) =>
        from file in files
        where file.IsCode && file.IsIn("src") && !file.IsIn("src/YbPay.Contracts")
        from line in file.Lines
        where line.Line.Length > LongestLine
        select $"{file.Path}:{line.Number}: {line.Line.Length} characters";
}
