using FsCheck;
using FsCheck.Fluent;
using YbPay.Engine.Benefits;
using YbPay.Engine.Money;

namespace YbPay.Engine.Tests.Benefits;

/// <summary>What holds for every bill under every policy.</summary>
public sealed class BenefitProperties
{
    private static readonly BenefitPolicy[] Shipped = [.. new[] { "440100", "449900", "519900" }.Select(BenefitPolicy.Shipped)];

    private static readonly BenefitRule[] ShippedRules = [.. Shipped.SelectMany(policy => policy.Rules)];

    private static readonly SupplementRule[] ShippedSupplements = [.. Shipped.SelectMany(policy => policy.Supplements)];

    private sealed record Case(BenefitPlan Plan, InsuredFacts Person, VisitFacts Visit, BillLine[] Lines, UsedBefore[] Used)
    {
        public BenefitRule Rule => Plan.Rule;

        public (BenefitResult Result, LineSplit[] Lines) Run() => BenefitCalculator.Calculate(Plan, Person, Visit, Lines, Used);
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

    private static readonly Gen<IReadOnlyList<RatioBand>> Bands =
        from ends in Gen.ListOf(Gen.Choose(1, 3_000_00)).Select(list => list.Distinct().Order().ToArray())
        from ratios in Gen.ArrayOf(Gen.Choose(0, Portion.Whole), ends.Length + 1)
        select (IReadOnlyList<RatioBand>)[.. ratios.Select((ratio, i) => new RatioBand(i < ends.Length ? new Fen(ends[i]) : null, ratio))];

    private static Gen<BenefitGrant> Grant(BenefitGrant shipped) =>
        from deductible in Amount(2_000_00)
        from bands in Bands
        from cap in Amount(5_000_00)
        from limited in Gen.Elements(true, false)
        from stay in Amount(4_000_00)
        select shipped with { Deductible = deductible, Bands = bands, YearlyCap = cap, StayCap = limited ? stay : null };

    private static readonly Gen<BenefitRule> Rules = Gen.OneOf(
        Gen.Elements(ShippedRules.AsEnumerable()),
        from shipped in Gen.Elements(ShippedRules.AsEnumerable())
        from grant in Grant(shipped.Grant)
        from account in Gen.Elements(true, false)
        select shipped with { Grant = grant, AccountAllowed = account });

    private static readonly Gen<SupplementRule> Supplements = Gen.OneOf(
        Gen.Elements(ShippedSupplements.AsEnumerable()),
        from shipped in Gen.Elements(ShippedSupplements.AsEnumerable())
        from grant in Grant(shipped.Grant)
        from @base in Gen.Elements(BenefitBase.Burden, BenefitBase.BurdenAndFirstOwn, BenefitBase.BeyondCap)
        select shipped with { Grant = grant, From = @base });

    private static readonly Gen<UsedBefore> Used =
        from deductible in Amount(2_000_00)
        from fund in Amount(6_000_00)
        from shared in Amount(4_000_00)
        from span in Amount(4_000_00)
        select new UsedBefore(deductible, fund) { Shared = shared, SpanFund = span };

