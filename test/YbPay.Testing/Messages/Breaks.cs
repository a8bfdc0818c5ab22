using System.Text.Json.Nodes;
using YbPay.Contracts.Tables;

namespace YbPay.Testing.Messages;

/// <summary>One way to spoil one field; the rule's name is the catalogue check's.</summary>
internal sealed record Break(string Rule, Action<JsonObject, string> Apply);

internal static class Breaks
{
    public static IEnumerable<Break> Of(ContractTable table, FieldRow row) => [.. Absence(row), .. ConditionBreaks.Of(table, row), .. Value(row)];

    private static IEnumerable<Break> Absence(FieldRow row)
    {
        if (!row.IsRequired) yield break;
        yield return new("Required", (holder, name) => holder.Remove(name));
        yield return new("Required", (holder, name) => holder[name] = null);
        // An empty text is nothing where a text or a number may stand; a node, a list or a flag cannot be a text at all.
        var isNode = row.Kind is FieldKind.List or FieldKind.Flag || row.Members is not null;
        yield return SetText(isNode ? "WrongType" : "Required", "");
    }

    private static IEnumerable<Break> Value(FieldRow row)
    {
        switch (row.Kind)
        {
            case FieldKind.Text when row.IsMany:
                var one = new string('1', row.MinLength!.Value);
                yield return Set("WrongType", "{}");
                yield return SetText("TooShort", $"{one},,{one}");
                yield return SetText("TooLong", $"{one},{new string('2', row.MaxLength!.Value + 1)}");
                yield return SetText("TooLong", $"{one};{new string('2', row.MaxLength!.Value)}");
                break;
            case FieldKind.Text:
                yield return row.AcceptsObject ? Set("WrongType", "true") : Set("WrongType", """{"text":"1"}""");
                if (row.MaxLength is { } longest) yield return SetText("TooLong", new string(LargestValues.LetterOf(longest), longest + 1));
                if (row.MinLength is { } shortest) yield return SetText("TooShort", new string('医', shortest - 1));
                break;
            case FieldKind.Code:
                yield return Set("WrongType", "[\"1\"]");
                yield return SetText("TooLong", new string('9', row.MaxLength!.Value + 1));
                break;
            case FieldKind.Numeral:
                var (all, behind) = row.Scale!.Value;
                yield return Set("WrongType", "1");
                yield return SetText("NotANumber", "一百");
                yield return SetText("NotANumber", "1e3");
                yield return SetText("TooManyDecimals", $"0.{new string('0', behind)}1");
                yield return SetText("TooManyDigits", $"1{new string('0', all - behind)}");
                break;
            case FieldKind.Money or FieldKind.Fen or FieldKind.Count:
                if (row.Kind == FieldKind.Fen) yield return Set("Negative", "-1");
                var (digits, decimals) = row.Scale!.Value;
                yield return Set("WrongType", "{}");
                yield return SetText("NotANumber", "一百");
                yield return SetText("NotANumber", "1,0");
                yield return Set("TooManyDecimals", $"0.{new string('0', decimals)}1");
                yield return Set("TooManyDigits", $"1{new string('0', digits - decimals)}");
                break;
            case FieldKind.Date or FieldKind.Stamp:
                // No such day, and the other way of writing a day that there is.
                yield return SetText("NotADate", SmallestValues.Moment(row, "2023", "02", "29"));
                yield return SetText("NotADate", row.Form!.Contains('-') ? "20230228" : "2023-02-28");
                yield return SetText("NotADate", "2023-02-28T08:00:00");
                break;
            case FieldKind.Flag:
                yield return SetText("WrongType", "yes");
                break;
            case FieldKind.Group:
                yield return Set("WrongType", "[1]");
                break;
            case FieldKind.List:
                yield return Set("WrongType", "{\"0\":{}}");
                break;
        }
    }

    private static Break Set(string rule, string json) => new(rule, (holder, name) => holder[name] = JsonNode.Parse(json));

    private static Break SetText(string rule, string text) => new(rule, (holder, name) => holder[name] = text);
}
