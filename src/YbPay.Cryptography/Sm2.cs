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

/// <summary>A private SM2 key that owns what can be computed once. Thread-safe. Prints as <c>***</c>.</summary>
public sealed class Sm2PrivateKey : IDisposable
{
    /// <summary>Reads any form of ruling A.5. Throws <see cref="KeyFormatException"/> that says what was found, never the key.</summary>
    public static Sm2PrivateKey Parse(string text) => throw new NotImplementedException(text);

    public static Sm2PrivateKey Generate() => throw new NotImplementedException();

    public Sm2PublicKey PublicKey => throw new NotImplementedException();

    /// <summary>SM3withSM2 under user id 1234567812345678; 64 bytes, R||S.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message) => throw new NotImplementedException();

    /// <summary>Opens a C1C3C2 cipher text; null when it is not one of this key's.</summary>
    public byte[]? Decrypt(ReadOnlySpan<byte> cipherText) => throw new NotImplementedException();

    /// <summary>Base64 of D, 32 bytes. For key files only.</summary>
    public string ExportBase64() => throw new NotImplementedException();

    public override string ToString() => "***";

    public void Dispose() => throw new NotImplementedException();
}

/// <summary>A public SM2 key that owns what can be computed once. Thread-safe.</summary>
public sealed class Sm2PublicKey : IDisposable
{
    public static Sm2PublicKey Parse(string text) => throw new NotImplementedException(text);

    public SignatureCheck Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) => throw new NotImplementedException();

    /// <summary>C1C3C2.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> plain) => throw new NotImplementedException();

    /// <summary>Base64 of 04||X||Y, 65 bytes.</summary>
    public string ExportBase64() => throw new NotImplementedException();

    public void Dispose() => throw new NotImplementedException();
}

/// <summary>A key text that cannot be read; the message says what form was found and what is wrong with it, never the key.</summary>
public sealed class KeyFormatException(string message) : Exception(message);
