namespace YbPay.Bureau;

/// <summary>Where the bank of the insured people's accounts is, and how the core is known there. Prints without its secret.</summary>
public sealed record AccountBankSettings
{
    /// <summary>Its address, http or https.</summary>
    public required string BaseUrl { get; init; }

    /// <summary>The core's name there (X-Bank-Merchant).</summary>
    public required string Core { get; init; }

    /// <summary>The key of X-Bank-Signature; at least 16 characters.</summary>
    public required string Secret { get; init; }

    /// <summary>How long an answer is waited for; what comes later is asked for.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>When the bank is asked first what became of an order without answer; the pauses double from there up to five minutes.</summary>
    public TimeSpan ResolveAfter { get; init; } = TimeSpan.FromSeconds(2);

    public override string ToString() => $"account bank at {BaseUrl}";
}
