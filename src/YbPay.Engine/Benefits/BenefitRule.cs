namespace YbPay.Engine.Benefits;

/// <summary>One row of a policy: for whom it holds, and what the basic fund grants.</summary>
public sealed record BenefitRule
{
    public required string Insutype { get; init; }

    /// <summary>Beginnings of person categories, such as "12" for all retired; empty for all.</summary>
    public required IReadOnlyList<string> PsnTypes { get; init; }

    public required IReadOnlyList<string> MedTypes { get; init; }

    /// <summary>Hospital levels; empty for all.</summary>
    public required IReadOnlyList<int> Levels { get; init; }

    public required BenefitGrant Grant { get; init; }

    /// <summary>clr_type of settlements under this rule.</summary>
    public required string ClearingType { get; init; }

    /// <summary>True when the personal account may pay what the person owes.</summary>
    public required bool AccountAllowed { get; init; }

    internal bool Holds(string insutype, string psnType, string medType, int level) =>
        Insutype == insutype && MedTypes.Contains(medType) && (Levels.Count == 0 || Levels.Contains(level)) && BeginsWithOne(PsnTypes, psnType);

    /// <summary>True for an empty list too.</summary>
    internal static bool BeginsWithOne(IReadOnlyList<string> beginnings, string psnType)
    {
        if (beginnings.Count == 0) return true;
        foreach (var beginning in beginnings)
            if (psnType.StartsWith(beginning, StringComparison.Ordinal)) return true;
        return false;
    }
}
