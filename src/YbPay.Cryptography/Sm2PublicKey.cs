namespace YbPay.Cryptography;

/// <summary>A public SM2 key that owns what can be computed once. Thread-safe.</summary>
public sealed class Sm2PublicKey : IDisposable
{
    private readonly byte[] point;
    private readonly Sm2PublicHandle handle;
    private volatile bool disposed;

    internal Sm2PublicKey(byte[] point, CryptoBackend backend)
    {
        this.point = point;
        handle = backend.OpenPublic(point);
    }

    /// <summary>Reads any form of ruling A.5. Throws <see cref="KeyFormatException"/> that says what was found and what is wrong.</summary>
    public static Sm2PublicKey Parse(string text) => Parse(text, CryptoBackends.Current);

    /// <inheritdoc cref="Parse(string)"/>
    public static Sm2PublicKey Parse(string text, CryptoBackend backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        return new Sm2PublicKey(PublicKeyText.Read(text), backend);
    }

    /// <summary>SM3withSM2 under user id 1234567812345678.</summary>
    /// <param name="signature">64 bytes R||S, or DER.</param>
    public SignatureCheck Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        Span<byte> plain = stackalloc byte[SignatureForm.Size];
        if (!SignatureForm.TryRead(signature, plain))
            return SignatureCheck.Malformed;
        return handle.Verify(message, plain) ? SignatureCheck.Valid : SignatureCheck.Wrong;
    }

    /// <summary>C1C3C2 (04||C1, 32 bytes C3, C2): 97 bytes longer than the plain text, which must not be empty.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> plain)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (plain.IsEmpty)
            throw new ArgumentException("SM2 cannot encrypt an empty text.", nameof(plain));

        // GB/T 32918.4 6.1 A5: a mask of nothing but zeros is drawn again. For one byte it happens once in 256 times.
        byte[] cipherText;
        do
        {
            cipherText = handle.Encrypt(plain);
        }
        while (cipherText.AsSpan(Sm2CipherText.Overhead).SequenceEqual(plain));
        return cipherText;
    }

    /// <summary>Base64 of 04||X||Y, 65 bytes.</summary>
    public string ExportBase64()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return Convert.ToBase64String(point);
    }

    public void Dispose()
    {
        disposed = true;
        handle.Dispose();
    }
}
