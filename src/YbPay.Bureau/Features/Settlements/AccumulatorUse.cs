using YbPay.Engine.Benefits;
using YbPay.Engine.Money;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>What one settlement uses up in one accumulator row, and the caps that hold there. Amounts in fen.</summary>
internal sealed record AccumulatorUse(string Group, string Period, long Deductible, long Shared, long SpanFund, long Fund, long Cap, long SpanCap)
{
    /// <summary>From the calculation stored with the settlement, so that taking back and restoring never ask today's policy.</summary>
    public static IEnumerable<AccumulatorUse> Of(SettlementRow row)
    {
        if (row.Reckoning is not { } reckoning) return Whole(row);
        return StoredReckoning.Read(reckoning).Funds.SelectMany(share => Of(row, share)).Where(use => use.Deductible + use.Shared + use.Fund > 0);
    }

    private static IEnumerable<AccumulatorUse> Of(SettlementRow row, FundShare share)
    {
        var grant = share.Grant;
        if (grant.Span is DeductibleSpan.Year)
        {
            yield return new(grant.Group, row.FundYear, share.Deductible.Value, share.Shared.Value, 0, share.Amount.Value, grant.YearlyCap.Value, Fen.Largest);
            yield break;
        }

        yield return new(grant.Group, row.MdtrtId, share.Deductible.Value, share.Shared.Value, share.Amount.Value, 0, Fen.Largest, grant.StayCap?.Value ?? Fen.Largest);
        yield return new(grant.Group, row.FundYear, 0, 0, 0, share.Amount.Value, grant.YearlyCap.Value, Fen.Largest);
    }

    /// <summary>A settlement from before calculations were stored: one fund, and its cap is not known any more.</summary>
    private static IEnumerable<AccumulatorUse> Whole(SettlementRow row)
    {
        var fund = new AccumulatorUse(row.BenefitGroup, row.FundYear, 0, 0, 0, row.FundSum, Fen.Largest, Fen.Largest);
        var deductible = new AccumulatorUse(row.BenefitGroup, row.DeductiblePeriod, row.Deductible, 0, 0, 0, Fen.Largest, Fen.Largest);
        AccumulatorUse[] uses = row.FundYear == row.DeductiblePeriod ? [fund with { Deductible = row.Deductible }] : [deductible, fund];
        return uses.Where(use => use.Deductible + use.Fund > 0);
    }
}
