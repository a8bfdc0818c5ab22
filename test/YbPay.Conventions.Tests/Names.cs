using System.Text.RegularExpressions;

namespace YbPay.Conventions.Tests;

/// <summary>No name that takes anything: a file or folder is called after the one thing it holds.</summary>
public sealed partial class Names
{
    private static readonly Exemption[] Exempt =
    [
        new("src/YbPay.Center/Core", "the glossary's core (核心系统), the system that the centre talks to"),
    ];

    [Fact]
    public void No_project_folder_or_file_has_a_catch_all_name() => Conformity.Check(Findings(SourceFiles.All.Select(file => file.Path)), Exempt);

    [Theory]
    [InlineData("src/YbPay.Common/Clock.cs")]
    [InlineData("src/YbPay.Core/Clock.cs")]
    [InlineData("src/YbPay.Center/Utils/Text.cs")]
    [InlineData("src/YbPay.Center/Orders/OrderManager.cs")]
    [InlineData("src/YbPay.Center/Orders/StringHelpers.cs")]
    [InlineData("src/YbPay.Center/Misc.cs")]
    public void A_catch_all_name_is_found(string path) => Findings([path]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("src/YbPay.Center/Outside/ICore.cs")]
    [InlineData("src/YbPay.Storage/DatabaseOptions.cs")]
    [InlineData("src/YbPay.Engine/Orders/CoreAnswer.cs")]
    public void A_name_that_says_what_it_holds_is_left_alone(string path) => Findings([path]).ShouldBeEmpty();

    private static IEnumerable<string> Findings(IEnumerable<string> paths) => paths
        .Where(path => path.Split('/').Any(part => CatchAll().IsMatch(Path.GetFileNameWithoutExtension(part.Replace("YbPay.", "", StringComparison.Ordinal)))
                                                  || CatchAll().IsMatch(part.Replace("YbPay.", "", StringComparison.Ordinal))));

    [GeneratedRegex("^(common|core|misc|shared|stuff|base|general|other)$|(util|utils|utility|utilities|helper|helpers|manager|managers)$", RegexOptions.IgnoreCase)]
    private static partial Regex CatchAll();
}
