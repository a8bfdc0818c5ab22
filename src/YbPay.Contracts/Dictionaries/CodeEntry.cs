namespace YbPay.Contracts.Dictionaries;

/// <summary>One code and what it means, nationally or in one region.</summary>
public sealed record CodeEntry(string Code, string Name)
{
    /// <summary>The leading digits of admdvs where the code holds; null for the national base.</summary>
    public string? Region { get; init; }

    /// <summary>From one source or by inference: shown, never a reason to refuse.</summary>
    public bool Unverified { get; init; }

    /// <summary>What a reader of the table should know.</summary>
    public string? Note { get; init; }
}
