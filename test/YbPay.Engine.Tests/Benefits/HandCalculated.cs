using System.Globalization;
using YbPay.Engine.Benefits;
using YbPay.Engine.Money;

namespace YbPay.Engine.Tests.Benefits;

/// <summary>Examples reckoned by hand from HandCalculated.txt, which a benefit clerk can read.</summary>
public sealed class HandCalculated
{
    public static TheoryData<string> Examples => [.. Blocks().Keys];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_calculator_agrees_with_the_clerk(string example)
    {
        var rows = Blocks()[example];
        var (person, lines, expected) = (Row(rows, "person"), rows.Where(r => r.StartsWith("line", StringComparison.Ordinal)).Select(Line).ToArray(), Row(rows, "result"));
        var facts = new InsuredFacts(person["insutype"], person["type"], Yuan(person["account"]));
        var visit = new VisitFacts(person["med"], int.Parse(person["level"], CultureInfo.InvariantCulture), person["use"] == "1");
        var rule = BenefitPolicy.Shipped("440100").Find(facts.Insutype, facts.PsnType, visit.MedType, visit.HospitalLevel);

        var (result, _) = BenefitCalculator.Calculate(
            new BenefitPlan(rule!, []), facts, visit, lines, [new UsedBefore(Yuan(person["dedUsed"]), Yuan(person["fundUsed"]))]);

        var actual = new Dictionary<string, Fen>
        {
            ["total"] = result.Bill.Amount, ["own"] = result.Bill.OwnPaid, ["over"] = result.Bill.OverLimit, ["first"] = result.Bill.FirstOwnPaid,
            ["scope"] = result.Bill.InScope, ["ded"] = result.Deductible, ["fund"] = result.FundSum, ["account"] = result.AccountPaid, ["cash"] = result.Cash,
        };
        foreach (var (name, value) in expected) actual[name].ShouldBe(Yuan(value), $"{example}: {name}");
        expected.Count.ShouldBe(actual.Count);
    }

    /// <summary>A line reads: class amount quantity limit share.</summary>
    private static BillLine Line(string row)
    {
        var cells = Cells(row);
        var grade = Enum.Parse<CatalogueClass>(cells["class"]);
        var share = (int)(decimal.Parse(cells["share"], CultureInfo.InvariantCulture) * 100);
        return new BillLine(
            Yuan(cells["amount"]),
            (long)(decimal.Parse(cells["cnt"], CultureInfo.InvariantCulture) * Portion.Whole),
            new CatalogueTerms(grade, cells["limit"] == "-" ? null : Yuan(cells["limit"]), share));
    }

    private static Fen Yuan(string text) => Fen.FromYuan(decimal.Parse(text, CultureInfo.InvariantCulture))!.Value;

    private static Dictionary<string, string> Row(IEnumerable<string> rows, string name) => Cells(rows.Single(r => r.StartsWith(name, StringComparison.Ordinal)));

    private static Dictionary<string, string> Cells(string row) =>
        row.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(cell => cell.Split('=')).ToDictionary(c => c[0], c => c[1]);

    private static Dictionary<string, List<string>> Blocks()
    {
        var blocks = new Dictionary<string, List<string>>();
        var current = new List<string>();
        foreach (var row in File.ReadAllLines(Repository.At("test", "YbPay.Engine.Tests", "Benefits", "HandCalculated.txt")))
        {
            if (row.StartsWith("== ", StringComparison.Ordinal)) blocks[row[3..]] = current = [];
            else if (row.Length > 0 && row[0] != '#') current.Add(row.Trim());
        }

        return blocks;
    }
}
