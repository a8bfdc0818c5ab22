using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Tests;

/// <summary>Our tables beside the documents' tables, cell by cell.</summary>
public sealed class PrintedTables
{
    public static TheoryData<string, string, string, string> Nodes { get; } =
        [.. PrintedField.Built.Select(row => (row.Document, row.Code, row.Kind, row.Node)).Distinct()];

    [Theory]
    [MemberData(nameof(Nodes))]
    public void Every_cell_is_as_printed(string document, string code, string kind, string node)
    {
        var printed = PrintedField.Built.Where(row => (row.Document, row.Code, row.Kind, row.Node) == (document, code, kind, node));
        var table = Catalogue.Find(document, code, kind, node).ShouldNotBeNull();

        table.Rows.Concat(table.Rows.Where(row => row.IsPrintedAgain)).Select(row => string.Join("\t", row.Name, row.Type, row.Length, row.Required, row.Label))
            .ShouldBe(printed.Select(row => string.Join("\t", row.Field, row.Type, row.Length, row.Required, row.Label)));
    }

    [Fact]
    public void No_table_of_a_printed_document_is_ours_alone() =>
        Catalogue.All.Where(table => table.IsPrinted && PrintedField.Documents.Contains(table.Document)).Select(table => (table.Document, table.Code, table.Kind, table.Node))
            .Except(PrintedField.Built.Select(row => (row.Document, row.Code, row.Kind, row.Node)))
            .ShouldBeEmpty();

    [Fact]
    public void A_table_that_is_not_printed_stands_in_for_one_that_a_field_names()
    {
        var unprinted = Catalogue.All.Where(table => !table.IsPrinted).ToList();
        unprinted.Select(table => $"{table.Code} {table.Node}").ShouldBe(["1101 output", "HOS00003 extParams", "HOST0014 extParams"]);
        unprinted.ShouldAllBe(table => PrintedField.Built.Any(row => row.Code == table.Code && row.Kind == table.Kind && row.Field == table.Node));
    }

    [Fact]
    public void What_the_documents_retired_is_marked_and_nothing_else() =>
        Catalogue.All.Where(table => table.IsDeprecated).Select(table => $"{table.Document} {table.Code}").Distinct().ShouldBe(["huimin 1101", "huimin HOS00015"]);

    [Fact]
    public void The_copy_of_the_transcription_is_the_given_one()
    {
        var given = Path.Combine(Repository.Root, "..", "shared", "specs", "fields.tsv");
        // A clone elsewhere has no such neighbour; the copy then speaks for itself.
        if (!File.Exists(given)) return;
        File.ReadAllText(Repository.At("test", "vectors", "fields.tsv")).ShouldBe(File.ReadAllText(given));
    }
}
