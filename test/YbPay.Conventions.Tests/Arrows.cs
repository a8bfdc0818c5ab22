using System.Xml.Linq;

namespace YbPay.Conventions.Tests;

/// <summary>design.md: who may depend on whom. Roles meet over HTTP only.</summary>
public sealed class Arrows
{
    private static readonly string[] Libraries = ["Contracts", "Cryptography", "Protocol", "Engine", "Storage", "Hosting"];

    /// <summary>What each project may reference; a project that is not named here is not allowed to exist.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Contracts"] = ["Contracts.Generators"],
        ["Contracts.Generators"] = [],
        ["Cryptography"] = [],
        ["Protocol"] = ["Contracts", "Cryptography"],
        ["Engine"] = ["Contracts"],
        ["Storage"] = ["Contracts", "Cryptography", "Engine"],
        ["Hosting"] = [], // what every role does at its own door
        ["Bureau"] = Libraries,
        ["Center"] = Libraries,
        ["Huimin"] = Libraries,
        ["Gateway"] = Libraries,
        ["Console"] = [.. Libraries, "Client"],
        ["Client"] = ["Contracts", "Cryptography", "Protocol"],
        ["Terminal"] = ["Contracts", "Cryptography", "Protocol"],
        ["Sandbox"] = [.. Libraries, "Bureau"], // the bureau's seed: the persons that the sandbox tells of
        ["Cli"] = [.. Libraries, "Bureau", "Center", "Huimin", "Gateway", "Console", "Client", "Terminal", "Sandbox"],
    };

    [Fact]
    public void Every_project_references_only_what_the_design_allows() => Conformity.Check(Findings(SourceFiles.All));

    [Theory]
    [InlineData("Center", "Bureau")] // a role another
    [InlineData("Engine", "Storage")] // the rules the database
    [InlineData("Contracts", "Protocol")]
    [InlineData("Leftovers", "Contracts")] // a project that the design does not know
    public void An_arrow_that_the_design_does_not_have_is_found(string from, string to) =>
        Findings([new($"src/YbPay.{from}/YbPay.{from}.csproj", $"""<Project><ItemGroup><ProjectReference Include="../YbPay.{to}/YbPay.{to}.csproj" /></ItemGroup></Project>""")])
            .ShouldHaveSingleItem();

    private static IEnumerable<string> Findings(IEnumerable<SourceFile> files)
    {
        foreach (var file in files.Where(file => file.IsIn("src") && file.Path.EndsWith(".csproj", StringComparison.Ordinal)))
        {
            var from = NameOf(file.Path);
            foreach (var to in XDocument.Parse(file.Text).Descendants("ProjectReference").Select(reference => NameOf(reference.Attribute("Include")!.Value)))
                if (!Allowed.TryGetValue(from, out var allowed) || !allowed.Contains(to)) yield return $"{from} -> {to}";
        }
    }

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')).Replace("YbPay.", "", StringComparison.Ordinal);
}
