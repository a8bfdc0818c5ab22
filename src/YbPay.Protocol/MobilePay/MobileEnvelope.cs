using YbPay.Cryptography;

namespace YbPay.Protocol.MobilePay;

/// <summary>How numbers and booleans stand in the text to sign (ruling A.3).</summary>
public enum NumberStyle
{
    /// <summary><c>10.00</c> becomes <c>"10.00"</c>. The default.</summary>
    Quoted,

    /// <summary><c>10.00</c> stays.</summary>
    Literal,
}

/// <summary>What becomes of <c>{}</c> members in the text to sign (ruling A.3).</summary>
public enum EmptyObjectStyle
{
    Keep,
    Drop,
}

/// <summary>One known way to write the text to sign.</summary>
public readonly record struct CanonicalVariant(NumberStyle Numbers, EmptyObjectStyle EmptyObjects)
{
    public static CanonicalVariant Default => default;
}

/// <summary>One side of one partnership, with everything that can be computed once: data key, key handles.</summary>
public sealed class MobileKeys : IDisposable
{
    /// <param name="appId">At least 16 characters; its first 16 are a key (ruling B).</param>
    /// <param name="ownKey">Signs what we send; null for one who only opens.</param>
    /// <param name="peerKey">Checks what we get; null for one who only seals.</param>
    public MobileKeys(string appId, string appSecret, Sm2PrivateKey? ownKey, Sm2PublicKey? peerKey) => throw new NotImplementedException();

    public string AppId => throw new NotImplementedException();

    /// <summary>Decrypts and encrypts <c>chnlEncData</c> and <c>encData</c> outside an envelope.</summary>
    public string EncryptHex(ReadOnlySpan<byte> clear) => throw new NotImplementedException();

    /// <summary>Null when it cannot be decrypted.</summary>
    public byte[]? DecryptHex(string hex) => throw new NotImplementedException();

    public override string ToString() => "***";

    public void Dispose() => throw new NotImplementedException();
}

/// <summary>Why an envelope was not accepted. For the log only; outside there is one refusal.</summary>
public enum EnvelopeFault
{
    None,
    NotJson,
    TooDeep,
    HeadIncomplete,
    UnknownPartner,
    UnknownVersion,
    UnknownAlgorithm,
    BadTimestamp,
    Stale,
    NotDecryptable,
    DataNotJson,
    NotSignable,
    SignatureMalformed,
    SignatureWrong,
}

/// <summary>An accepted envelope.</summary>
public sealed record OpenedEnvelope
{
    public required string AppId { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The clear data, UTF-8 JSON exactly as it was encrypted; empty when the message has none.</summary>
    public required byte[] Data { get; init; }

    /// <summary>The variant that matched; the answer is sealed in the same.</summary>
    public required CanonicalVariant Variant { get; init; }

    /// <summary>Replies only.</summary>
    public string? Code { get; init; }

    public string? Message { get; init; }

    public bool? Success { get; init; }
}

/// <summary>Seals and opens the payment centre's envelope (rulings A and B).</summary>
public static class MobileEnvelope
{
    public static byte[] SealRequest(MobileKeys keys, ReadOnlySpan<byte> data, DateTimeOffset now, CanonicalVariant variant = default) => throw new NotImplementedException();

    /// <param name="data">Empty for none.</param>
    public static byte[] SealReply(MobileKeys keys, int code, string message, bool success, ReadOnlySpan<byte> data, DateTimeOffset now, CanonicalVariant variant = default) =>
        throw new NotImplementedException();

    /// <summary>The appId of an envelope, to find its partner by; null when there is none to be found.</summary>
    public static string? PeekAppId(ReadOnlySpan<byte> envelope) => throw new NotImplementedException();

    /// <summary>Checks head, time, decrypts, verifies. <paramref name="variant"/> null is <c>auto</c>.</summary>
    public static EnvelopeFault Open(MobileKeys keys, ReadOnlyMemory<byte> envelope, IFreshness freshness, CanonicalVariant? variant, out OpenedEnvelope? opened) =>
        throw new NotImplementedException();
}

/// <summary>Says whether an envelope's time is near enough to now.</summary>
public interface IFreshness
{
    bool Accepts(DateTimeOffset stamp);
}
