using System.Text;

namespace YbPay.Contracts.Generators;

/// <summary>The name on the wire: snake_case in the national standard's document, camelCase in the others.</summary>
internal static class WireNames
{
    public static string Of(string document, FieldModel field) =>
        field.WireName ?? (document == "fsi" ? Snake(field.Member) : Camel(field.Member));

    private static string Camel(string member) => char.ToLowerInvariant(member[0]) + member.Substring(1);

    private static string Snake(string member)
    {
        var name = new StringBuilder();
        foreach (var letter in member)
        {
            if (char.IsUpper(letter) && name.Length > 0) name.Append('_');
            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
