using System.Text.Json;
using YbPay.Contracts.Tables;
using YbPay.Protocol.Checking;

namespace YbPay.Protocol.Tests.Checking;

public class CheckingMessages
{
    private static readonly ContractTable Table = new()
    {
        Record = typeof(CheckingMessages), Document = "test", Code = "1", Kind = "request", Node = "data", Title = "测试",
        Rows =
        [
            Row("name", FieldKind.Text, longest: 5),
            Row("code", FieldKind.Code, longest: 3, dictionary: "colour"),
            Row("amt", FieldKind.Money, scale: (16, 2)),
            Row("cnt", FieldKind.Count, scale: (4, 0)),
            Row("pric", FieldKind.Count, scale: (16, 6)),
            Row("day", FieldKind.Date),
            Row("time", FieldKind.Stamp),
            Row("done", FieldKind.Flag),
            Row("free", FieldKind.Group),
            Row("note", FieldKind.Text, longest: 20) with { AcceptsObject = true },
            Row("must", FieldKind.Text, longest: 5) with { IsRequired = true },
            Row("reason", FieldKind.Text, longest: 5) with { RequiredWhen = ("code", "1") },
            Row("fen", FieldKind.Fen, scale: (5, 0)),
            Row("sum", FieldKind.Numeral, scale: (5, 2)),
            Row("date", FieldKind.Date) with { Form = "yyyyMMdd" },
            Row("moment", FieldKind.Stamp) with { Form = "yyyyMMddHHmmss" },
            Row("number", FieldKind.Text, longest: 4) with { MinLength = 2 },
            Row("many", FieldKind.Text, longest: 4) with { MinLength = 2, IsMany = true },
            Row("loose", FieldKind.Text) with { AcceptsNumber = true },
            Row("lines", FieldKind.Text, longest: 3) with { ReadAlso = "Lines" },
        ],
    };

