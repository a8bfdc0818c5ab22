using System.Collections.Frozen;

namespace YbPay.Contracts.Dictionaries;

/// <summary>
/// A code table: a national base with regional overlays. Regions add codes that nobody publishes, so an unknown code is no error on
/// input and survives a round trip; only what we send ourselves must be known.
/// </summary>
public sealed class CodeTable
{
    private readonly FrozenDictionary<string, CodeEntry[]> byCode;

    public CodeTable(string name, string title, IReadOnlyList<CodeEntry> entries)
    {
        (Name, Title, Entries) = (name, title, entries);
        // The longest region comes first, the national base last.
        byCode = entries.GroupBy(e => e.Code).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(e => e.Region?.Length ?? 0).ToArray());
    }

    /// <summary>The name that the contracts cite, such as med_type.</summary>
    public string Name { get; }

    /// <summary>Chinese.</summary>
    public string Title { get; }

    public IReadOnlyList<CodeEntry> Entries { get; }

    /// <summary>What a code means in a region; null when unknown there. Without a region only the national base answers.</summary>
    /// <param name="code">As it is on the wire.</param>
    /// <param name="admdvs">Six digits, or fewer, or null.</param>
    public CodeEntry? Find(string code, string? admdvs = null)
    {
        if (!byCode.TryGetValue(code, out var meanings)) return null;
        foreach (var meaning in meanings)
            if (meaning.Region is null || (admdvs is not null && admdvs.StartsWith(meaning.Region, StringComparison.Ordinal))) return meaning;
        return null;
    }

    /// <summary>True when the code means something somewhere: what a check may rely on that does not know the region.</summary>
    public bool IsKnownAnywhere(string code) => byCode.ContainsKey(code);
}
