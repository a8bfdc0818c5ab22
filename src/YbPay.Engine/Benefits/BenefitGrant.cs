using YbPay.Engine.Money;

namespace YbPay.Engine.Benefits;

/// <summary>Over what time a deductible is paid once.</summary>
public enum DeductibleSpan
{
    Year,
    Stay,
}

/// <summary>What one fund grants of an amount: deductible, ratios by segment, caps. The same for basic insurance and supplements.</summary>
public sealed record BenefitGrant
{
    public required FundKind Kind { get; init; }

    /// <summary>fund_pay_type, such as 310100, and its name.</summary>
    public required string FundPayType { get; init; }

    public required string FundName { get; init; }

    /// <summary>What shares deductible, bands and caps: 普通门诊, 住院, 大病保险 ...</summary>
    public required string Group { get; init; }

    public required DeductibleSpan Span { get; init; }

    public required Fen Deductible { get; init; }

    /// <summary>Rising; the last has no end.</summary>
    public required IReadOnlyList<RatioBand> Bands { get; init; }

    /// <summary>Most that the fund pays in a year over all grants of the same <see cref="Group"/>.</summary>
    public required Fen YearlyCap { get; init; }

    /// <summary>Most that it pays for one visit; only where the deductible is per stay. Null for no such limit.</summary>
    public Fen? StayCap { get; init; }

    /// <summary>Takes an amount through deductible, bands and caps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public FundShare Reckon(BenefitBase from, Fen amount, in UsedBefore used)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount.Value, nameof(amount));
        var deductible = Fen.Min(amount, Fen.Max(Fen.Zero, Deductible - used.Deductible));
        var parts = BandPart.Lay(Bands, used.Shared, amount - deductible);
        var byRatio = Fen.Zero;
        foreach (var part in parts) byRatio += part.Paid;
        var room = Fen.Max(Fen.Zero, YearlyCap - used.Fund);
        if (StayCap is { } stay) room = Fen.Min(room, Fen.Max(Fen.Zero, stay - used.SpanFund));
        return new FundShare { Grant = this, From = from, Used = used, Base = amount, Deductible = deductible, Parts = parts, ByRatio = byRatio, Limit = room, Amount = Fen.Min(byRatio, room) };
    }
}
