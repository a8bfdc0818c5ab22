using YbPay.Engine.Money;

namespace YbPay.Engine.Benefits;

/// <summary>
/// Splits a bill between funds, personal account and person. Pure; integer fen, overflow checked; rounds only in
/// <see cref="Portion"/>. The order: lines by class and limit; the basic fund's deductible, bands and caps; each supplement
/// the same way, of what is left; personal account; cash.
/// </summary>
public static class BenefitCalculator
{
    /// <summary>Splits the lines and then the bill. The splits come out in the lines' order.</summary>
    /// <param name="used">One for each of the plan's grants, in their order.</param>
    /// <exception cref="ArgumentOutOfRangeException">A line's amount or quantity, or the balance, is negative.</exception>
    public static (BenefitResult Result, LineSplit[] Lines) Calculate(
        BenefitPlan plan, InsuredFacts person, VisitFacts visit, ReadOnlySpan<BillLine> lines, ReadOnlySpan<UsedBefore> used)
    {
        var splits = new LineSplit[lines.Length];
        var bill = default(LineSplit);
        for (var i = 0; i < lines.Length; i++) bill += splits[i] = LineSplit.Of(lines[i]);
        return (Settle(plan, person, visit, bill, used), splits);
    }

    /// <summary>Settles lines that were split and summed before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The balance is negative.</exception>
    /// <exception cref="ArgumentException">What was used before is not told for each grant.</exception>
    public static BenefitResult Settle(BenefitPlan plan, InsuredFacts person, VisitFacts visit, in LineSplit bill, ReadOnlySpan<UsedBefore> used)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(person.AccountBalance.Value, nameof(person));
        if (used.Length != plan.Supplements.Count + 1) throw new ArgumentException("What was used before is wanted for each grant of the plan.", nameof(used));

        var basic = plan.Rule.Grant.Reckon(BenefitBase.InScope, bill.InScope, used[0]);
        var funds = new List<FundShare>(used.Length) { basic };
        var paid = basic.Amount;
        for (var i = 0; i < plan.Supplements.Count; i++)
        {
            var supplement = plan.Supplements[i];
            var left = Left(supplement.From, bill, basic, paid);
            if (left == Fen.Zero) continue;
            var share = supplement.Grant.Reckon(supplement.From, left, used[i + 1]);
            funds.Add(share);
            paid += share.Amount;
        }

        var owed = bill.Amount - paid;
        var account = visit.UseAccount && plan.Rule.AccountAllowed ? Fen.Min(owed, person.AccountBalance) : Fen.Zero;
        return new BenefitResult
        {
            Rule = plan.Rule,
            Bill = bill,
            Funds = funds,
            FundSum = paid,
            HospitalPart = Fen.Zero,
            AccountPaid = account,
            AccountLeft = person.AccountBalance - account,
        };
    }

    /// <summary>
    /// What a supplement may look at: never more than is left, so that no fen is paid twice. What lies beyond the cap shrinks by all that
    /// was paid since; otherwise two funds could look at the same fen, and a dearer bill cost the person less.
    /// </summary>
    private static Fen Left(BenefitBase from, in LineSplit bill, FundShare basic, Fen paid) => from switch
    {
        BenefitBase.InScope or BenefitBase.Burden => Fen.Max(Fen.Zero, bill.InScope - paid),
        BenefitBase.BurdenAndFirstOwn => bill.InScope + bill.FirstOwnPaid - paid,
        BenefitBase.BeyondCap => Fen.Max(Fen.Zero, basic.ByRatio - paid),
    };
}
