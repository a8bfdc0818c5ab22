using YbPay.Contracts.Outcomes;
using YbPay.Engine.Money;

namespace YbPay.Engine.Bills;

/// <summary>What the sums of one fee line need: amount, count and unit price in yuan as printed (table 6).</summary>
public readonly record struct LineAmount(string FeedetlSn, decimal Amount, decimal Count, decimal Price);

/// <summary>The bill's own optional parts in yuan (table 3, rows 33-36).</summary>
public readonly record struct BillParts(decimal? FullyOwnPaid, decimal? OverLimit, decimal? FirstOwnPaid, decimal? InScope);

/// <summary>The sums of an uploaded bill (ruling C5).</summary>
public static class BillRules
{
    /// <summary>The bill's total in fen, or why its amounts cannot be right.</summary>
    public static Outcome<Fen> Total(decimal medfeeSumamt, IReadOnlyList<LineAmount> lines, BillParts parts)
    {
        if (Fen.FromYuan(medfeeSumamt) is not { } total) return Refusals.AmountInvalid.With("medfeeSumamt");
        if (total <= Fen.Zero) return Refusals.AmountInvalid.With("medfeeSumamt须大于零");

        var seen = new HashSet<string>(lines.Count, StringComparer.Ordinal);
        var sum = Fen.Zero;
        foreach (var line in lines)
        {
            if (!seen.Add(line.FeedetlSn)) return Refusals.LineNumberRepeated;
            if (Fen.FromYuan(line.Amount) is not { } amount) return Refusals.AmountInvalid.With("detItemFeeSumamt");
            if (amount < Fen.Zero || line.Count <= 0 || line.Price < 0) return Refusals.AmountInvalid.With("费用明细的金额、数量、单价不能为负");
            if (!PriceFits(line)) return Refusals.SumDiffers.With("单价乘数量与明细金额不符");
            sum += amount;
        }

        if (sum != total) return Refusals.SumDiffers.With("明细金额之和不等于medfeeSumamt");
        return PartsFit(total, parts) ? total : Refusals.SumDiffers.With("各类金额之和不等于medfeeSumamt");
    }

    /// <summary>Up to rounding: hospitals round the line to the fen, upwards, downwards or half up.</summary>
    private static bool PriceFits(LineAmount line) => Math.Abs((line.Count * line.Price) - line.Amount) <= 0.01m;

    /// <summary>Only when all are given can they be added; the over-limit part is missing from most hospitals' bills.</summary>
    private static bool PartsFit(Fen total, BillParts parts)
    {
        if (parts is not { FullyOwnPaid: { } own, FirstOwnPaid: { } first, InScope: { } inScope }) return true;
        var sum = own + first + inScope;
        return sum == total.ToYuan() || sum + (parts.OverLimit ?? 0) == total.ToYuan();
    }
}
