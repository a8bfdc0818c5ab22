using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace YbPay.Contracts.Tables;

/// <summary>Prints the tables that exist as contracts: for people as aligned text, for programs as JSON rows.</summary>
public static class SpecPrinter
{
    private static readonly string[] Heads = ["参数代码", "类型", "长度", "必填", "参数名称", "字典"];

    private static readonly SpecJsonContext Json =
        new(new JsonSerializerOptions(SpecJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The tables of one interface in any document; all of them for null; none for an unknown code.</summary>
    public static IReadOnlyList<ContractTable> Select(string? code) =>
        [.. Catalogue.All.Where(table => code is null || string.Equals(table.Code, code, StringComparison.OrdinalIgnoreCase))];

    /// <summary>One block a table: its heading, then the rows in printed order with what is printed in each cell.</summary>
    public static string Text(string? code)
    {
        var text = new StringBuilder();
        foreach (var table in Select(code))
        {
            if (text.Length > 0) text.Append('\n');
            text.Append($"{table.Document} {table.Code} {table.Title}  {table.Kind} {table.Node}".TrimEnd()).Append(Marks(table)).Append('\n');
            Aligned(text, [Heads, .. SpecRow.Of(table).Select(row => new[] { row.Field, row.Type, row.Length, row.Required, row.Label, row.Dictionary })]);
        }

        return text.ToString();
    }

    /// <summary>A JSON array of {document, code, kind, node, field, type, length, required, label, dictionary}: what is printed, no table of ours.</summary>
    public static string JsonRows(string? code) =>
        JsonSerializer.Serialize([.. Select(code).Where(table => table.IsPrinted).SelectMany(SpecRow.Of)], Json.IReadOnlyListSpecRow);

    private static string Marks(ContractTable table) => (table.IsDeprecated ? "（文档已废止）" : "") + (table.IsPrinted ? "" : "（文档未列表）");

    private static void Aligned(StringBuilder text, IReadOnlyList<string[]> lines)
    {
        var widths = Enumerable.Range(0, Heads.Length).Select(column => lines.Max(line => TextWidth.Of(line[column]))).ToArray();
        foreach (var line in lines)
        {
            var cells = line.Select((cell, column) => cell + new string(' ', widths[column] - TextWidth.Of(cell)));
            text.Append($"  {string.Join("  ", cells)}".TrimEnd()).Append('\n');
        }
    }
}
