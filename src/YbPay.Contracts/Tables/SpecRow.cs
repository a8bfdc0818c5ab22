using System.Text.Json.Serialization;

namespace YbPay.Contracts.Tables;

/// <summary>One printed row as <c>spec --json</c> gives it: the keys and spelling of the transcription, blank cells as "".</summary>
public sealed record SpecRow(
    string Document,
    string Code,
    string Kind,
    string Node,
    string Field,
    string Type,
    string Length,
    string Required,
    string Label,
    string Dictionary)
{
    internal static IEnumerable<SpecRow> Of(ContractTable table) => table.Rows.Concat(table.Rows.Where(row => row.IsPrintedAgain)).Select(row => new SpecRow(
        table.Document, table.Code, table.Kind, table.Node, row.Name, row.Type, row.Length, row.Required, row.Label, row.Dictionary ?? ""));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(IReadOnlyList<SpecRow>))]
internal sealed partial class SpecJsonContext : JsonSerializerContext;
