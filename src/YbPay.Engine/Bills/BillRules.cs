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
    /// <summary>Two numbers within this bound multiply without overflowing a decimal; no field of the documents holds more.</summary>
    private const decimal LargestYuan = Fen.Largest / 100m;

    /// <summary>
    /// The bill's total in fen, or why its amounts cannot be right. Every amount is judged before any sum, every sum
    /// before the line numbers (the order of <see cref="Refusals"/>).
    /// </summary>
    public static Outcome<Fen> Total(decimal medfeeSumamt, IReadOnlyList<LineAmount> lines, BillParts parts)
    {
        if (Fen.FromYuan(medfeeSumamt) is not { } total) return Refusals.AmountInvalid.With("medfeeSumamt");
        if (total <= Fen.Zero) return Refusals.AmountInvalid.With("medfeeSumamt须大于零");
        if ((WrongLine(lines) ?? WrongPart(parts)) is { } wrong) return wrong;

        var sum = Fen.Zero;
        foreach (var line in lines)
        {
            if (!PriceFits(line)) return Refusals.SumDiffers.With("单价乘数量与明细金额不符");
            sum += Fen.FromYuan(line.Amount)!.Value;
            // No line is negative, so it can only get worse; stopping here also keeps the sum from overflowing.
            if (sum > total) break;
        }

        if (sum != total) return Refusals.SumDiffers.With("明细金额之和不等于medfeeSumamt");
        if (!PartsFit(total, parts)) return Refusals.SumDiffers.With("各类金额之和不等于medfeeSumamt");
        return NumberRepeated(lines) ? Refusals.LineNumberRepeated : total;
    }

    private static Refusal? WrongLine(IReadOnlyList<LineAmount> lines)
    {
        foreach (var line in lines)
        {
            if (Fen.FromYuan(line.Amount) is not { } amount) return Refusals.AmountInvalid.With("detItemFeeSumamt");
            if (amount < Fen.Zero || line.Price < 0) return Refusals.AmountInvalid.With("费用明细的金额、单价不能为负");
            if (line.Count <= 0) return Refusals.AmountInvalid.With("费用明细的数量须大于零");
            if (line.Count > LargestYuan || line.Price > LargestYuan) return Refusals.AmountInvalid.With("费用明细的数量、单价超出范围");
        }

        return null;
    }

    private static Refusal? WrongPart(BillParts parts)
    {
        foreach (var part in (ReadOnlySpan<decimal?>)[parts.FullyOwnPaid, parts.OverLimit, parts.FirstOwnPaid, parts.InScope])
            if (part is { } yuan && (Fen.FromYuan(yuan) is not { } fen || fen < Fen.Zero)) return Refusals.AmountInvalid.With("各类金额");
        return null;
    }

    /// <summary>
    /// Up to rounding: hospitals round the line to the fen, upwards, downwards or half up, and some print a unit price that
    /// is rounded itself. More than one fen is where another core would raise its alarm too.
    /// </summary>
    private static bool PriceFits(LineAmount line) => Math.Abs((line.Count * line.Price) - line.Amount) <= 0.01m;

    /// <summary>Only when all are given can they be added; the over-limit part is missing from most hospitals' bills.</summary>
    private static bool PartsFit(Fen total, BillParts parts)
    {
        if (parts is not { FullyOwnPaid: { } own, FirstOwnPaid: { } first, InScope: { } inScope }) return true;
        var sum = own + first + inScope;
        return sum == total.ToYuan() || sum + (parts.OverLimit ?? 0) == total.ToYuan();
    }

    private static bool NumberRepeated(IReadOnlyList<LineAmount> lines)
    {
        var seen = new HashSet<string>(lines.Count, StringComparer.Ordinal);
        foreach (var line in lines)
            if (!seen.Add(line.FeedetlSn)) return true;
        return false;
    }
}
