using System.Text.Json.Nodes;
using YbPay.Contracts.Tables;

namespace YbPay.Testing.Messages;

/// <summary>
/// Makes messages out of a table: the smallest and the largest valid one, and the valid one broken in exactly one way. What holds
/// between fields beyond the table (sums, either-or) is not made.
/// </summary>
public static class MessageMaker
{
    /// <summary>Only what is required, also by the values that stand, each as small as it may be.</summary>
    public static JsonObject Smallest(ContractTable table)
    {
        var message = Make(table, row => row.IsRequired, SmallestValues.Of);
        foreach (var row in table.Rows.Where(row => IsRequiredBy(message, row))) message[row.Name] = SmallestValues.Of(row);
        return message;
    }

    /// <summary>Every field, each value as large as it may be.</summary>
    public static JsonObject Largest(ContractTable table) => Make(table, _ => true, LargestValues.Of);

    /// <summary>Each break of each field at every depth, in the table's order.</summary>
    public static IEnumerable<BrokenMessage> Broken(ContractTable table) =>
        from place in FieldPlaces.Of(table)
        from spoil in Breaks.Of(place.Table, place.Row)
        select new BrokenMessage(place.Path, spoil.Rule, Spoilt(table, place, spoil));

    private static JsonObject Spoilt(ContractTable table, FieldPlace place, Break spoil)
    {
        var message = Whole(table);
        spoil.Apply(place.Holder(message), place.Row.Name);
        return message;
    }

    /// <summary>Every field, each value as small as it may be: there is something to spoil everywhere, and little to carry.</summary>
    private static JsonObject Whole(ContractTable table) => Make(table, _ => true, row => row switch
    {
        { Kind: FieldKind.Group, Members: { } record } => Whole(Catalogue.For(record)),
        { Kind: FieldKind.List, Members: { } record } => new JsonArray(Whole(Catalogue.For(record))),
        _ => SmallestValues.Of(row),
    });

    /// <summary>A condition is never put on a field that is itself conditional, so that what stands at first decides.</summary>
    private static bool IsRequiredBy(JsonObject message, FieldRow row) =>
        (row.RequiredWhen is { } when && message[when.Field]?.ToString() == when.Value)
        || (row.RequiredUnless is { } unless && message[unless.Field]?.ToString() != unless.Value);

    private static JsonObject Make(ContractTable table, Func<FieldRow, bool> with, Func<FieldRow, JsonNode> value)
    {
        var message = new JsonObject();
        foreach (var row in table.Rows.Where(with)) message[row.Name] = value(row);
        return message;
    }
}
