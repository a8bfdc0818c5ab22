using YbPay.Cli.Bench.Crypto;
using YbPay.Engine.Benefits;
using YbPay.Engine.Money;

namespace YbPay.Cli.Bench.Bureau;

/// <summary>Pure calculations a second on one core: the median round and the spread.</summary>
/// <param name="Target">What is asked of a core.</param>
internal sealed record CalculationFigure(string Policy, int Lines, double Median, double Least, double Most, double Target)
{
    public bool Met => Median >= Target;
}

/// <summary>
/// The benefit calculation alone, on one core: lines split, plan found, funds reckoned, and every fund's explanation written,
/// as a settlement needs it. No storage, no wire.
/// </summary>
internal sealed class CalculationBench(int rounds, TimeSpan round)
{
    private static readonly (int Lines, double Target)[] Bills = [(5, 20_000), (200, 1_500)];

    public IEnumerable<CalculationFigure> Run()
    {
        foreach (var admdvs in new[] { "440100", "449900", "519900" })
        foreach (var (lines, target) in Bills)
        {
            var times = Measure(BenefitPolicy.Shipped(admdvs), Bill(lines));
            yield return new CalculationFigure(admdvs, lines, times.Median, times.Least, times.Most, target);
        }
    }

    private PairedTimes Measure(BenefitPolicy policy, BillLine[] bill)
    {
        var person = new InsuredFacts("390", "1501", new Fen(1_000_00)) { Insurances = ["390", "392"], Identities = ["6102"] };
        var visit = new VisitFacts("21", 3, UseAccount: true);
        var used = new UsedBefore[policy.Plan(person, visit)!.Supplements.Count + 1];
        var written = 0L;
        var times = PairedTimes.Measure(
            () =>
            {
                var plan = policy.Plan(person, visit)!;
                var (result, _) = BenefitCalculator.Calculate(plan, person, visit, bill, used);
                foreach (var fund in result.Funds) written += fund.Process.Length;
            },
            null, rounds, round);
        return written > 0 ? times : throw new InvalidOperationException("No calculation explained itself.");
    }

    /// <summary>Classes, limits and shares in turns; dear enough that segments and supplements have work.</summary>
    private static BillLine[] Bill(int lines)
    {
        CatalogueTerms[] terms = [new(CatalogueClass.A, null, 0), new(CatalogueClass.B, new Fen(90_00), 1_000), new(CatalogueClass.A, new Fen(55_00), 0), new(CatalogueClass.B, null, 2_000), CatalogueTerms.Unlisted];
        return [.. Enumerable.Range(0, lines).Select(i => new BillLine(new Fen((60_000_00 / lines) + (i * 137)), (1 + (i % 7)) * Portion.Whole, terms[i % terms.Length]))];
    }
}
