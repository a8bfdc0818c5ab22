using YbPay.Engine.Benefits;
using YbPay.Engine.Money;

namespace YbPay.Engine.Tests.Benefits;

/// <summary>A result explains itself as a clerk would reckon it, and the equations name what does not add up.</summary>
public sealed class BenefitExplained
{
    private static readonly BenefitRule Rule = BenefitPolicy.Shipped("440100").Find("390", "1501", "11", 1)!; // 65 %, 1500.00 a year

    private static (BenefitResult Result, LineSplit[] Lines) Calculate(long fundUsed) => BenefitCalculator.Calculate(
        new BenefitPlan(Rule, []),
        new InsuredFacts("390", "1501", Fen.Zero),
        new VisitFacts("11", 1, UseAccount: true),
        [new BillLine(new Fen(300_00), Portion.Whole, new CatalogueTerms(CatalogueClass.B, null, 1_000)), new BillLine(new Fen(12_50), Portion.Whole, CatalogueTerms.Unlisted)],
        [new UsedBefore(Fen.Zero, new Fen(fundUsed))]);

    [Fact]
    public void Each_step_stands_on_a_line() => BenefitExplanation.Steps(Calculate(0).Result).ShouldBe(
    [
        "费用总额 312.50 = 全自费 12.50 + 超限价 0.00 + 先行自付 30.00 + 范围内 270.00",
        "1. 城乡居民基本医疗保险基金（390100，普通门诊）",
        "   基数：范围内 270.00",
        "   起付线：每年 0.00，本年此前已付 0.00，本次 0.00；起付线以上 270.00 - 0.00 = 270.00",
        "   270.00 × 65% = 175.50",
        "   年度封顶 1500.00，本年此前已付 0.00，本次最多 1500.00",
        "   支付 175.50",
        "基金合计 175.50",
        "个人负担 137.00 = 费用总额 312.50 - 基金 175.50 - 医院负担 0.00",
        "其中个人账户 0.00，现金 137.00；账户余额 0.00",
    ]);

    [Fact]
    public void A_cap_that_bites_is_told() =>
        Calculate(1_400_00).Result.Funds[0].Process.ShouldBe("普通门诊：(范围内270.00-起付线0.00)×65%=175.50，年度封顶后支付100.00");

    [Fact]
    public void Bands_are_told_one_by_one_and_a_cap_per_stay_by_name()
    {
        var policy = BenefitPolicy.Shipped("519900");
        var (person, stay) = (new InsuredFacts("310", "1101", Fen.Zero), new VisitFacts("21", 3, UseAccount: false));
        BenefitCalculator.Settle(policy.Plan(person, stay)!, person, stay, InScope(20_800_00), [default]).Funds[0].Process
            .ShouldBe("住院：范围内20800.00-起付线800.00=20000.00；10000.00×83%=8300.00，10000.00×86%=8600.00，合计16900.00");
        var birth = stay with { MedType = "52" };
        BenefitCalculator.Settle(policy.Plan(person, birth)!, person, birth, InScope(5_000_00), [default]).Funds[0].Process
            .ShouldBe("生育住院：(范围内5000.00-起付线0.00)×100%=5000.00，单次封顶后支付4500.00");
    }

    private static LineSplit InScope(long fen) => new(new Fen(fen), Fen.Zero, Fen.Zero, Fen.Zero, new Fen(fen));

    [Fact]
    public void A_result_that_does_not_add_up_is_named_by_equation()
    {
        var (result, lines) = Calculate(0);
        BenefitEquations.Broken(result, lines).ShouldBeEmpty();
        BenefitEquations.Broken(result, lines.AsSpan(1)).ShouldBe([1]);
        BenefitEquations.Broken(result with { FundSum = new Fen(1) }, lines).ShouldBe([3, 6]);
        var bill = result.Bill with { InScope = Fen.Zero };
        BenefitEquations.Broken(result with { Bill = bill }, lines).ShouldBe([1, 2]);
    }
}
