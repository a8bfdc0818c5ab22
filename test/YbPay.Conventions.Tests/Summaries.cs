using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace YbPay.Conventions.Tests;

/// <summary>A summary adds something: one that only says the member's name again is worse than none.</summary>
public sealed partial class Summaries
{
    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "this", "that", "of", "for", "to", "in", "is", "its", "and", "or", "gets", "get", "sets", "set", "returns", "represents", "represent", "class", "record", "interface", "method", "property", "value", "which",
    };

    [Fact]
    public void No_summary_merely_repeats_its_members_name() => Conformity.Check(Ours.Assemblies.SelectMany(assembly =>
        Findings(XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member").Select(member => (member.Attribute("name")!.Value, TextOf(member.Element("summary")))))));

    [Theory]
    [InlineData("P:YbPay.Center.Order.PayOrdId", "Gets or sets the pay ord id.")]
    [InlineData("T:YbPay.Center.OrderStore", "The order store.")]
    [InlineData("M:YbPay.Center.OrderStore.FindOrder(System.String)", "Finds the order.")]
    public void A_summary_that_says_nothing_is_found(string member, string summary) => Findings([(member, summary)]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("P:YbPay.Center.Order.PayOrdId", "The centre's number; a credential together with the token.")]
    [InlineData("T:YbPay.Center.OrderStore", null)]
    public void A_summary_that_says_something_is_left_alone(string member, string? summary) => Findings([(member, summary)]).ShouldBeEmpty();

    /// <summary>With the last part of each reference in its place: naming another member says something.</summary>
    private static string? TextOf(XElement? summary) => summary is null ? null : string.Concat(summary.Nodes().Select(node => node switch
    {
        XElement { Name.LocalName: "see" or "paramref" } reference => (reference.Attribute("cref") ?? reference.Attribute("name"))?.Value.Split('(')[0].Split('.')[^1] ?? "",
        XElement element => element.Value,
        XText text => text.Value,
        _ => "",
    }));

    private static IEnumerable<string> Findings(IEnumerable<(string Member, string? Summary)> members)
    {
        foreach (var (member, summary) in members)
        {
            if (string.IsNullOrWhiteSpace(summary) || summary.Any(c => c > 127 || c == '_')) continue; // Chinese and wire names say something
            var path = member[2..].Split('(')[0].Split('.');
            var name = Words(path[^1]).Concat(path.Length > 1 ? Words(path[^2]) : []).Select(Stem).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var said = Words(summary).Where(word => !Fillers.Contains(word)).Select(Stem).ToList();
            if (said.All(name.Contains)) yield return $"{member}: {summary.Trim()}";
        }
    }

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(match => match.Value);

    private static string Stem(string word) => word.Length > 3 && word.EndsWith('s') ? word[..^1] : word;

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")]
    private static partial Regex Word();
}
