using System.Text.RegularExpressions;

namespace YbPay.Conventions.Tests;

/// <summary>No failure is swallowed: a catch names what it catches, and one that does nothing says why.</summary>
public sealed partial class Catches
{
    [Fact]
    public void No_catch_swallows() => Conformity.Check(Findings(SourceFiles.All.Where(file => file.IsCode && !file.Path.EndsWith("Conventions.Tests/Catches.cs", StringComparison.Ordinal))));

    [Theory]
    [InlineData("try { X(); } catch { }")]
    [InlineData("try { X(); } catch (IOException) { }")]
    [InlineData("try { X(); }\ncatch (Exception e) when (e is IOException)\n{\n}")]
    [InlineData("try { X(); } catch\n{\n // too bad\n}")]
    [InlineData("try { X(); } catch (Exception)\n{\n // too bad\n}")]
    public void A_swallowing_catch_is_found(string code) => Findings([new("src/YbPay.Center/X.cs", code)]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("try { X(); } catch (IOException)\n{\n // The file is gone: nothing is left to do.\n}")]
    [InlineData("try { X(); } catch { Undo(); throw; }")]
    public void A_catch_with_a_reason_or_an_act_is_left_alone(string code) => Findings([new("src/YbPay.Center/X.cs", code)]).ShouldBeEmpty();

    private static IEnumerable<string> Findings(IEnumerable<SourceFile> files) =>
        from file in files
        from Match match in Idle().Matches(file.Text)
        where match.Groups["body"].Value.Trim().Length == 0 || match.Groups["type"].Value.Trim() is "" or "Exception"
        select $"{file.Path}: {match.Value.ReplaceLineEndings(" ")}";

    /// <summary>A catch whose body holds nothing but white space and comments.</summary>
    [GeneratedRegex(@"\bcatch\s*(\(\s*(?<type>[\w.<>]+)(\s+\w+)?\s*\))?\s*(when\s*\([^{]*\))?\s*\{(?<body>(\s|//[^\n]*)*)\}")]
    private static partial Regex Idle();
}
