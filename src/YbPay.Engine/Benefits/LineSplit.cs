using YbPay.Engine.Money;

namespace YbPay.Engine.Benefits;

/// <summary>
/// One line, or the sum of many, by who looks after it. The four parts always sum to <see cref="Amount"/> (fsi.md,
/// equation 2).
/// </summary>
/// <param name="OwnPaid">fulamt_ownpay_amt: class C.</param>
/// <param name="OverLimit">overlmt_amt: what exceeds the price limit.</param>
/// <param name="FirstOwnPaid">preselfpay_amt: the first own-paid share of class B.</param>
/// <param name="InScope">inscp_scp_amt: what the policy looks at.</param>
public readonly record struct LineSplit(Fen Amount, Fen OwnPaid, Fen OverLimit, Fen FirstOwnPaid, Fen InScope)
{
    public static LineSplit operator +(LineSplit a, LineSplit b) => new(
        a.Amount + b.Amount,
        a.OwnPaid + b.OwnPaid,
        a.OverLimit + b.OverLimit,
        a.FirstOwnPaid + b.FirstOwnPaid,
        a.InScope + b.InScope);

    /// <summary>Splits one line. Over-limit is taken off first; the first own-paid share is of what remains.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount or quantity is negative.</exception>
    public static LineSplit Of(in BillLine line)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(line.Amount.Value, nameof(line));
        if (line.Terms.Class is CatalogueClass.C) return new LineSplit(line.Amount, line.Amount, Fen.Zero, Fen.Zero, Fen.Zero);

        var over = line.Terms.PriceLimit is { } limit ? Fen.Max(Fen.Zero, line.Amount - Portion.Times(limit, line.Quantity)) : Fen.Zero;
        var priced = line.Amount - over;
        var first = line.Terms.Class is CatalogueClass.B ? Portion.Of(priced, line.Terms.FirstOwnShare) : Fen.Zero;
        return new LineSplit(line.Amount, Fen.Zero, over, first, priced - first);
    }
}
