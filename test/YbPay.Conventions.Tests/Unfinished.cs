using System.Text.RegularExpressions;

namespace YbPay.Conventions.Tests;

/// <summary>What stands in src is done; what is left is an issue.</summary>
public sealed partial class Unfinished
{
    [Fact]
    public void Nothing_in_src_is_a_stub_or_a_note_to_self() => Conformity.Check(Findings(SourceFiles.All.Where(file => file.IsIn("src"))));

    [Theory]
    [InlineData("public int X() => throw new NotImplementedException();")]
    [InlineData("// TODO: think")]
    [InlineData("/* FIXME */")]
    public void A_stub_is_found(string code) => Findings([new("src/YbPay.Center/X.cs", code)]).ShouldHaveSingleItem();

    private static IEnumerable<string> Findings(IEnumerable<SourceFile> files) =>
        from file in files
        from line in file.Lines
        where Mark().IsMatch(line.Line)
        select $"{file.Path}:{line.Number}: {line.Line.Trim()}";

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|\bXXX\b|NotImplementedException")]
    private static partial Regex Mark();
}
