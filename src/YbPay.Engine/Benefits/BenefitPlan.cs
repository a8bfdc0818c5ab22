namespace YbPay.Engine.Benefits;

/// <summary>What a policy holds for one person at one visit: the basic rule, then supplements in the order in which they pay.</summary>
public sealed record BenefitPlan(BenefitRule Rule, IReadOnlyList<SupplementRule> Supplements)
{
    /// <summary>The grants in the order in which they pay, the basic one first. What was used before is told in this order.</summary>
    public IEnumerable<BenefitGrant> Grants => Supplements.Select(supplement => supplement.Grant).Prepend(Rule.Grant);
}
