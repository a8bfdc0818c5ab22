using System.Text.Json;
using YbPay.Contracts.Tables;

namespace YbPay.Protocol.Checking;

/// <summary>Where a row's value stands in a message, and whether its siblings make it required.</summary>
internal static class Conditions
{
    /// <summary>The value under the row's name, or under its other spelling where the name is not there.</summary>
    public static bool TryGet(FieldRow row, JsonElement message, out JsonElement value) =>
        message.TryGetProperty(row.Name, out value) || (row.ReadAlso is { } other && message.TryGetProperty(other, out value));

    public static bool IsRequiredNow(FieldRow row, JsonElement message) =>
        (row.RequiredWhen is { } when && Has(message, when)) || (row.RequiredUnless is { } unless && !Has(message, unless));

    private static bool Has(JsonElement message, (string Field, string Value) condition) =>
        message.TryGetProperty(condition.Field, out var value) && value.ValueKind switch
        {
            JsonValueKind.String => value.ValueEquals(condition.Value),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText() == condition.Value,
            _ => false,
        };
}
