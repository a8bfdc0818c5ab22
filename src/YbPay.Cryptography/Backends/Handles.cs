namespace YbPay.Cryptography;

/// <summary>A running SM3. Not thread-safe.</summary>
internal abstract class Sm3Handle : IDisposable
{
    public abstract void Append(ReadOnlySpan<byte> data);

    /// <summary>Writes 32 bytes and starts afresh.</summary>
    public abstract void Finish(Span<byte> digest);

    public abstract void Dispose();
}

/// <summary>HMAC-SM3 under one key. Thread-safe.</summary>
internal abstract class HmacHandle : IDisposable
{
    /// <summary>HMAC over the pieces as if they were one text; 32 bytes.</summary>
    public abstract void Compute(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, Span<byte> tag);

    public abstract void Dispose();
}

/// <summary>SM4 under one key, without padding. Thread-safe.</summary>
internal abstract class Sm4Handle : IDisposable
{
    /// <param name="iv">16 bytes; empty for ECB.</param>
    /// <param name="input">Whole blocks, except for CTR. May be the same memory as <paramref name="output"/>.</param>
    /// <param name="output">As long as <paramref name="input"/>.</param>
    public abstract void Transform(Sm4Mode mode, bool encrypt, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> input, Span<byte> output);

    public abstract void Dispose();
}

internal enum Sm4Mode
{
    Ecb,
    Cbc,
    Ctr,
}

/// <summary>A private SM2 key under the standard user id. Thread-safe.</summary>
internal abstract class Sm2PrivateHandle : IDisposable
{
    /// <param name="signature">64 bytes, R||S.</param>
    public abstract void Sign(ReadOnlySpan<byte> message, Span<byte> signature);

    /// <summary>The plain text, or null when C3 does not fit. The caller has checked length and C1.</summary>
    public abstract byte[]? Decrypt(ReadOnlySpan<byte> cipherText);

    public abstract void Dispose();
}

/// <summary>A public SM2 key under the standard user id. Thread-safe.</summary>
internal abstract class Sm2PublicHandle : IDisposable
{
    /// <param name="signature">64 bytes, R||S, both already known to lie in 1..n-1.</param>
    public abstract bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);

    /// <summary>04||C1||C3||C2.</summary>
    public abstract byte[] Encrypt(ReadOnlySpan<byte> plain);

    public abstract void Dispose();
}
