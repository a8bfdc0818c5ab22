using YbPay.Engine.Money;

namespace YbPay.Engine.Benefits;

/// <summary>
/// The one place where the benefit calculation rounds: half up to the fen. Whatever a rounded portion leaves of its whole
/// belongs to the next receiver, and in the end to the insured person, so nothing is lost or made.
/// </summary>
public static class Portion
{
    /// <summary>Portions are given in ten-thousandths: 6500 is 65 %.</summary>
    public const int Whole = 10_000;

    /// <summary>A share of an amount. Both must lie where a share makes sense; anything else is a bug.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative or the share is not 0..10000.</exception>
    public static Fen Of(Fen amount, int tenThousandths)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount.Value, nameof(amount));
        ArgumentOutOfRangeException.ThrowIfNegative(tenThousandths);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tenThousandths, Whole);
        var (whole, rest) = Math.DivRem(amount.Value, Whole);
        return new Fen((whole * tenThousandths) + (((rest * tenThousandths) + (Whole / 2)) / Whole));
    }

    /// <summary>A price limit times a quantity in ten-thousandths; the largest amount there is when it would be more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit or the quantity is negative.</exception>
    public static Fen Times(Fen limit, long quantity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit.Value, nameof(limit));
        ArgumentOutOfRangeException.ThrowIfNegative(quantity);
        var product = (((Int128)limit.Value * quantity) + (Whole / 2)) / Whole;
        return new Fen(product > Fen.Largest ? Fen.Largest : (long)product);
    }
}
