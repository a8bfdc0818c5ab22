using System.Buffers;
using System.Security.Cryptography;

namespace YbPay.Cryptography;

/// <summary>An SM4 key (GB/T 32907) with its round keys. Thread-safe. Prints as <c>***</c>.</summary>
public sealed class Sm4Key : IDisposable
{
    /// <summary>Bytes of a key, a block and an initial value.</summary>
    public const int BlockSize = 16;

    private readonly Sm4Handle handle;
    private volatile bool disposed;

    /// <param name="key">16 bytes.</param>
    public Sm4Key(ReadOnlySpan<byte> key)
        : this(key, CryptoBackends.Current)
    {
    }

    /// <inheritdoc cref="Sm4Key(ReadOnlySpan{byte})"/>
    public Sm4Key(ReadOnlySpan<byte> key, CryptoBackend backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        if (key.Length != BlockSize)
            throw new ArgumentException($"An SM4 key has {BlockSize} bytes; these are {key.Length}.", nameof(key));
        handle = backend.OpenSm4(key);
    }

    /// <summary>ECB with PKCS#7 padding.</summary>
    public byte[] EncryptEcb(ReadOnlySpan<byte> plain) => EncryptPadded(Sm4Mode.Ecb, plain, default);

    /// <summary>Null when the length or the padding is wrong.</summary>
    public byte[]? DecryptEcb(ReadOnlySpan<byte> cipherText) => DecryptPadded(Sm4Mode.Ecb, cipherText, default);

    /// <summary>CBC with PKCS#7 padding.</summary>
    /// <param name="iv">16 bytes, unpredictable and never used twice under one key.</param>
    public byte[] EncryptCbc(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> iv) => EncryptPadded(Sm4Mode.Cbc, plain, RequireBlock(iv));

    /// <summary>Null when the length or the padding is wrong.</summary>
    /// <param name="iv">16 bytes.</param>
    public byte[]? DecryptCbc(ReadOnlySpan<byte> cipherText, ReadOnlySpan<byte> iv) => DecryptPadded(Sm4Mode.Cbc, cipherText, RequireBlock(iv));

    /// <summary>CTR over a 128-bit big-endian counter: the same call encrypts and decrypts, and any length is right.</summary>
    /// <param name="counter">16 bytes, the first counter; no counter may be used twice under one key.</param>
    public byte[] Ctr(ReadOnlySpan<byte> data, ReadOnlySpan<byte> counter)
    {
        var output = GC.AllocateUninitializedArray<byte>(data.Length);
        Ctr(data, counter, output);
        return output;
    }

    /// <inheritdoc cref="Ctr(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>
    /// <param name="output">As long as <paramref name="data"/>; may be the same memory.</param>
    public void Ctr(ReadOnlySpan<byte> data, ReadOnlySpan<byte> counter, Span<byte> output)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(output.Length, data.Length);
        Transform(Sm4Mode.Ctr, encrypt: true, RequireBlock(counter), data, output);
    }

    /// <summary>Whole blocks, one by one, with their padding still on: what <see cref="Sm4EcbDecryption"/> is made of.</summary>
    internal void DecryptBlocks(ReadOnlySpan<byte> cipherText, Span<byte> plain) => Transform(Sm4Mode.Ecb, encrypt: false, default, cipherText, plain);

    public override string ToString() => "***";

    public void Dispose()
    {
        disposed = true;
        handle.Dispose();
    }

    private byte[] EncryptPadded(Sm4Mode mode, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> iv)
    {
        var output = GC.AllocateUninitializedArray<byte>(Pkcs7.PaddedLength(plain.Length));
        plain.CopyTo(output);
        Pkcs7.Pad(output, plain.Length);
        Transform(mode, encrypt: true, iv, output, output);
        return output;
    }

    private byte[]? DecryptPadded(Sm4Mode mode, ReadOnlySpan<byte> cipherText, ReadOnlySpan<byte> iv)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (cipherText.IsEmpty || cipherText.Length % BlockSize != 0)
            return null;

        var rented = ArrayPool<byte>.Shared.Rent(cipherText.Length);
        var padded = rented.AsSpan(0, cipherText.Length);
        try
        {
            Transform(mode, encrypt: false, iv, cipherText, padded);
            var length = Pkcs7.PlainLength(padded);
            return length < 0 ? null : padded[..length].ToArray();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(padded);
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private void Transform(Sm4Mode mode, bool encrypt, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> input, Span<byte> output)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        handle.Transform(mode, encrypt, iv, input, output);

        // A key cleared meanwhile by another thread would have made a wrong text.
        ObjectDisposedException.ThrowIf(disposed, this);
    }

    private static ReadOnlySpan<byte> RequireBlock(ReadOnlySpan<byte> iv) =>
        iv.Length == BlockSize ? iv : throw new ArgumentException($"An initial value has {BlockSize} bytes; these are {iv.Length}.", nameof(iv));
}
