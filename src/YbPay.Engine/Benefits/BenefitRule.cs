using YbPay.Engine.Money;

namespace YbPay.Engine.Benefits;

/// <summary>Over what time a deductible is paid once.</summary>
public enum DeductibleSpan
{
    Year,
    Stay,
}

/// <summary>One row of a policy: for whom it holds, and what it grants.</summary>
public sealed record BenefitRule
{
    public required string Insutype { get; init; }

    /// <summary>Beginnings of person categories, such as "12" for all retired; empty for all.</summary>
    public required IReadOnlyList<string> PsnTypes { get; init; }

    public required IReadOnlyList<string> MedTypes { get; init; }

    /// <summary>Hospital levels; empty for all.</summary>
    public required IReadOnlyList<int> Levels { get; init; }

    public required DeductibleSpan Span { get; init; }

    public required Fen Deductible { get; init; }

    /// <summary>Fund ratio in ten-thousandths.</summary>
    public required int Ratio { get; init; }

    /// <summary>Most that the fund pays in a year over all rules of the same <see cref="Group"/>.</summary>
    public required Fen YearlyCap { get; init; }

    /// <summary>What shares deductible and cap; also clr_type's meaning: 普通门诊, 住院 ...</summary>
    public required string Group { get; init; }

    /// <summary>clr_type of settlements under this rule.</summary>
    public required string ClearingType { get; init; }

    /// <summary>fund_pay_type, such as 310100, and its name.</summary>
    public required string FundPayType { get; init; }

    public required string FundName { get; init; }

    /// <summary>True when the personal account may pay what the person owes.</summary>
    public required bool AccountAllowed { get; init; }

    internal bool Holds(string insutype, string psnType, string medType, int level) =>
        Insutype == insutype && MedTypes.Contains(medType) && (Levels.Count == 0 || Levels.Contains(level)) && HoldsFor(psnType);

    private bool HoldsFor(string psnType)
    {
        if (PsnTypes.Count == 0) return true;
        foreach (var beginning in PsnTypes)
            if (psnType.StartsWith(beginning, StringComparison.Ordinal)) return true;
        return false;
    }
}
