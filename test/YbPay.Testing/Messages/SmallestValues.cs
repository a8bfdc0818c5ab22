using System.Text.Json.Nodes;
using YbPay.Contracts.Dictionaries;
using YbPay.Contracts.Tables;

namespace YbPay.Testing.Messages;

/// <summary>For a row the smallest value that it may have.</summary>
internal static class SmallestValues
{
    public static JsonNode Of(FieldRow row) => row.Kind switch
    {
        FieldKind.Text => "1",
        FieldKind.Code => Codes(row).OrderBy(code => code.Length).ThenBy(code => code, StringComparer.Ordinal).First(),
        FieldKind.Money => JsonNode.Parse("0.00")!,
        FieldKind.Count => JsonNode.Parse("0")!,
        FieldKind.Date => "1900-01-01",
        FieldKind.Stamp => "1900-01-01 00:00:00",
        FieldKind.Flag => false,
        FieldKind.Group => row.Members is { } record ? MessageMaker.Smallest(Catalogue.For(record)) : new JsonObject(),
        FieldKind.List => new JsonArray(MessageMaker.Smallest(Catalogue.For(row.Members!))),
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Kind, "a kind without a smallest value"),
    };

    /// <summary>The verified national codes that the field has room for.</summary>
    internal static IEnumerable<string> Codes(FieldRow row) => CodeTables.Find(row.Dictionary!)!.Entries
        .Where(entry => entry is { Region: null, Unverified: false } && entry.Code.Length <= row.MaxLength)
        .Select(entry => entry.Code);
}
