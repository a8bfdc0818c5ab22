using System.Text.Json.Nodes;
using YbPay.Contracts.Tables;

namespace YbPay.Testing.Messages;

/// <summary>A field at its depth: its path, and how to find the object that holds it.</summary>
internal sealed record FieldPlace(string Path, ContractTable Table, FieldRow Row, Func<JsonObject, JsonObject> Holder);

internal static class FieldPlaces
{
    /// <summary>Every field of the message; of a list, those of the first element.</summary>
    public static IEnumerable<FieldPlace> Of(ContractTable table) => Under(table, "", message => message);

    private static IEnumerable<FieldPlace> Under(ContractTable table, string prefix, Func<JsonObject, JsonObject> holder)
    {
        foreach (var row in table.Rows)
        {
            yield return new(prefix + row.Name, table, row, holder);
            if (row.Members is null) continue;
            var isList = row.Kind == FieldKind.List;
            var below = Under(
                Catalogue.For(row.Members),
                prefix + row.Name + (isList ? "[0]." : "."),
                message => (JsonObject)(isList ? holder(message)[row.Name]![0]! : holder(message)[row.Name]!));
            foreach (var place in below) yield return place;
        }
    }
}
