namespace YbPay.Sandbox.Insurer;

/// <summary>What the insurer decides about money; all amounts in fen.</summary>
public static class InsurerRules
{
    /// <summary>What a plan pays of costs: the ratio of what exceeds the deductible, rounded down, as far as the cap still goes. Never negative.</summary>
    /// <param name="costs">What counts of the person's own costs.</param>
    /// <param name="left">What is left of the cap.</param>
    public static long Payable(InsurancePlan plan, long costs, long left)
    {
        var above = costs - plan.Deductible;
        return above <= 0 ? 0 : Math.Min((long)((Int128)above * plan.Ratio / 100), left);
    }

    /// <summary>What counts for a quote: the person's own part, and no more than the others leave.</summary>
    public static long CostsOf(QuoteOrder order) => Math.Min(order.Own, order.Total - order.BasicPaid - order.ThirdPartyPaid);
}
