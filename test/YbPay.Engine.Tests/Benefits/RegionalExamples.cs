using System.Globalization;
using YbPay.Engine.Benefits;
using YbPay.Engine.Money;

namespace YbPay.Engine.Tests.Benefits;

/// <summary>The two example cities' bills, reckoned by hand in Examples*.txt, which a benefit clerk can read and check.</summary>
public sealed class RegionalExamples
{
    private static readonly string[] Cities = ["449900", "519900"];

    public static TheoryData<string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var city in Cities)
            foreach (var title in Blocks(city).Keys) data.Add(city, title);
            return data;
        }
    }

    [Fact]
    public void Each_city_has_at_least_six() => Cities.ShouldAllBe(city => Blocks(city).Count >= 6);

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_calculator_agrees_with_the_clerk(string city, string example)
    {
        var rows = Blocks(city)[example];
        var (told, at) = (Row(rows, "人员"), Row(rows, "就诊"));
        var person = new InsuredFacts(told["险种"], told["类别"], Yuan(told["账户"]))
        {
            Insurances = [told["险种"], .. List(told, "另有")],
            Identities = List(told, "身份"),
        };
        var visit = new VisitFacts(at["医疗类别"], int.Parse(at["等级"], CultureInfo.InvariantCulture), told["用账户"] == "是");
        var plan = BenefitPolicy.Shipped(city).Plan(person, visit).ShouldNotBeNull();
        var before = Rows(rows, "此前").ToDictionary(cells => cells["组"], Used);
        var used = plan.Grants.Select(grant => before.GetValueOrDefault(grant.Group)).ToArray();
        before.Keys.ShouldBeSubsetOf(plan.Grants.Select(grant => grant.Group));

        var (result, lines) = BenefitCalculator.Calculate(plan, person, visit, [.. Rows(rows, "费用").Select(Line)], used);

        var actual = new Dictionary<string, Fen>
        {
            ["总额"] = result.Bill.Amount, ["全自费"] = result.Bill.OwnPaid, ["超限价"] = result.Bill.OverLimit, ["先行自付"] = result.Bill.FirstOwnPaid,
            ["范围内"] = result.Bill.InScope, ["起付线"] = result.Deductible, ["基金"] = result.FundSum, ["账户"] = result.AccountPaid, ["现金"] = result.Cash,
        };
        Row(rows, "结果").ToDictionary(cell => cell.Key, cell => Yuan(cell.Value)).ShouldBe(actual, ignoreOrder: true);
        Row(rows, "支付").ToDictionary(cell => cell.Key, cell => Yuan(cell.Value)).ShouldBe(result.Funds.ToDictionary(fund => fund.Grant.Group, fund => fund.Amount), ignoreOrder: true);
        BenefitEquations.Broken(result, lines).ShouldBeEmpty();
    }

    private static UsedBefore Used(Dictionary<string, string> cells) =>
        new(Yuan(cells.GetValueOrDefault("起付", "0")), Yuan(cells.GetValueOrDefault("年度", "0")))
        {
            Shared = Yuan(cells.GetValueOrDefault("分段", "0")),
            SpanFund = Yuan(cells.GetValueOrDefault("本次", "0")),
        };

    private static BillLine Line(Dictionary<string, string> cells)
    {
        var grade = cells["类"] switch { "甲" => CatalogueClass.A, "乙" => CatalogueClass.B, "丙" => CatalogueClass.C, var other => throw new InvalidDataException(other) };
        var share = (int)(decimal.Parse(cells.GetValueOrDefault("自付", "0"), CultureInfo.InvariantCulture) * 100);
        var quantity = (long)(decimal.Parse(cells.GetValueOrDefault("数量", "1"), CultureInfo.InvariantCulture) * Portion.Whole);
        return new BillLine(Yuan(cells["金额"]), quantity, new CatalogueTerms(grade, cells.TryGetValue("限价", out var limit) ? Yuan(limit) : null, share));
    }

    private static string[] List(Dictionary<string, string> cells, string name) =>
        cells.GetValueOrDefault(name, "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static Fen Yuan(string text) => Fen.FromYuan(decimal.Parse(text, CultureInfo.InvariantCulture))!.Value;

    private static Dictionary<string, string> Row(List<string> rows, string name) => Rows(rows, name).Single();

    private static IEnumerable<Dictionary<string, string>> Rows(List<string> rows, string name) =>
        rows.Where(row => row.StartsWith(name + " ", StringComparison.Ordinal))
            .Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(cell => cell.Split('=')).ToDictionary(cell => cell[0], cell => cell[1]));

    private static Dictionary<string, List<string>> Blocks(string city)
    {
        var blocks = new Dictionary<string, List<string>>();
        List<string>? current = null;
        foreach (var row in File.ReadAllLines(Repository.At("test", "YbPay.Engine.Tests", "Benefits", $"Examples{city}.txt")))
        {
            if (row.StartsWith("== ", StringComparison.Ordinal)) blocks[row[3..]] = current = [];
            else if (row.Length > 0 && row[0] != '#') (current ?? throw new InvalidDataException("A row before the first example.")).Add(row.Trim());
        }

        return blocks;
    }
}
