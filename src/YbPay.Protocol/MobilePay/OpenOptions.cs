using YbPay.Protocol.Canonical;

namespace YbPay.Protocol.MobilePay;

/// <summary>Which kind of envelope is due.</summary>
public enum EnvelopeDirection
{
    Any,

    /// <summary>Without <c>code</c>, <c>message</c> and <c>success</c>: a recorded reply cannot come back as a request.</summary>
    Request,

    /// <summary>With <c>code</c>.</summary>
    Reply,
}

/// <summary>What a receiver accepts of one partner.</summary>
public sealed record OpenOptions
{
    public static OpenOptions Auto { get; } = new();

    /// <summary>The partner's way to write the text to sign; null accepts any known one (<c>auto</c>, the sandbox's default).</summary>
    public CanonicalVariant? Variant { get; init; }

    /// <summary>Accepts signed messages whose <c>data</c> is not encrypted; for partners registered so (ruling C.1).</summary>
    public bool AllowClear { get; init; }

    public EnvelopeDirection Direction { get; init; }

    public JsonLimits Limits { get; init; } = JsonLimits.Default;
}
