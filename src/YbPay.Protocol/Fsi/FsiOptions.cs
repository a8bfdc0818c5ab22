using YbPay.Cryptography;

namespace YbPay.Protocol.Fsi;

/// <summary>How a province carries <c>input</c> and <c>output</c>. Reading accepts every form; this decides how we write.</summary>
public enum FsiContentForm
{
    /// <summary>A JSON object. The default.</summary>
    Object,

    /// <summary>A JSON text inside a JSON string.</summary>
    JsonText,

    /// <summary>Base64 of SM4-ECB-PKCS7 of the JSON text; <c>enc_type</c> is then SM4.</summary>
    Sm4Base64,
}

/// <summary>What <c>cainfo</c> holds.</summary>
public enum FsiSignType
{
    None,

    /// <summary>Base64 of SM3withSM2, 64 bytes R||S.</summary>
    Sm2,

    /// <summary>Upper-case hex of HMAC-SM3 under a shared secret.</summary>
    Sm3,
}

/// <summary>What a province or partner agreed on. The keys stay the caller's.</summary>
public sealed record FsiOptions
{
    /// <summary>Object, unsigned.</summary>
    public static FsiOptions Default { get; } = new();

    public FsiContentForm Content { get; init; }

    /// <summary>Needed to write, and to read, encrypted content.</summary>
    public Sm4Key? ContentKey { get; init; }

    /// <summary>Other than None: what comes in without this signature is refused.</summary>
    public FsiSignType Sign { get; init; }

    public Sm2PrivateKey? OwnKey { get; init; }

    public Sm2PublicKey? PeerKey { get; init; }

    public HmacSm3? SharedSecret { get; init; }

    /// <summary>Longest message in bytes.</summary>
    public int MaxBytes { get; init; } = 16 * 1024 * 1024;
}
