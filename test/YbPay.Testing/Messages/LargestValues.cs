using System.Text.Json.Nodes;
using YbPay.Contracts.Dictionaries;
using YbPay.Contracts.Tables;

namespace YbPay.Testing.Messages;

/// <summary>For a row the largest value that it may have.</summary>
internal static class LargestValues
{
    /// <summary>How long a text is made that has no limit of its own.</summary>
    private const int Unbounded = 5000;

    public static JsonNode Of(FieldRow row) => row.Kind switch
    {
        FieldKind.Text when row.AcceptsObject => JsonTextOf(row.MaxLength ?? Unbounded),
        FieldKind.Text when row.IsMany => string.Join(',', Enumerable.Range(10, 3).Select(n => $"{n}".PadRight(row.MaxLength!.Value, '9'))),
        FieldKind.Text => new string(LetterOf(row.MaxLength ?? Unbounded), row.MaxLength ?? Unbounded),
        FieldKind.Code => SmallestValues.Codes(row).OrderByDescending(code => code.Length).ThenByDescending(code => code, StringComparer.Ordinal).First(),
        FieldKind.Money or FieldKind.Fen or FieldKind.Count => JsonNode.Parse(Number(row.Scale!.Value))!,
        FieldKind.Numeral => Number(row.Scale!.Value),
        FieldKind.Date or FieldKind.Stamp => SmallestValues.Moment(row, "9999", "12", "31"),
        FieldKind.Flag => true,
        FieldKind.Group => row.Members is { } record ? MessageMaker.Largest(Catalogue.For(record)) : Free(),
        FieldKind.List => new JsonArray(MessageMaker.Largest(Catalogue.For(row.Members!)), MessageMaker.Largest(Catalogue.For(row.Members!))),
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Kind, "a kind without a largest value"),
    };

    /// <summary>Characters are counted, not bytes; a text of megabytes is made of small ones, as Base64 is.</summary>
    internal static char LetterOf(int length) => length > 100_000 ? 'A' : '医';

    /// <summary>All nines: digits in all, so many of them behind the point.</summary>
    private static string Number((int Digits, int Decimals) scale) =>
        scale.Decimals == 0
            ? new string('9', scale.Digits)
            : $"{new string('9', scale.Digits - scale.Decimals).PadLeft(1, '0')}.{new string('9', scale.Decimals)}";

    private static JsonNode JsonTextOf(int length)
    {
        const string frame = """{"memo":""}""";
        return frame.Insert(frame.Length - 2, new string('医', length - frame.Length));
    }

    private static JsonObject Free() => new() { ["setlinfo"] = new JsonObject { ["medfee_sumamt"] = 1.5m, ["rows"] = new JsonArray(1, "二", true) } };
}
