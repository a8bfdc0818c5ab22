namespace YbPay.Contracts.Tests;

/// <summary>One row of test/vectors/fields.tsv: the table as transcribed from the document.</summary>
internal sealed record PrintedField(string Document, string Code, string Kind, string Node, string Field, string Type, string Length, string Required, string Label, string Note)
{
    public static IReadOnlyList<PrintedField> All { get; } =
        [.. File.ReadLines(Repository.At("test", "vectors", "fields.tsv")).Skip(1).Select(line => line.Split('\t')).Select(Of)];

    /// <summary>The documents of the transcription that the catalogue has; the others are not built yet.</summary>
    public static IReadOnlyList<string> Documents { get; } = ["mobile", "wallet", "huimin"];

    /// <summary>The rows of those documents.</summary>
    public static IReadOnlyList<PrintedField> Built { get; } = [.. All.Where(row => Documents.Contains(row.Document))];

    public string Path => $"{Code} {Kind} {Node} {Field}";

    private static PrintedField Of(string[] cells) => new(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8], cells[9]);
}
