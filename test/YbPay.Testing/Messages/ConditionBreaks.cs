using System.Text.Json.Nodes;
using YbPay.Contracts.Tables;

namespace YbPay.Testing.Messages;

/// <summary>Leaves a field out in the one case in which its siblings make it required.</summary>
internal static class ConditionBreaks
{
    public static IEnumerable<Break> Of(ContractTable table, FieldRow row)
    {
        if (row.RequiredWhen is { } when) yield return new("Required", (holder, name) => LeaveOut(holder, name, when.Field, when.Value));
        if (row.RequiredUnless is { } unless)
        {
            var sibling = table.Row(unless.Field)!;
            yield return new("Required", (holder, name) => LeaveOut(holder, name, unless.Field, sibling.IsRequired ? Another(sibling, unless.Value) : null));
        }
    }

    private static void LeaveOut(JsonObject holder, string name, string sibling, JsonNode? value)
    {
        if (value is null) holder.Remove(sibling);
        else holder[sibling] = value;
        holder.Remove(name);
    }

    private static JsonNode Another(FieldRow sibling, string value) =>
        sibling.Dictionary is null ? 1 : SmallestValues.Codes(sibling).First(code => code != value);
}