    [Theory]
    [InlineData("\"name\":\"12345\"", null)]
    [InlineData("\"name\":\"一二三四五\"", null)]
    [InlineData("\"name\":\"𠮷𠮷𠮷𠮷𠮷\"", null)]
    [InlineData("\"name\":\"\\u4e00\\n345\"", null)]
    [InlineData("\"name\":\"一二三四五六\"", "name TooLong")]
    [InlineData("\"name\":\"\\u4e00\\u4e00\\u4e00\\u4e00\\u4e00\\u4e00\"", "name TooLong")]
    [InlineData("\"name\":123", "name WrongType")]
    [InlineData("\"name\":true", "name WrongType")]
    [InlineData("\"name\":{}", "name WrongType")]
    [InlineData("\"name\":[1]", "name WrongType")]
    [InlineData("\"name\":\"a\\u0000\"", "name InvalidText")]
    [InlineData("\"name\":\"a\\u009f\"", "name InvalidText")]
    [InlineData("\"name\":\"a\u007F\"", "name InvalidText")]
    [InlineData("\"name\":\"a\u0085\"", "name InvalidText")]
    [InlineData("\"name\":\"a\u00A0\"", null)]
    [InlineData("\"name\":\"\\ud800\"", "name InvalidText")]
    [InlineData("\"name\":null", null)]
    [InlineData("\"name\":\"\"", null)]
    [InlineData("\"name\":[]", null)]
    [InlineData("\"amt\":\"\"", null)]
    [InlineData("\"done\":\"\"", null)]
    [InlineData("\"free\":\"\"", null)]
    [InlineData("\"code\":\"red\"", null)]
    [InlineData("\"code\":\"abc\"", "code NotInDictionary (warning)")]
    [InlineData("\"code\":\"abcd\"", "code TooLong")]
    [InlineData("\"code\":1", "code WrongType\nreason Required")]
    [InlineData("\"code\":\"1\",\"reason\":\"x\"", "code NotInDictionary (warning)")]
    [InlineData("\"code\":\"1\",\"reason\":\"\"", "code NotInDictionary (warning)\nreason Required")]
    [InlineData("\"amt\":10.00", null)]
    [InlineData("\"amt\":\"10.00\"", null)]
    [InlineData("\"amt\":-0.01", null)]
    [InlineData("\"amt\":99999999999999.99", null)]
    [InlineData("\"amt\":100000000000000", "amt TooManyDigits")]
    [InlineData("\"amt\":10.000", "amt TooManyDecimals")]
    [InlineData("\"amt\":\"10.001\"", "amt TooManyDecimals")]
    [InlineData("\"amt\":1e2", "amt NotANumber")]
    [InlineData("\"amt\":\"1E2\"", "amt NotANumber")]
    [InlineData("\"amt\":\"1,000\"", "amt NotANumber")]
    [InlineData("\"amt\":\" 1\"", "amt NotANumber")]
    [InlineData("\"amt\":\"+1\"", "amt NotANumber")]
    [InlineData("\"amt\":\"--1\"", "amt NotANumber")]
    [InlineData("\"amt\":\".5\"", "amt NotANumber")]
    [InlineData("\"amt\":\"5.\"", "amt NotANumber")]
    [InlineData("\"amt\":\"-\"", "amt NotANumber")]
    [InlineData("\"amt\":\"１\"", "amt NotANumber")]
    [InlineData("\"amt\":\"\\u0031\"", "amt NotANumber")]
    [InlineData("\"amt\":true", "amt WrongType")]
    [InlineData("\"amt\":{}", "amt WrongType")]
    [InlineData("\"cnt\":9999", null)]
    [InlineData("\"cnt\":\"0009999\"", null)]
    [InlineData("\"cnt\":10000", "cnt TooManyDigits")]
    [InlineData("\"cnt\":1.0", "cnt TooManyDecimals")]
    [InlineData("\"pric\":0.123456", null)]
    [InlineData("\"pric\":0.1234567", "pric TooManyDecimals")]
    [InlineData("\"day\":\"2024-02-29\"", null)]
    [InlineData("\"day\":\"2023-02-29\"", "day NotADate")]
    [InlineData("\"day\":\"2023-2-9\"", "day NotADate")]
    [InlineData("\"day\":\"20230209\"", "day NotADate")]
    [InlineData("\"day\":20230209", "day WrongType")]
    [InlineData("\"time\":\"2024-02-29 23:59:59\"", null)]
    [InlineData("\"time\":\"2024-02-29 24:00:00\"", "time NotADate")]
    [InlineData("\"time\":\"2024-02-29T23:59:59\"", "time NotADate")]
    [InlineData("\"time\":\"2024-02-29\"", "time NotADate")]
    [InlineData("\"done\":true", null)]
    [InlineData("\"done\":\"true\"", "done WrongType")]
    [InlineData("\"done\":1", "done WrongType")]
    [InlineData("\"free\":{\"x\":[1]}", null)]
    [InlineData("\"free\":\"{\\\"x\\\":1}\"", null)]
    [InlineData("\"free\":\"x\"", "free WrongType")]
    [InlineData("\"free\":[1]", "free WrongType")]
    [InlineData("\"note\":{\"no\":\"1\"}", null)]
    [InlineData("\"note\":{\"merchantNo\":\"12345678\"}", "note TooLong")]
    [InlineData("\"unknown\":1e999", null)]
    [InlineData("\"fen\":0", null)]
    [InlineData("\"fen\":\"99999\"", null)]
    [InlineData("\"fen\":-1", "fen Negative")]
    [InlineData("\"fen\":\"-0\"", "fen Negative")]
    [InlineData("\"fen\":1.0", "fen TooManyDecimals")]
    [InlineData("\"fen\":100000", "fen TooManyDigits")]
    [InlineData("\"fen\":1e2", "fen NotANumber")]
    [InlineData("\"fen\":true", "fen WrongType")]
    [InlineData("\"sum\":\"-123.45\"", null)]
    [InlineData("\"sum\":123.45", "sum WrongType")]
    [InlineData("\"sum\":\"1.234\"", "sum TooManyDecimals")]
    [InlineData("\"sum\":\"1234\"", "sum TooManyDigits")]
    [InlineData("\"date\":\"20240229\"", null)]
    [InlineData("\"date\":\"20230229\"", "date NotADate")]
    [InlineData("\"date\":\"2024-02-29\"", "date NotADate")]
    [InlineData("\"moment\":\"20240229235959\"", null)]
    [InlineData("\"moment\":\"20240229240000\"", "moment NotADate")]
    [InlineData("\"number\":\"12\"", null)]
    [InlineData("\"number\":\"1\"", "number TooShort")]
    [InlineData("\"number\":\"12345\"", "number TooLong")]
    [InlineData("\"many\":[\"12\",\"1234\"]", null)]
    [InlineData("\"many\":\"12,1234\"", null)]
    [InlineData("\"many\":[\"12\",\"1\"]", "many[1] TooShort")]
    [InlineData("\"many\":[\"12\",12]", "many[1] WrongType")]
    [InlineData("\"many\":\"12,1\"", "many TooShort")]
    [InlineData("\"many\":\"12,\\u0000\\u0001\"", "many InvalidText")]
    [InlineData("\"many\":{}", "many WrongType")]
    [InlineData("\"loose\":-1.5", null)]
    [InlineData("\"loose\":\"-1\"", null)]
    [InlineData("\"loose\":true", "loose WrongType")]
    [InlineData("\"Lines\":\"123\"", null)]
    [InlineData("\"Lines\":\"1234\"", "lines TooLong")]
    [InlineData("\"lines\":\"123\",\"Lines\":7", null)]
    public void Each_kind_has_its_rules(string member, string? problems) => Problems("{\"must\":\"x\"," + member + "}").ShouldBe(problems ?? "");

