using System.Text.Json;
using System.Text.Json.Serialization;
using YbPay.Engine.Money;

namespace YbPay.Engine.Benefits;

/// <summary>Reads a policy from its JSON file: amounts in yuan, ratios as fractions. docs/bureau/policy.md describes it.</summary>
public static class PolicyFile
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <exception cref="InvalidDataException">The file is no policy, or values in it make no sense; the message names each, with its place.</exception>
    public static BenefitPolicy Read(Stream file)
    {
        try
        {
            var form = JsonSerializer.Deserialize<PolicyForm>(file, Form) ?? throw new InvalidDataException("The policy file is empty.");
            var problems = PolicyCheck.Problems(form);
            if (problems.Count > 0) throw new InvalidDataException($"The benefit policy {form.Admdvs} cannot be used: {string.Join("; ", problems)}.");
            return new BenefitPolicy
            {
                Admdvs = form.Admdvs,
                Name = form.Name,
                Rules = [.. form.Rules.Select(ToRule)],
                Supplements = [.. (form.Supplements ?? []).Select(ToSupplement)],
            };
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException("The policy file is not in its form: " + wrong.Message, wrong);
        }
    }

    private static BenefitRule ToRule(RuleForm form) => new()
    {
        Insutype = form.Insutype,
        PsnTypes = form.PsnTypes ?? [],
        MedTypes = form.MedTypes,
        Levels = form.Levels ?? [],
        Grant = ToGrant(form, FundKind.Basic),
        ClearingType = form.ClearingType,
        AccountAllowed = form.Account,
    };

    private static SupplementRule ToSupplement(SupplementForm form) => new()
    {
        Insutypes = form.Insutypes,
        PsnTypes = form.PsnTypes ?? [],
        MedTypes = form.MedTypes ?? [],
        Levels = form.Levels ?? [],
        NeedsInsurance = form.NeedsInsurance,
        Identities = form.Identities ?? [],
        From = PolicyCheck.Bases[form.From],
        Grant = ToGrant(form, PolicyCheck.Kinds[form.Kind]),
    };

    private static BenefitGrant ToGrant(GrantForm form, FundKind kind) => new()
    {
        Kind = kind,
        FundPayType = form.FundPayType,
        FundName = form.FundName,
        Group = form.Group,
        Span = PolicyCheck.Spans[form.DeductiblePer],
        Deductible = Amount(form.Deductible),
        Bands = form.Ratio is { } ratio ? [new RatioBand(null, Parts(ratio))] : [.. form.Bands!.Select(band => new RatioBand(band.UpTo is { } end ? Amount(end) : null, Parts(band.Ratio)))],
        YearlyCap = Amount(form.YearlyCap),
        StayCap = form.StayCap is { } cap ? Amount(cap) : null,
    };

    // Both were checked; what fails here is a hole in the check.
    private static Fen Amount(decimal yuan) => Fen.FromYuan(yuan)!.Value;

    private static int Parts(decimal fraction) => (int)(fraction * Portion.Whole);
}
