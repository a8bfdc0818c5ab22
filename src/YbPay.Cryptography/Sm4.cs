namespace YbPay.Cryptography;

/// <summary>An SM4 key (GB/T 32907) with its round keys. Thread-safe. Prints as <c>***</c>.</summary>
public sealed class Sm4Key : IDisposable
{
    /// <param name="key">16 bytes.</param>
    public Sm4Key(ReadOnlySpan<byte> key) => throw new NotImplementedException();

    /// <summary>ECB with PKCS#7 padding.</summary>
    public byte[] EncryptEcb(ReadOnlySpan<byte> plain) => throw new NotImplementedException();

    /// <summary>Null when the length or the padding is wrong.</summary>
    public byte[]? DecryptEcb(ReadOnlySpan<byte> cipherText) => throw new NotImplementedException();

    public override string ToString() => "***";

    public void Dispose() => throw new NotImplementedException();
}

/// <summary>
/// Authenticated encryption under one 32-byte secret: SM4-CTR, then HMAC-SM3 over associated data, nonce and cipher text
/// (the system's library of Debian 12 has no SM4-GCM). Layout: nonce(16) || cipher text || tag(32). Thread-safe.
/// </summary>
public sealed class AuthenticatedCipher : IDisposable
{
    /// <param name="secret">32 bytes from which the cipher's and the tag's keys are derived.</param>
    public AuthenticatedCipher(ReadOnlySpan<byte> secret) => throw new NotImplementedException();

    /// <param name="nonce">16 bytes, never used twice under one secret.</param>
    public byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated) => throw new NotImplementedException();

    /// <summary>Null when anything was changed.</summary>
    public byte[]? Open(ReadOnlySpan<byte> cipherText, ReadOnlySpan<byte> associated) => throw new NotImplementedException();

    public void Dispose() => throw new NotImplementedException();
}
