using System.Text.Json;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Tests;

public sealed class SpecPrinting
{
    private static readonly string[] Keys = ["document", "code", "kind", "node", "field", "type", "length", "required", "label", "dictionary"];

    [Fact]
    public void Json_rows_of_a_printed_document_are_the_transcription()
    {
        var ours = Rows(null).Where(row => PrintedField.Documents.Contains(Cell(row, "document"))).Select(row => string.Join("\t", Keys.Take(9).Select(key => Cell(row, key))));
        var theirs = PrintedField.Built.Select(row => string.Join("\t", row.Document, row.Code, row.Kind, row.Node, row.Field, row.Type, row.Length, row.Required, row.Label));
        ours.ShouldBe(theirs, ignoreOrder: true);
    }

    [Fact]
    public void Json_rows_have_the_agreed_keys_and_never_null()
    {
        foreach (var row in Rows("2207"))
        {
            row.EnumerateObject().Select(member => member.Name).ShouldBe(Keys);
            row.EnumerateObject().ShouldAllBe(member => member.Value.ValueKind == JsonValueKind.String);
        }
    }

    [Fact]
    public void One_code_prints_its_tables_only()
    {
        Rows("6401").Select(row => Cell(row, "code")).Distinct().ShouldBe(["6401"]);
        SpecPrinter.Text("6401").ShouldContain("mobile 6401 费用明细上传撤销  request data\n");
        SpecPrinter.Text("6401").ShouldNotContain("6301");
    }

    [Fact]
    public void An_unknown_code_prints_nothing()
    {
        SpecPrinter.Text("9999").ShouldBeEmpty();
        Rows("9999").ShouldBeEmpty();
    }

    [Fact]
    public void Columns_stand_under_each_other_though_Chinese_is_two_wide()
    {
        var lines = SpecPrinter.Text("6401").Split('\n').SkipWhile(line => !line.Contains("参数代码", StringComparison.Ordinal)).TakeWhile(line => line.Length > 0);
        lines.Select(line => TextWidth.Of(line[..(line.IndexOfAny(['类', '字', '布']))])).Distinct().Count().ShouldBe(1);
    }

    private static List<JsonElement> Rows(string? code) => [.. JsonDocument.Parse(SpecPrinter.JsonRows(code)).RootElement.EnumerateArray()];

    private static string Cell(JsonElement row, string key) => row.GetProperty(key).GetString()!;
}
