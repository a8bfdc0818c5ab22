using System.Text.Json;
using YbPay.Engine.Benefits;

namespace YbPay.Bureau.Tests.Hosting;

/// <summary>A policy drawn at random and read as a policy file is: bands, caps that bills reach, supplements one upon the other.</summary>
internal static class RandomPolicy
{
    private static readonly string[] Kinds = ["civilServant", "enterprise", "seriousIllness", "largeAmount", "disabled", "medicalAid", "other"];
    private static readonly string[] Bases = ["burden", "burdenAndFirstOwn", "beyondCap"];

    public static BenefitPolicy Draw(Random random)
    {
        var rules = new List<object>();
        foreach (var insutype in new[] { "310", "390" })
        {
            rules.Add(Rule(random, insutype, "11", "year", "门诊", "11"));
            rules.Add(Rule(random, insutype, "21", "stay", "住院", "21"));
        }

        var supplements = Enumerable.Range(0, random.Next(4)).Select(i => new
        {
            kind = Kinds[random.Next(Kinds.Length)], insutypes = new[] { "310", "390" }, from = Bases[random.Next(Bases.Length)], deductiblePer = "year",
            deductible = Yuan(random, 200), bands = Bands(random), yearlyCap = Yuan(random, 3000), group = $"补充{i}", fundPayType = $"9{i}0100", fundName = $"补充基金{i}",
        }).ToList();
        return PolicyFile.Read(new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new { admdvs = "440100", name = "随机政策", rules, supplements })));
    }

    private static object Rule(Random random, string insutype, string medType, string per, string group, string clearingType) => new
    {
        insutype, medTypes = new[] { medType }, deductiblePer = per, deductible = Yuan(random, 300), bands = Bands(random), yearlyCap = Yuan(random, 8000),
        stayCap = per == "stay" && random.Next(2) == 0 ? Yuan(random, 4000) : (decimal?)null, group, clearingType, fundPayType = insutype + "100", fundName = "基本医疗保险基金", account = random.Next(4) > 0,
    };

    private static object[] Bands(Random random)
    {
        var (bands, end) = (new List<object>(), 0m);
        for (var i = random.Next(3); i > 0; i--) bands.Add(new { upTo = end += Yuan(random, 1500) + 0.01m, ratio = Ratio(random) });
        return [.. bands, new { ratio = Ratio(random) }];
    }

    private static decimal Yuan(Random random, int most) => random.Next(most * 100) / 100m;

    private static decimal Ratio(Random random) => random.Next(10_001) / 10_000m;
}
