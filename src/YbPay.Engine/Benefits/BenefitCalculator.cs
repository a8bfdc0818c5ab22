using YbPay.Engine.Money;

namespace YbPay.Engine.Benefits;

/// <summary>
/// Splits a bill between fund, personal account and person. Pure; integer fen; rounds only in <see cref="Portion"/>.
/// The order: lines by class and limit, deductible, ratio, yearly cap, personal account, cash.
/// </summary>
public static class BenefitCalculator
{
    /// <summary>Splits the lines and then the bill. The splits come out in the lines' order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A line's amount or quantity, or the balance, is negative.</exception>
    public static (BenefitResult Result, LineSplit[] Lines) Calculate(
        BenefitRule rule, InsuredFacts person, VisitFacts visit, ReadOnlySpan<BillLine> lines, UsedBefore used)
    {
        var splits = new LineSplit[lines.Length];
        var bill = default(LineSplit);
        for (var i = 0; i < lines.Length; i++) bill += splits[i] = LineSplit.Of(lines[i]);
        return (Settle(rule, person, visit, bill, used), splits);
    }

    /// <summary>Settles lines that were split and summed before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The balance is negative.</exception>
    public static BenefitResult Settle(BenefitRule rule, InsuredFacts person, VisitFacts visit, in LineSplit bill, UsedBefore used)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(person.AccountBalance.Value, nameof(person));
        var deductible = Fen.Min(bill.InScope, Fen.Max(Fen.Zero, rule.Deductible - used.Deductible));
        var shared = bill.InScope - deductible;
        var byRatio = Portion.Of(shared, rule.Ratio);
        var room = Fen.Max(Fen.Zero, rule.YearlyCap - used.Fund);
        var fund = Fen.Min(byRatio, room);

        var owed = bill.Amount - fund;
        var account = visit.UseAccount && rule.AccountAllowed ? Fen.Min(owed, person.AccountBalance) : Fen.Zero;
        return new BenefitResult
        {
            Rule = rule,
            Bill = bill,
            Deductible = deductible,
            Funds = [new FundShare(FundKind.Basic, rule.FundPayType, rule.FundName, bill.InScope, room, fund, BenefitExplanation.Fund(rule, bill.InScope, deductible, byRatio, fund))],
            FundSum = fund,
            HospitalPart = Fen.Zero,
            AccountPaid = account,
            AccountLeft = person.AccountBalance - account,
        };
    }
}
