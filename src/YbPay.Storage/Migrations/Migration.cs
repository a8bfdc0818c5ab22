using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using YbPay.Cryptography;

namespace YbPay.Storage.Migrations;

/// <summary>One numbered change of the schema, as embedded in an assembly.</summary>
internal sealed partial record Migration(string Assembly, int Number, string Name, string Sql)
{
    /// <summary>Hex SM3 of the text, whatever its line ends.</summary>
    public string Digest { get; } = Convert.ToHexStringLower(Sm3.Hash(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>In order of their numbers; a number that is missing or stands twice is a mistake of the build.</summary>
    public static IReadOnlyList<Migration> EmbeddedIn(Assembly assembly, Dialect dialect)
    {
        var name = assembly.GetName().Name!;
        var found = new List<Migration>();
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            var match = FileName().Match(resource);
            if (!match.Success || !match.Groups["dialect"].Value.Equals(dialect.ToString(), StringComparison.OrdinalIgnoreCase)) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            found.Add(new(name, int.Parse(match.Groups["number"].ValueSpan, null), match.Groups["name"].Value, reader.ReadToEnd().ReplaceLineEndings("\n")));
        }

        found.Sort((a, b) => a.Number.CompareTo(b.Number));
        for (var i = 0; i < found.Count; i++)
            if (found[i].Number != i + 1) throw new MigrationException($"The migrations of {name} for {dialect} are not numbered 1, 2, 3 ...: {found[i].Number:0000}.{found[i].Name} stands at place {i + 1}.");
        return found;
    }

    [GeneratedRegex(@"(^|\.)(?<number>\d{4})\.(?<name>[A-Za-z0-9-]+)\.(?<dialect>sqlite|postgres)\.sql$")]
    private static partial Regex FileName();
}
