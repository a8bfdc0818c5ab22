using System.Security.Cryptography;

namespace YbPay.Cryptography;

/// <summary>A private SM2 key that owns what can be computed once. Thread-safe. Prints as <c>***</c>.</summary>
public sealed class Sm2PrivateKey : IDisposable
{
    private readonly byte[] d;
    private readonly Sm2PrivateHandle handle;
    private volatile bool disposed;

    /// <summary>Takes <paramref name="d"/> over and clears it in the end.</summary>
    private Sm2PrivateKey(byte[] d, byte[] point, CryptoBackend backend)
    {
        this.d = d;
        handle = backend.OpenPrivate(d, point);
        PublicKey = new Sm2PublicKey(point, backend);
    }

    /// <summary>The public half. It belongs to this key and is disposed with it.</summary>
    public Sm2PublicKey PublicKey { get; }

    /// <summary>Reads any form of ruling A.5. Throws <see cref="KeyFormatException"/> that says what was found, never the key.</summary>
    public static Sm2PrivateKey Parse(string text) => Parse(text, CryptoBackends.Current);

    /// <inheritdoc cref="Parse(string)"/>
    public static Sm2PrivateKey Parse(string text, CryptoBackend backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        var (d, claimed) = PrivateKeyText.Read(text);
        try
        {
            var point = backend.DerivePoint(d);
            if (claimed is not null && !PublicKeyText.ReadPoint(claimed, "The public key inside the private key").AsSpan().SequenceEqual(point))
                throw new KeyFormatException("The public key inside the private key is another key's.");
            return new Sm2PrivateKey(d, point, backend);
        }
        catch
        {
            CryptographicOperations.ZeroMemory(d);
            throw;
        }
    }

    public static Sm2PrivateKey Generate() => Generate(CryptoBackends.Current);

    /// <summary>A new key from the system's random source, evenly drawn from 1..n-2.</summary>
    public static Sm2PrivateKey Generate(CryptoBackend backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        var d = new byte[Sm2Curve.FieldSize];
        do
        {
            RandomNumberGenerator.Fill(d);
        }
        while (!Sm2Curve.IsPrivate(d));
        return new Sm2PrivateKey(d, backend.DerivePoint(d), backend);
    }

    /// <summary>SM3withSM2 under user id 1234567812345678; 64 bytes, R||S.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var signature = new byte[SignatureForm.Size];
        Sign(message, signature);
        return signature;
    }

    /// <summary>As <see cref="Sign(ReadOnlySpan{byte})"/>, into 64 bytes of the caller's.</summary>
    public void Sign(ReadOnlySpan<byte> message, Span<byte> signature)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentOutOfRangeException.ThrowIfNotEqual(signature.Length, SignatureForm.Size);
        handle.Sign(message, signature);
    }

    /// <summary>Opens a C1C3C2 cipher text; null when it is not one of this key's.</summary>
    public byte[]? Decrypt(ReadOnlySpan<byte> cipherText)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (cipherText.Length <= Sm2CipherText.Overhead || !Sm2Curve.IsPoint(cipherText[..Sm2Curve.PointSize]))
            return null;
        var plain = handle.Decrypt(cipherText);

        // GB/T 32918.4 7.1 B4: a mask of nothing but zeros is an error, though C3 fits.
        return plain is null || cipherText[Sm2CipherText.Overhead..].SequenceEqual(plain) ? null : plain;
    }

    /// <summary>Base64 of D, 32 bytes. For key files only.</summary>
    public string ExportBase64()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return Convert.ToBase64String(d);
    }

    public override string ToString() => "***";

    public void Dispose()
    {
        disposed = true;
        CryptographicOperations.ZeroMemory(d);
        handle.Dispose();
        PublicKey.Dispose();
    }
}
