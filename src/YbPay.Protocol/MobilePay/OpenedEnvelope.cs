namespace YbPay.Protocol.MobilePay;

/// <summary>An accepted envelope.</summary>
public sealed record OpenedEnvelope
{
    /// <summary>The partner's, also where a reply named none or another (ruling B).</summary>
    public required string AppId { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The clear data, UTF-8 JSON exactly as it was encrypted; empty when the message has none.</summary>
    public required byte[] Data { get; init; }

    /// <summary>The variant that matched, the likeliest of those that give the same text; the answer is sealed in the same.</summary>
    public required CanonicalVariant Variant { get; init; }

    /// <summary>The message held numbers or booleans: another number style would not have matched.</summary>
    public bool TellsNumbers { get; init; }

    /// <summary>The message held empty objects: the other treatment of them would not have matched.</summary>
    public bool TellsEmptyObjects { get; init; }

    /// <summary>R||S, however it was written: no two envelopes that a partner signs have the same.</summary>
    public byte[] Signature { get; init; } = [];

    /// <summary>False when the data came in clear, which <see cref="OpenOptions.AllowClear"/> has to allow.</summary>
    public bool WasEncrypted { get; init; } = true;

    /// <summary>Replies only.</summary>
    public string? Code { get; init; }

    public string? Message { get; init; }

    public bool? Success { get; init; }

    public override string ToString() => $"OpenedEnvelope {AppId} {Timestamp:O} {Data.Length} bytes";
}
