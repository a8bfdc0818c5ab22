using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using YbPay.Contracts.Dictionaries;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Tests;

/// <summary>docs/reference shows the effect of an attribute as a table diff; a page that is out of date fails here.</summary>
public sealed class ReferenceExports
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string, string> Interfaces { get; } = [.. Catalogue.All.Select(table => (table.Document, table.Code)).Distinct()];

    [Theory]
    [MemberData(nameof(Interfaces))]
    public void The_page_of_an_interface_is_up_to_date(string document, string code) =>
        Golden.Check(ReferencePage.Of(document, code), ReferencePage.Path(document, code));

    [Fact]
    public void The_catalogue_export_is_up_to_date()
    {
        var rows =
            from table in Catalogue.All
            from row in table.Rows
            select JsonSerializer.Serialize(
                new
                {
                    table.Document, table.Code, table.Kind, table.Node, Field = row.Name, row.Type, row.Length, row.Required, row.Label, Dictionary = row.Dictionary ?? "",
                    FieldKind = row.Kind.ToString(), row.IsRequired, RequiredWhen = row.RequiredWhen is { } when ? $"{when.Field}={when.Value}" : "",
                    RequiredUnless = row.RequiredUnless is { } unless ? $"{unless.Field}={unless.Value}" : "",
                    Members = row.Members?.Name ?? "", Masked = row.IsPersonal, Deprecated = table.IsDeprecated, Printed = table.IsPrinted,
                },
                Json);
        Golden.Check($"[\n  {string.Join(",\n  ", rows)}\n]", "docs", "reference", "catalogue.json");
    }

    [Fact]
    public void The_page_of_the_code_tables_is_up_to_date()
    {
        var page = new StringBuilder("# Code tables\n\nWritten by a test from the code tables; do not edit. A code of a region holds under that admdvs prefix.\n");
        page.Append("An unverified or unknown code is never refused on input.\n");
        foreach (var table in CodeTables.All)
        {
            page.Append($"\n## {table.Name} {table.Title}\n\n| code | name | region | |\n|---|---|---|---|\n");
            foreach (var entry in table.Entries)
                page.Append($"| {entry.Code} | {entry.Name} | {entry.Region} | {string.Join("; ", new[] { entry.Unverified ? "unverified" : null, entry.Note }.OfType<string>())} |\n");
        }

        Golden.Check(page.ToString(), "docs", "reference", "dictionaries.md");
    }

    [Fact]
    public void The_index_names_every_page()
    {
        var page = new StringBuilder("# Interfaces\n\nWritten by a test; do not edit. See also the [code tables](dictionaries.md) and [catalogue.json](catalogue.json).\n\n");
        foreach (var table in Catalogue.All.DistinctBy(table => (table.Document, table.Code)))
            page.Append($"* [{table.Code} {table.Title}]({string.Join('/', ReferencePage.Path(table.Document, table.Code).Skip(2))}) ({table.Document}{(table.IsDeprecated ? ", deprecated" : "")})\n");
        Golden.Check(page.ToString(), "docs", "reference", "README.md");
    }

    [Fact]
    public void No_page_is_left_over()
    {
        var expected = Catalogue.All.Select(table => Repository.At(ReferencePage.Path(table.Document, table.Code))).Distinct();
        var interfaces = Directory.GetFiles(Repository.At("docs", "reference"), "*.md", SearchOption.AllDirectories)
            .Where(path => Path.GetFileNameWithoutExtension(path) is { } name && (char.IsDigit(name[0]) || name.StartsWith('H') || name == "envelope"));
        interfaces.ShouldBe(expected, ignoreOrder: true);
    }
}
