using YbPay.Contracts.Dictionaries;

namespace YbPay.Protocol.Checking;

/// <summary>The codes that are known. Regions add codes, so that an unknown one is a warning and never refuses a message.</summary>
public interface ICodeTables
{
    /// <summary>Null when there is no table of that name.</summary>
    bool? Knows(string dictionary, string code);
}

/// <summary>The tables of <see cref="CodeTables"/>: of one region with the national base, or of any region.</summary>
/// <param name="admdvs">The region, or null for any.</param>
public sealed class PublishedCodes(string? admdvs = null) : ICodeTables
{
    public static PublishedCodes Anywhere { get; } = new();

    public bool? Knows(string dictionary, string code) => CodeTables.Find(dictionary) is not { } table
        ? null
        : admdvs is null ? table.IsKnownAnywhere(code) : table.Find(code, admdvs) is not null;
}
