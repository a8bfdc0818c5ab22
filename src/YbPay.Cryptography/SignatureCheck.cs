namespace YbPay.Cryptography;

/// <summary>The outcome of a signature check. Outside, both failures are one refusal; inside they are told apart.</summary>
public enum SignatureCheck
{
    Valid,

    /// <summary>A well-formed signature that is not this key's over this message.</summary>
    Wrong,

    /// <summary>Not a signature at all: neither 64 bytes R||S nor DER, or r or s outside 1..n-1.</summary>
    Malformed,
}
