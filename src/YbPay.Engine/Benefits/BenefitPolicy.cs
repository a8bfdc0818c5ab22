using System.Reflection;

namespace YbPay.Engine.Benefits;

/// <summary>The benefits of one region: rules in order, of which the first that holds decides.</summary>
public sealed record BenefitPolicy
{
    /// <summary>The region whose insured persons it is for.</summary>
    public required string Admdvs { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<BenefitRule> Rules { get; init; }

    /// <summary>Funds that pay after the basic one, in order.</summary>
    public IReadOnlyList<SupplementRule> Supplements { get; init; } = [];

    /// <summary>The rule for this person at this visit; null when the region grants nothing for it.</summary>
    public BenefitRule? Find(string insutype, string psnType, string medType, int level)
    {
        foreach (var rule in Rules)
            if (rule.Holds(insutype, psnType, medType, level)) return rule;
        return null;
    }

    /// <summary>All that holds for this person at this visit; null when the region grants nothing for it.</summary>
    public BenefitPlan? Plan(InsuredFacts person, VisitFacts visit)
    {
        if (Find(person.Insutype, person.PsnType, visit.MedType, visit.HospitalLevel) is not { } rule) return null;
        if (Supplements.Count == 0) return new BenefitPlan(rule, []);
        var held = new List<SupplementRule>();
        foreach (var supplement in Supplements)
            if (supplement.Holds(person, visit) && !held.Exists(other => other.Grant.Group == supplement.Grant.Group)) held.Add(supplement);
        return new BenefitPlan(rule, held);
    }

    /// <summary>A policy that ships with the engine.</summary>
    /// <exception cref="ArgumentException">None ships for that region.</exception>
    /// <exception cref="InvalidDataException">The shipped file is wrong.</exception>
    public static BenefitPolicy Shipped(string admdvs)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"YbPay.Engine.Benefits.Policies.{admdvs}.json")
            ?? throw new ArgumentException($"No benefit policy ships for {admdvs}.", nameof(admdvs));
        return PolicyFile.Read(file);
    }
}
