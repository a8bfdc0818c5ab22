using FsCheck;
using FsCheck.Fluent;
using YbPay.Engine.Benefits;
using YbPay.Engine.Money;

namespace YbPay.Engine.Tests.Benefits;

/// <summary>What holds for every bill under every policy.</summary>
public sealed class BenefitProperties
{
    private static readonly BenefitPolicy Shipped = BenefitPolicy.Shipped("440100");

    private sealed record Case(BenefitRule Rule, InsuredFacts Person, VisitFacts Visit, BillLine[] Lines, UsedBefore Used)
    {
        public (BenefitResult Result, LineSplit[] Lines) Run() => BenefitCalculator.Calculate(Rule, Person, Visit, Lines, Used);
    }

    private static Gen<Fen> Amount(int most) =>
        Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(0, most), Gen.Choose(0, most), Gen.Choose(0, most)).Select(fen => new Fen(fen));

    private static readonly Gen<CatalogueTerms> Terms =
        from grade in Gen.Elements(CatalogueClass.A, CatalogueClass.B, CatalogueClass.C)
        from limited in Gen.Elements(true, false)
        from limit in Amount(500_00)
        from share in Gen.Choose(0, Portion.Whole)
        select new CatalogueTerms(grade, limited ? limit : null, share);

    private static readonly Gen<BillLine> Line =
        from amount in Amount(9_999_99)
        from quantity in Gen.Choose(1, 30 * Portion.Whole)
        from terms in Terms
        select new BillLine(amount, quantity, terms);

    private static readonly Gen<BenefitRule> RandomRule =
        from shipped in Gen.Elements(Shipped.Rules.AsEnumerable())
        from deductible in Amount(2_000_00)
        from ratio in Gen.Choose(0, Portion.Whole)
        from cap in Amount(5_000_00)
        from account in Gen.Elements(true, false)
        select shipped with { Deductible = deductible, Ratio = ratio, YearlyCap = cap, AccountAllowed = account };

    private static readonly Arbitrary<Case> Cases = (
        from rule in Gen.OneOf(RandomRule, Gen.Elements(Shipped.Rules.AsEnumerable()))
        from balance in Amount(3_000_00)
        from useAccount in Gen.Elements(true, false)
        from lines in Gen.ArrayOf(Line)
        from deductible in Amount(2_000_00)
        from fund in Amount(6_000_00)
        select new Case(rule, new InsuredFacts(rule.Insutype, "1101", balance), new VisitFacts("11", 2, useAccount), lines, new UsedBefore(deductible, fund))).ToArbitrary();

    private static void ForAll(Func<Case, bool> holds) => Prop.ForAll(Cases, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void The_equations_hold_for_every_bill() => ForAll(c =>
    {
        var (result, lines) = c.Run();
        return BenefitEquations.Broken(result, lines).Count == 0;
    });

    [Fact]
    public void No_amount_is_ever_negative() => ForAll(c =>
    {
        var (result, lines) = c.Run();
        Fen[] all =
        [
            result.Deductible, result.FundSum, result.HospitalPart, result.PersonPart, result.AccountPaid, result.AccountLeft, result.Cash,
            .. lines.SelectMany(l => new[] { l.Amount, l.OwnPaid, l.OverLimit, l.FirstOwnPaid, l.InScope }),
        ];
        return all.All(amount => amount >= Fen.Zero);
    });

    [Fact]
    public void The_fund_never_pays_more_than_its_cap_its_ratio_or_what_is_in_scope() => ForAll(c =>
    {
        var result = c.Run().Result;
        var room = Fen.Max(Fen.Zero, c.Rule.YearlyCap - c.Used.Fund);
        return result.FundSum <= room && result.FundSum <= result.Bill.InScope - result.Deductible;
    });

    [Fact]
    public void The_deductible_is_never_paid_twice() => ForAll(c =>
    {
        var result = c.Run().Result;
        return result.Deductible <= Fen.Max(Fen.Zero, c.Rule.Deductible - c.Used.Deductible);
    });

    [Fact]
    public void The_account_never_pays_more_than_it_holds_or_than_is_owed() => ForAll(c =>
    {
        var result = c.Run().Result;
        return result.AccountPaid <= c.Person.AccountBalance && result.AccountPaid <= result.PersonPart
            && result.AccountLeft + result.AccountPaid == c.Person.AccountBalance
            && (c.Visit.UseAccount || result.AccountPaid == Fen.Zero);
    });

    [Fact]
    public void Settling_summed_lines_equals_calculating_them() => ForAll(c =>
    {
        var (result, lines) = c.Run();
        var sum = lines.Aggregate(default(LineSplit), (a, b) => a + b);
        var settled = BenefitCalculator.Settle(c.Rule, c.Person, c.Visit, sum, c.Used);
        return settled.FundSum == result.FundSum && settled.Cash == result.Cash && settled.Bill == result.Bill;
    });

    [Fact]
    public void A_higher_bill_never_costs_the_person_less() => ForAll(c =>
    {
        var more = c with { Lines = [.. c.Lines, new BillLine(new Fen(12_34), Portion.Whole, new CatalogueTerms(CatalogueClass.A, null, 0))] };
        return more.Run().Result.PersonPart >= c.Run().Result.PersonPart;
    });
}