    private static readonly Arbitrary<Case> Cases = (
        from rule in Rules
        from supplements in Gen.Choose(0, 4).SelectMany(count => Gen.ArrayOf(Supplements, count))
        from balance in Amount(3_000_00)
        from useAccount in Gen.Elements(true, false)
        from lines in Gen.ArrayOf(Line)
        from used in Gen.ArrayOf(Used, supplements.Length + 1)
        select new Case(new BenefitPlan(rule, supplements), new InsuredFacts(rule.Insutype, "1101", balance), new VisitFacts("11", 2, useAccount), lines, used)).ToArbitrary();

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
            result.Deductible, result.FundSum, .. result.Funds.Select(fund => fund.Amount), result.HospitalPart, result.PersonPart, result.AccountPaid, result.AccountLeft, result.Cash,
            .. lines.SelectMany(l => new[] { l.Amount, l.OwnPaid, l.OverLimit, l.FirstOwnPaid, l.InScope }),
        ];
        return all.All(amount => amount >= Fen.Zero);
    });

    [Fact]
    public void No_fund_pays_more_than_its_caps_its_ratio_or_what_it_looked_at() => ForAll(c => c.Run().Result.Funds.All(fund =>
        fund.Amount <= fund.Shared
        && fund.Amount <= fund.ByRatio
        && fund.Amount <= Fen.Max(Fen.Zero, fund.Grant.YearlyCap - fund.Used.Fund)
        && (fund.Grant.StayCap is not { } stay || fund.Amount <= Fen.Max(Fen.Zero, stay - fund.Used.SpanFund))));

    [Fact]
    public void All_funds_together_pay_at_most_what_is_in_scope_and_the_first_own_shares() => ForAll(c =>
    {
        var result = c.Run().Result;
        return result.FundSum <= result.Bill.InScope + result.Bill.FirstOwnPaid;
    });

    [Fact]
    public void Parts_of_the_bands_lie_end_to_end_and_sum_to_what_is_shared() => ForAll(c => c.Run().Result.Funds.All(fund =>
    {
        var at = fund.Used.Shared;
        foreach (var part in fund.Parts)
        {
            if (part.From != at || part.Amount <= Fen.Zero) return false;
            at += part.Amount;
        }

        return at == fund.Used.Shared + fund.Shared;
    }));

    [Fact]
    public void A_higher_yearly_cap_never_makes_the_basic_fund_pay_less_nor_the_person_more() => ForAll(c =>
    {
        var grant = c.Rule.Grant;
        var raised = c with { Plan = c.Plan with { Rule = c.Rule with { Grant = grant with { YearlyCap = grant.YearlyCap + new Fen(777_77) } } } };
        var (low, high) = (c.Run().Result, raised.Run().Result);
        return high.Funds[0].Amount >= low.Funds[0].Amount && (c.Plan.Supplements.Any(s => s.From is BenefitBase.BeyondCap) || high.PersonPart <= low.PersonPart);
    });

    [Fact]
    public void A_settlement_in_the_middle_of_a_stay_moves_at_most_a_fen_for_each_band_and_settlement() => ForAll(c =>
    {
        var grant = c.Rule.Grant;
        var (whole, first) = (c.Run().Result, c with { Lines = c.Lines[..(c.Lines.Length / 2)] });
        var middle = first.Run().Result.Funds[0];
        var after = new UsedBefore(middle.Used.Deductible + middle.Deductible, middle.Used.Fund + middle.Amount)
        {
            Shared = middle.Used.Shared + middle.Shared,
            SpanFund = middle.Used.SpanFund + middle.Amount,
        };
        var last = (c with { Lines = c.Lines[(c.Lines.Length / 2)..], Used = [after, .. c.Used.Skip(1)] }).Run().Result.Funds[0];
        var difference = (middle.Amount + last.Amount - whole.Funds[0].Amount).Value;
        return Math.Abs(difference) <= grant.Bands.Count + 1 && middle.Deductible + last.Deductible == whole.Deductible;
    });

    [Fact]
    public void The_deductible_is_never_paid_twice() => ForAll(c =>
    {
        var result = c.Run().Result;
        return result.Funds.All(fund => fund.Deductible <= Fen.Max(Fen.Zero, fund.Grant.Deductible - fund.Used.Deductible));
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
        var settled = BenefitCalculator.Settle(c.Plan, c.Person, c.Visit, sum, c.Used);
        return settled.FundSum == result.FundSum && settled.Cash == result.Cash && settled.Bill == result.Bill;
    });

    [Fact]
    public void A_higher_bill_never_costs_the_person_less() => ForAll(c =>
    {
        var more = c with { Lines = [.. c.Lines, new BillLine(new Fen(12_34), Portion.Whole, new CatalogueTerms(CatalogueClass.A, null, 0))] };
        return more.Run().Result.PersonPart >= c.Run().Result.PersonPart;
    });
}