    [Theory]
    [InlineData("{}", "must Required")]
    [InlineData("""{"must":null}""", "must Required")]
    [InlineData("""{"must":""}""", "must Required")]
    [InlineData("[]", " NotAnObject")]
    [InlineData("null", " NotAnObject")]
    public void What_must_be_there_is_missed(string message, string problems) => Problems(message).ShouldBe(problems);

    [Theory]
    [InlineData("""{"amt":0}""", false)]
    [InlineData("""{"amt":"0"}""", false)]
    [InlineData("""{"amt":1}""", true)]
    [InlineData("""{"amt":null}""", true)]
    [InlineData("{}", true)]
    [InlineData("""{"amt":1,"account":""}""", true)]
    [InlineData("""{"amt":1,"account":"01"}""", false)]
    public void What_must_be_there_unless_a_sibling_says_otherwise_is_missed(string message, bool isMissed)
    {
        var table = Table with { Rows = [Row("account", FieldKind.Text, longest: 5) with { RequiredUnless = ("amt", "0") }, Row("amt", FieldKind.Fen, scale: (5, 0))] };
        CatalogueCheck.Check(table, JsonDocument.Parse(message).RootElement).Select(p => $"{p.Path} {p.Rule}").ShouldBe(isMissed ? ["account Required"] : []);
    }

    [Fact]
    public void Every_problem_is_told_at_once_in_the_tables_order() =>
        Problems("""{"time":"x","amt":"x","name":1,"done":0}""").ShouldBe("name WrongType\namt NotANumber\ntime NotADate\ndone WrongType\nmust Required");

    [Fact]
    public void A_bill_is_checked_down_to_its_lines()
    {
        var table = Catalogue.Find("mobile", "6201", "request", "data")!;
        var message = JsonDocument.Parse("""{"feedetailList":[{},{"cnt":"x"}],"diseinfoList":[5]}""").RootElement;
        var problems = CatalogueCheck.Check(table, message);
        problems.ShouldContain(p => p.Path == "feedetailList[1].cnt" && p.Rule == CheckRule.NotANumber);
        problems.ShouldContain(p => p.Path.StartsWith("feedetailList[0].", StringComparison.Ordinal) && p.Rule == CheckRule.Required);
        problems.ShouldContain(new CheckProblem("diseinfoList[0]", CheckRule.NotAnObject, "diseinfoList[0]应为JSON对象"));
        problems.ShouldContain(p => p.Path == "orgCodg" && p.Message == "机构编码(orgCodg)不能为空");
        CatalogueCheck.Check(table, JsonDocument.Parse("""{"feedetailList":[]}""").RootElement).ShouldContain(p => p.Path == "feedetailList" && p.Rule == CheckRule.Required);
        CatalogueCheck.Check(table, JsonDocument.Parse("""{"feedetailList":{}}""").RootElement).ShouldContain(p => p.Path == "feedetailList" && p.Rule == CheckRule.WrongType);
    }

    [Fact]
    public void The_list_of_problems_is_bounded_and_warnings_hide_no_error()
    {
        var bill = JsonDocument.Parse("{\"feedetailList\":[" + string.Join(',', Enumerable.Repeat("{}", 5000)) + "]}").RootElement;
        CatalogueCheck.Check(Catalogue.Find("mobile", "6201", "request", "data")!, bill).Count.ShouldBe(CatalogueCheck.MostErrors);

        var table = Table with { Rows = [.. Enumerable.Range(0, 200).Select(i => Row($"c{i}", FieldKind.Code, longest: 3, dictionary: "colour")), Row("last", FieldKind.Text) with { IsRequired = true }] };
        var message = "{" + string.Join(',', Enumerable.Range(0, 200).Select(i => $"\"c{i}\":\"?\"")) + "}";
        var problems = CatalogueCheck.Check(table, JsonDocument.Parse(message).RootElement, new Colours());
        problems.Count(p => p.IsWarning).ShouldBe(CatalogueCheck.MostWarnings);
        problems.ShouldContain(p => p.Path == "last" && !p.IsWarning);
    }

    [Fact]
    public void No_problem_holds_a_value()
    {
        foreach (var problem in CatalogueCheck.Check(Table, JsonDocument.Parse("""{"name":"SECRETSECRET","amt":"SECRET","day":"SECRET"}""").RootElement))
            (problem.Path + problem.Message).ShouldNotContain("SECRET");
    }

    private static string Problems(string message) => string.Join('\n', CatalogueCheck.Check(Table, JsonDocument.Parse(message).RootElement, new Colours())
        .Select(p => $"{p.Path} {p.Rule}{(p.IsWarning ? " (warning)" : "")}"));

    private static FieldRow Row(string name, FieldKind kind, int? longest = null, string? dictionary = null, (int, int)? scale = null) => new()
    {
        Name = name, Kind = kind, Type = "", Length = "", Required = "", Label = "字段", IsRequired = false,
        MaxLength = longest, Dictionary = dictionary, Scale = scale,
    };

    private sealed class Colours : ICodeTables
    {
        public bool? Knows(string dictionary, string code) => dictionary == "colour" ? code == "red" : null;
    }
}
