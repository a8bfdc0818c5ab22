using System.Globalization;
using YbPay.Engine.Money;

namespace YbPay.Engine.Benefits;

/// <summary>Says of a policy file what cannot be meant, each with its place; a person mends them all at once.</summary>
internal static class PolicyCheck
{
    public static readonly IReadOnlyDictionary<string, DeductibleSpan> Spans = new Dictionary<string, DeductibleSpan> { ["year"] = DeductibleSpan.Year, ["stay"] = DeductibleSpan.Stay };

    public static readonly IReadOnlyDictionary<string, BenefitBase> Bases = new Dictionary<string, BenefitBase>
    {
        ["burden"] = BenefitBase.Burden, ["burdenAndFirstOwn"] = BenefitBase.BurdenAndFirstOwn, ["beyondCap"] = BenefitBase.BeyondCap,
    };

    public static readonly IReadOnlyDictionary<string, FundKind> Kinds = new Dictionary<string, FundKind>
    {
        ["civilServant"] = FundKind.CivilServant, ["enterprise"] = FundKind.Enterprise, ["seriousIllness"] = FundKind.SeriousIllness,
        ["largeAmount"] = FundKind.LargeAmount, ["disabled"] = FundKind.Disabled, ["medicalAid"] = FundKind.MedicalAid, ["other"] = FundKind.Other,
    };

    public static IReadOnlyList<string> Problems(PolicyForm form)
    {
        var problems = new List<string>();
        if (form.Admdvs is not { Length: 6 } || !form.Admdvs.All(char.IsAsciiDigit)) problems.Add("admdvs wants six digits");
        if (form.Rules is not { Count: > 0 }) return [.. problems, "there are no rules"];

        for (var i = 0; i < form.Rules.Count; i++)
        {
            var (rule, at) = (form.Rules[i], $"rules[{i}] ({form.Rules[i].Group})");
            if (rule.MedTypes.Count == 0) problems.Add($"{at} has no medTypes");
            Check(problems, at, rule);
            for (var earlier = 0; earlier < i; earlier++)
            {
                if (!Covers(form.Rules[earlier], rule)) continue;
                problems.Add($"{at} can never hold: rules[{earlier}] holds wherever it would");
                break;
            }
        }

        var supplements = form.Supplements ?? [];
        for (var i = 0; i < supplements.Count; i++)
        {
            var (supplement, at) = (supplements[i], $"supplements[{i}] ({supplements[i].Group})");
            if (!Kinds.ContainsKey(supplement.Kind)) problems.Add($"{at}: kind {supplement.Kind} is none of {string.Join(", ", Kinds.Keys)}");
            if (!Bases.ContainsKey(supplement.From)) problems.Add($"{at}: from {supplement.From} is none of {string.Join(", ", Bases.Keys)}");
            if (supplement.Insutypes.Count == 0) problems.Add($"{at} has no insutypes");
            foreach (var insutype in supplement.Insutypes)
                if (form.Rules.All(rule => rule.Insutype != insutype)) problems.Add($"{at}: no rule is for insutype {insutype}");
            if (form.Rules.Any(rule => rule.Group == supplement.Group)) problems.Add($"{at} has the group of a rule, with which it would share deductible and cap");
            Check(problems, at, supplement);
        }

        SpansOfGroups(problems, form.Rules);
        SpansOfGroups(problems, supplements);
        return problems;
    }

    private static void Check(List<string> problems, string at, GrantForm grant)
    {
        foreach (var (name, text) in new[] { ("group", grant.Group), ("fundPayType", grant.FundPayType), ("fundName", grant.FundName) })
            if (string.IsNullOrWhiteSpace(text)) problems.Add($"{at}: {name} is empty");
        if (!Spans.ContainsKey(grant.DeductiblePer)) problems.Add($"{at}: a deductible is per year or per stay, not per {grant.DeductiblePer}");
        Amount(problems, at, "deductible", grant.Deductible);
        Amount(problems, at, "yearlyCap", grant.YearlyCap);
        Amount(problems, at, "stayCap", grant.StayCap);
        if (grant.StayCap is not null && grant.DeductiblePer != "stay") problems.Add($"{at}: a stayCap needs a deductible per stay");
        if (grant.Ratio is null == grant.Bands is null) problems.Add($"{at} wants either a ratio or bands");
        if (grant.Ratio is { } ratio) Ratio(problems, at, ratio);
        if (grant.Bands is { } bands) Bands(problems, at, bands);
    }

    private static void Bands(List<string> problems, string at, IReadOnlyList<BandForm> bands)
    {
        if (bands.Count == 0 || bands[^1].UpTo is not null) problems.Add($"{at}: the last band has no upTo");
        var before = 0m;
        for (var i = 0; i < bands.Count; i++)
        {
            Ratio(problems, at, bands[i].Ratio);
            if (i == bands.Count - 1) continue;
            if (bands[i].UpTo is not { } end) problems.Add($"{at}: band {i} has no upTo and is not the last");
            else if (end <= before) problems.Add(string.Create(CultureInfo.InvariantCulture, $"{at}: bands rise, {end} does not after {before}"));
            else before = end;
            Amount(problems, at, "upTo", bands[i].UpTo);
        }
    }

    private static void Amount(List<string> problems, string at, string name, decimal? yuan)
    {
        if (yuan is { } value && (value < 0 || Fen.FromYuan(value) is null)) problems.Add(string.Create(CultureInfo.InvariantCulture, $"{at}: {name} {value} is no amount"));
    }

    private static void Ratio(List<string> problems, string at, decimal fraction)
    {
        var parts = fraction * Portion.Whole;
        if (fraction is < 0 or > 1 || parts != decimal.Truncate(parts)) problems.Add(string.Create(CultureInfo.InvariantCulture, $"{at}: {fraction} is no ratio"));
    }

    /// <summary>Deductibles of one group are counted together, so they must be counted over the same time.</summary>
    private static void SpansOfGroups(List<string> problems, IEnumerable<GrantForm> grants)
    {
        foreach (var group in grants.GroupBy(grant => grant.Group))
            if (group.Select(grant => grant.DeductiblePer).Distinct().Count() > 1) problems.Add($"the group {group.Key} has deductibles per year and per stay");
    }

    private static bool Covers(RuleForm earlier, RuleForm later) =>
        earlier.Insutype == later.Insutype
        && later.MedTypes.All(earlier.MedTypes.Contains)
        && (earlier.Levels is not { Count: > 0 } levels || (later.Levels is { Count: > 0 } && later.Levels.All(levels.Contains)))
        && (earlier.PsnTypes is not { Count: > 0 } types
            || (later.PsnTypes is { Count: > 0 } && later.PsnTypes.All(type => types.Any(beginning => type.StartsWith(beginning, StringComparison.Ordinal)))));
}
