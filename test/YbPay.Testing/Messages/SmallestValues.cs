using System.Text.Json.Nodes;
using YbPay.Contracts.Dictionaries;
using YbPay.Contracts.Tables;

namespace YbPay.Testing.Messages;

/// <summary>For a row the smallest value that it may have.</summary>
internal static class SmallestValues
{
    public static JsonNode Of(FieldRow row) => row.Kind switch
    {
        FieldKind.Text when row.IsMany => new JsonArray(new string('1', row.MinLength ?? 1)),
        FieldKind.Text => new string('1', row.MinLength ?? 1),
        FieldKind.Code => Codes(row).OrderBy(code => code.Length).ThenBy(code => code, StringComparer.Ordinal).First(),
        FieldKind.Money => JsonNode.Parse("0.00")!,
        FieldKind.Fen or FieldKind.Count => JsonNode.Parse("0")!,
        FieldKind.Numeral => "0",
        FieldKind.Date or FieldKind.Stamp => Moment(row, "1900", "01", "01"),
        FieldKind.Flag => false,
        FieldKind.Group => row.Members is { } record ? MessageMaker.Smallest(Catalogue.For(record)) : new JsonObject(),
        FieldKind.List => new JsonArray(MessageMaker.Smallest(Catalogue.For(row.Members!))),
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Kind, "a kind without a smallest value"),
    };

    /// <summary>The first moment of a day in the row's form, whether or not there is such a day.</summary>
    internal static string Moment(FieldRow row, string year, string month, string day) => row.Form!
        .Replace("yyyy", year, StringComparison.Ordinal).Replace("MM", month, StringComparison.Ordinal).Replace("dd", day, StringComparison.Ordinal)
        .Replace("HH", "00", StringComparison.Ordinal).Replace("mm", "00", StringComparison.Ordinal).Replace("ss", "00", StringComparison.Ordinal);

    /// <summary>The verified national codes that the field has room for.</summary>
    internal static IEnumerable<string> Codes(FieldRow row) => CodeTables.Find(row.Dictionary!)!.Entries
        .Where(entry => entry is { Region: null, Unverified: false } && entry.Code.Length <= row.MaxLength)
        .Select(entry => entry.Code);
}
