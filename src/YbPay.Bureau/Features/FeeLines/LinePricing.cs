using YbPay.Bureau.Items;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Benefits;
using YbPay.Engine.Money;

namespace YbPay.Bureau.Features.FeeLines;

/// <summary>A line as it came, outpatient or inpatient alike.</summary>
internal readonly record struct ToldLine(string FeedetlSn, string ItemCode, decimal Amount, decimal Count, decimal Price);

/// <summary>Prices lines by the catalogue: what is stored, and what the answer says of it.</summary>
internal static class LinePricing
{
    /// <summary>Price times quantity may differ from the amount by this much, for prices with six decimals.</summary>
    private const decimal Tolerance = 0.01m;

    /// <summary>A hundred million yuan for one line is a slip of the pen; sums stay far from overflow.</summary>
    private const long Largest = 100_000_000_00;

    public static Outcome<(StoredLine Stored, FeeLineResult Told)> Price(in ToldLine line, CatalogueItem item)
    {
        if (Fen.FromYuan(line.Amount) is not { Value: >= 0 and <= Largest } amount || line.Count <= 0 || line.Price < 0) return Refusals.AmountInvalid.With($"明细 {line.FeedetlSn}");
        if (Math.Abs((line.Price * line.Count) - line.Amount) > Tolerance) return Refusals.LineAmount.With($"明细 {line.FeedetlSn}");

        var quantity = (long)decimal.Round(line.Count * Portion.Whole);
        var split = LineSplit.Of(new BillLine(amount, quantity, item.Terms));
        return (new StoredLine(line.FeedetlSn, line.ItemCode, item.Terms.Class, quantity, split), Told(line, item, split));
    }

    private static FeeLineResult Told(in ToldLine line, CatalogueItem item, in LineSplit split) => new()
    {
        FeedetlSn = line.FeedetlSn,
        DetItemFeeSumamt = split.Amount.ToYuan(),
        Cnt = line.Count,
        Pric = line.Price,
        PricUplmtAmt = item.Terms.PriceLimit?.ToYuan(),
        SelfpayProp = OwnShare(item.Terms),
        FulamtOwnpayAmt = split.OwnPaid.ToYuan(),
        OverlmtAmt = split.OverLimit.ToYuan(),
        PreselfpayAmt = split.FirstOwnPaid.ToYuan(),
        InscpScpAmt = split.InScope.ToYuan(),
        ChrgitmLv = item.Terms.Class switch { CatalogueClass.A => "01", CatalogueClass.B => "02", CatalogueClass.C => "03" },
        MedChrgitmType = item.ChargeType,
        Memo = item.IsListed ? null : "目录外项目，按自费处理",
    };

    private static decimal OwnShare(CatalogueTerms terms) => terms.Class switch
    {
        CatalogueClass.A => 0m,
        CatalogueClass.B => (decimal)terms.FirstOwnShare / Portion.Whole,
        CatalogueClass.C => 1m,
    };
}
