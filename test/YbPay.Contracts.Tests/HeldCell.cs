using System.Text.RegularExpressions;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Tests;

/// <summary>What a row holds, in the words of the document's cell: equal to the printed cell where the two agree.</summary>
internal static partial class HeldCell
{
    public static string Type(FieldRow row, PrintedField printed) => printed.Document == "huimin" ? HuiminType(row, printed.Type) : row.Kind switch
    {
        FieldKind.Text or FieldKind.Code or FieldKind.Date or FieldKind.Numeral => "字符型",
        FieldKind.Stamp => printed.Type == "日期时间型" ? printed.Type : "字符型",
        FieldKind.Money or FieldKind.Fen or FieldKind.Count => "数值型",
        FieldKind.Flag => "布尔型",
        FieldKind.List when printed.Type == "Array" => printed.Type,
        FieldKind.Group or FieldKind.List => "",
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Kind, "no printed type"),
    };

    /// <summary>The huimin platform's document marks M, C and O; the wallet's marks what is required and leaves other cells blank.</summary>
    public static string Required(FieldRow row, PrintedField printed) => printed.Document == "huimin"
        ? row.IsRequired ? "M" : printed.Required is "O" ? "O" : "C"
        : row.IsRequired ? "Y" : "N";

    public static string RequiredAsPrinted(PrintedField printed) => printed is { Document: "wallet", Required: "" } ? "N" : printed.Required;

    /// <summary>Null where nothing is printed, or nothing is held that could differ: a pattern has its own length, and a cell may be roomier.</summary>
    public static string? Length(FieldRow row, PrintedField printed) => (row, printed.Length) switch
    {
        (_, "" or "-") => null,
        ({ Form: { } form }, _) => int.Parse(printed.Length) >= form.Length ? null : $"{form.Length}",
        ({ Scale: { Decimals: 0 } scale }, _) => $"{scale.Digits}",
        ({ Scale: { } scale }, _) => $"{scale.Digits},{scale.Decimals}",
        ({ MinLength: { } least, MaxLength: { } most }, _) => Range(printed.Length) == (least, most) ? printed.Length : $"{least} — {most}",
        ({ MaxLength: { } longest }, _) => $"{longest}",
        _ => null,
    };

    /// <summary>A pattern in the label (yyyy-MM-dd, YYYYMMDDHHmmss) and what is held instead; null where the two agree or none is printed.</summary>
    public static (string Printed, string Held)? Form(FieldRow row, PrintedField printed)
    {
        if (Pattern().Match(printed.Label) is not { Success: true, Value: var pattern }) return null;
        var held = row.Form ?? $"{row.Kind}";
        return pattern.Replace('Y', 'y').Replace('D', 'd').Replace('h', 'H') == held ? null : (pattern, held);
    }

    [GeneratedRegex("[yY]{4}[-yYMdDHhms: ]*[dDs]{2}")]
    private static partial Regex Pattern();

    private static string HuiminType(FieldRow row, string printed)
    {
        // Many cells are blank: nothing is said, and nothing can differ.
        if (printed.Length == 0) return printed;
        string[] asPrinted = row switch
        {
            { Kind: FieldKind.Text or FieldKind.Code or FieldKind.Numeral } => ["string", "String", "String（Base64）"],
            { Kind: FieldKind.Date } => ["string", "String", "date"],
            { Kind: FieldKind.Stamp } => ["string", "String", "datetime"],
            { Scale.Decimals: > 0 } => ["decimal"],
            { Kind: FieldKind.Fen or FieldKind.Count } => ["int", "integer"],
            { Kind: FieldKind.List } => ["List", "list集合", "array[Json]", "Json"],
            { Kind: FieldKind.Group } => ["JSON"],
            _ => throw new ArgumentOutOfRangeException(nameof(row), row.Kind, "no printed type"),
        };
        return asPrinted.Contains(printed) ? printed : asPrinted[0];
    }

    /// <summary>"8 — 40" and "8-40" are the same range.</summary>
    private static (int Least, int Most)? Range(string printed) =>
        printed.Split(['-', '—'], StringSplitOptions.TrimEntries) is [var least, var most] ? (int.Parse(least), int.Parse(most)) : null;
}
