using System.Text.Json;
using YbPay.Engine.Money;

namespace YbPay.Engine.Benefits;

/// <summary>Reads a policy from its JSON file: amounts in yuan, ratios as fractions. docs/bureau/policy.md describes it.</summary>
public static class PolicyFile
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <exception cref="InvalidDataException">The file is no policy, or a value in it makes no sense.</exception>
    public static BenefitPolicy Read(Stream file)
    {
        try
        {
            var form = JsonSerializer.Deserialize<PolicyForm>(file, Form) ?? throw new InvalidDataException("The policy file is empty.");
            return new BenefitPolicy { Admdvs = form.Admdvs, Name = form.Name, Rules = [.. form.Rules.Select(ToRule)] };
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
        Span = form.DeductiblePer switch
        {
            "year" => DeductibleSpan.Year,
            "stay" => DeductibleSpan.Stay,
            var other => throw new InvalidDataException($"A deductible is per year or per stay, not per {other}."),
        },
        Deductible = Amount(form.Deductible),
        Ratio = Ratio(form.Ratio),
        YearlyCap = Amount(form.YearlyCap),
        Group = form.Group,
        ClearingType = form.ClearingType,
        FundPayType = form.FundPayType,
        FundName = form.FundName,
        AccountAllowed = form.Account,
    };

    private static Fen Amount(decimal yuan) =>
        yuan >= 0 && Fen.FromYuan(yuan) is { } fen ? fen : throw new InvalidDataException($"{yuan} is no amount of a policy.");

    private static int Ratio(decimal fraction)
    {
        var parts = fraction * Portion.Whole;
        return fraction is >= 0 and <= 1 && parts == decimal.Truncate(parts) ? (int)parts : throw new InvalidDataException($"{fraction} is no ratio of a policy.");
    }

    private sealed record PolicyForm(string Admdvs, string Name, string? Note, IReadOnlyList<RuleForm> Rules);

    private sealed record RuleForm(
        string Insutype,
        IReadOnlyList<string>? PsnTypes,
        IReadOnlyList<string> MedTypes,
        IReadOnlyList<int>? Levels,
        string DeductiblePer,
        decimal Deductible,
        decimal Ratio,
        decimal YearlyCap,
        string Group,
        string ClearingType,
        string FundPayType,
        string FundName,
        bool Account);
}
