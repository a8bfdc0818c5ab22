using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace YbPay.Engine.Tests.Orders;

/// <summary>The summaries of an enum's members, from the documentation file that the compiler writes beside the library.</summary>
internal static partial class DocComments
{
    public static IReadOnlyDictionary<TEnum, string> Of<TEnum>()
        where TEnum : struct, Enum
    {
        var file = Path.ChangeExtension(typeof(TEnum).Assembly.Location, ".xml");
        var members = XDocument.Load(file).Descendants("member").ToDictionary(m => m.Attribute("name")!.Value);
        return Enum.GetValues<TEnum>().ToDictionary(value => value, value =>
        {
            members.TryGetValue($"F:{typeof(TEnum).FullName}.{value}", out var member)
                .ShouldBeTrue($"{value} has no summary: say what it means");
            return Blanks().Replace(member!.Element("summary")!.Value, " ").Trim();
        });
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
