using YbPay.Engine.Credit;
using YbPay.Engine.Money;

namespace YbPay.Engine.Discharge;

/// <summary>What a trial was made of and what it answered: its discharge must say the same.</summary>
public sealed record TrialTerms(string VisitNo, string SetlId, Fen Total, Fen NonCredit, Fen Budget);

/// <summary>What a discharge states (HOS00014).</summary>
/// <param name="BasicInsurance">miAmt, a part of nonCreditPayAmt.</param>
/// <param name="ThirdParty">thirdpartyPayTotal, a part of nonCreditPayAmt; zero when it is not sent.</param>
/// <param name="OwnShare">grAmt.</param>
public sealed record DischargeTerms(string VisitNo, string SetlId, Fen Total, Fen NonCredit, Fen Budget, Fen BasicInsurance, Fen ThirdParty, Fen OwnShare)
{
    /// <summary>The sums to settle by, which the deposits cover, or the first thing that differs from the trial, cannot be, or is missing.</summary>
    public Verdict<DischargeSums, DischargeRefusal> Against(TrialTerms trial, IReadOnlyList<Deposit> deposits) =>
        Difference(trial) is { } why ? why : Tried(deposits).Then(sums => sums.Covered());

    /// <summary>The sums of a trial of these terms: what the deposits lack is no obstacle yet.</summary>
    public Verdict<DischargeSums, DischargeRefusal> Tried(IReadOnlyList<Deposit> deposits) => DischargeSums.Of(Total, NonCredit, Budget, deposits).Then(Parts);

    private DischargeRefusal? Difference(TrialTerms trial)
    {
        if (VisitNo != trial.VisitNo) return new(DischargeReason.VisitDiffers);
        if (SetlId != trial.SetlId) return new(DischargeReason.SettlementDiffers);
        if (Total != trial.Total) return new(DischargeReason.TotalDiffers, Total, trial.Total);
        if (NonCredit != trial.NonCredit) return new(DischargeReason.NonCreditDiffers, NonCredit, trial.NonCredit);
        if (Budget != trial.Budget) return new(DischargeReason.BudgetDiffers, Budget, trial.Budget);
        return null;
    }

    private Verdict<DischargeSums, DischargeRefusal> Parts(DischargeSums sums)
    {
        foreach (var amount in (ReadOnlySpan<Fen>)[BasicInsurance, ThirdParty, OwnShare])
            if (!CreditAmounts.IsPrintable(amount)) return new DischargeRefusal(DischargeReason.AmountInvalid, amount, CreditAmounts.Largest);
        var others = BasicInsurance + ThirdParty;
        if (others > NonCredit) return new DischargeRefusal(DischargeReason.OthersBeyondNonCredit, others, NonCredit);
        if (OwnShare > Total) return new DischargeRefusal(DischargeReason.OwnShareBeyondTotal, OwnShare, Total);
        return sums;
    }
}
