namespace YbPay.Engine.Benefits;

/// <summary>A policy as its JSON file has it: yuan and fractions.</summary>
internal sealed record PolicyForm(string Admdvs, string Name, string? Note, IReadOnlyList<RuleForm> Rules, IReadOnlyList<SupplementForm>? Supplements);

/// <summary>What rules and supplements share.</summary>
internal abstract record GrantForm
{
    public IReadOnlyList<string>? PsnTypes { get; init; }
    public IReadOnlyList<int>? Levels { get; init; }
    public required string DeductiblePer { get; init; }
    public required decimal Deductible { get; init; }

    /// <summary>One ratio for everything; either this or bands.</summary>
    public decimal? Ratio { get; init; }

    public IReadOnlyList<BandForm>? Bands { get; init; }
    public required decimal YearlyCap { get; init; }
    public decimal? StayCap { get; init; }
    public required string Group { get; init; }
    public required string FundPayType { get; init; }
    public required string FundName { get; init; }
}

internal sealed record BandForm(decimal? UpTo, decimal Ratio);

internal sealed record RuleForm : GrantForm
{
    public required string Insutype { get; init; }
    public required IReadOnlyList<string> MedTypes { get; init; }
    public required string ClearingType { get; init; }
    public required bool Account { get; init; }
}

internal sealed record SupplementForm : GrantForm
{
    public required string Kind { get; init; }
    public required IReadOnlyList<string> Insutypes { get; init; }
    public IReadOnlyList<string>? MedTypes { get; init; }
    public string? NeedsInsurance { get; init; }
    public IReadOnlyList<string>? Identities { get; init; }
    public required string From { get; init; }
}
