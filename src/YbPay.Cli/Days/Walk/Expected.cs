using YbPay.Cli.Days.Plan;
using YbPay.Engine.Money;

namespace YbPay.Cli.Days.Walk;

/// <summary>Where a visit must end by its plan, once the core's division is known: pure.</summary>
internal static class Expected
{
    /// <summary>Null when it ended where it must; otherwise the sentence that says what is wrong.</summary>
    public static string? Breach(PatientPlan plan, OrderEnd end)
    {
        if (end.OrdStas is null) return end.GivenUp is null ? "the bill was never taken and nobody gave it up" : null;
        var must = end.GivenUp is null ? OrdStas(plan, end.Settled) : end.OrdStas;
        if (end.OrdStas != must) return $"order {end.PayOrdId} ended in {end.OrdStas}, not in {must} ({plan.Course}, {plan.GivesBack})";
        return end.OrdStas is "6" or "7" or "8" or "9" or "10" or "11" or "12" or "13" ? null : $"order {end.PayOrdId} did not come to an end: {end.OrdStas}";
    }

    private static string OrdStas(PatientPlan plan, SettledAmounts? settled)
    {
        if (plan.Course is Course.NeverConfirms or Course.RevokedBeforeConfirming || settled is null) return "12";
        if (settled.Due > Fen.Zero && plan.Course is not (Course.Pays or Course.PaysAfterDeclining)) return "13";
        var steps = GivingBack.StepsOf(plan, settled).ToList();
        if (steps.Any(step => step.Kind == "ALL")) return "7";
        var cash = steps.Aggregate(Fen.Zero, (sum, step) => sum + step.Cash);
        var (isInsuranceBack, isCashBack) = (steps.Any(step => step.Kind == "HI"), cash > Fen.Zero && cash == settled.Due);
        return (isInsuranceBack, isCashBack, cash > Fen.Zero) switch
        {
            (false, _, false) => "6",
            (true, _, false) => "8",
            (false, true, true) => "9",
            (false, false, true) => "10",
            (true, false, true) => "11",
            (true, true, true) => "7",
        };
    }
}
