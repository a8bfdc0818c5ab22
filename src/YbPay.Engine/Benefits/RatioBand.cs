using YbPay.Engine.Money;

namespace YbPay.Engine.Benefits;

/// <summary>A ratio for a segment of what lies above the deductible, counted over the deductible's span.</summary>
/// <param name="UpTo">Where it ends; null for the last band, which has no end.</param>
/// <param name="Ratio">Fund ratio in ten-thousandths.</param>
public readonly record struct RatioBand(Fen? UpTo, int Ratio);

/// <summary>What of one bill fell into a band.</summary>
/// <param name="From">Where the part begins, counted from the deductible and over its span.</param>
/// <param name="Amount">How much fell into the band.</param>
/// <param name="Ratio">The band's ratio in ten-thousandths.</param>
/// <param name="Paid">Amount x ratio, rounded by <see cref="Portion"/>.</param>
public readonly record struct BandPart(Fen From, Fen Amount, int Ratio, Fen Paid)
{
    /// <summary>Lays an amount into bands of which <paramref name="before"/> was filled by earlier bills. The parts sum to the amount.</summary>
    /// <exception cref="InvalidOperationException">The bands end before the amount does; a checked policy has none such.</exception>
    public static BandPart[] Lay(IReadOnlyList<RatioBand> bands, Fen before, Fen amount)
    {
        if (bands.Count == 1 && bands[0].UpTo is null) return amount == Fen.Zero ? [] : [Of(before, amount, bands[0].Ratio)];
        var parts = new List<BandPart>(bands.Count);
        var (at, left) = (before, amount);
        foreach (var band in bands)
        {
            if (left == Fen.Zero) break;
            if (band.UpTo is { } end && end <= at) continue;
            var here = band.UpTo is { } to ? Fen.Min(left, to - at) : left;
            parts.Add(Of(at, here, band.Ratio));
            at += here;
            left -= here;
        }

        return left == Fen.Zero ? [.. parts] : throw new InvalidOperationException("The bands of a policy end before the amount does.");
    }

    private static BandPart Of(Fen from, Fen amount, int ratio) => new(from, amount, ratio, Portion.Of(amount, ratio));
}
