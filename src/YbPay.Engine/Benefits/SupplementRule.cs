namespace YbPay.Engine.Benefits;

/// <summary>From what a fund's part is reckoned.</summary>
public enum BenefitBase
{
    /// <summary>All that is in scope: the basic fund.</summary>
    InScope,

    /// <summary>What of the in-scope amount no fund before has paid, deductible included.</summary>
    Burden,

    /// <summary>The same with the first own-paid shares.</summary>
    BurdenAndFirstOwn,

    /// <summary>What the basic fund would have paid were it not for its caps, less what was paid since.</summary>
    BeyondCap,
}

/// <summary>A fund that pays after the basic one: for whom, at which visits, and what. In the policy's order; of a group the first that holds.</summary>
public sealed record SupplementRule
{
    /// <summary>Basic insurance kinds that it adds to.</summary>
    public required IReadOnlyList<string> Insutypes { get; init; }

    /// <summary>Beginnings of person categories; empty for all.</summary>
    public required IReadOnlyList<string> PsnTypes { get; init; }

    /// <summary>Medical categories; empty for all.</summary>
    public required IReadOnlyList<string> MedTypes { get; init; }

    /// <summary>Hospital levels; empty for all.</summary>
    public required IReadOnlyList<int> Levels { get; init; }

    /// <summary>An insurance kind (320, 330, 392 ...) that the person must hold beside the basic one; null for none.</summary>
    public string? NeedsInsurance { get; init; }

    /// <summary>psn_idet_type values of which the person must have one; empty for all.</summary>
    public required IReadOnlyList<string> Identities { get; init; }

    public required BenefitBase From { get; init; }

    public required BenefitGrant Grant { get; init; }

    internal bool Holds(InsuredFacts person, VisitFacts visit) =>
        Insutypes.Contains(person.Insutype)
        && (MedTypes.Count == 0 || MedTypes.Contains(visit.MedType))
        && (Levels.Count == 0 || Levels.Contains(visit.HospitalLevel))
        && (NeedsInsurance is null || person.Insurances.Contains(NeedsInsurance))
        && BenefitRule.BeginsWithOne(PsnTypes, person.PsnType)
        && HasIdentity(person);

    private bool HasIdentity(InsuredFacts person)
    {
        if (Identities.Count == 0) return true;
        foreach (var identity in Identities)
            if (person.Identities.Contains(identity)) return true;
        return false;
    }
}
