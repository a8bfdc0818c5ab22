using System.Buffers.Binary;
using System.Security.Cryptography;

namespace YbPay.Cryptography;

/// <summary>
/// Authenticated encryption under one 32-byte secret: SM4-CTR, then HMAC-SM3 over associated data, nonce and cipher text
/// (the system's library of Debian 12 has no SM4-GCM). Layout: nonce(16) || cipher text || tag(32). Thread-safe. Prints as <c>***</c>.
/// </summary>
public sealed class AuthenticatedCipher : IDisposable
{
    public const int SecretSize = 32;
    public const int NonceSize = Sm4Key.BlockSize;
    public const int TagSize = Sm3.Size;

    /// <summary>How much longer a sealed text is.</summary>
    public const int Overhead = NonceSize + TagSize;

    private readonly Sm4Key cipher;
    private readonly HmacSm3 tagger;

    /// <param name="secret">32 bytes from which the cipher's and the tag's keys are derived.</param>
    public AuthenticatedCipher(ReadOnlySpan<byte> secret)
        : this(secret, CryptoBackends.Current)
    {
    }

    /// <inheritdoc cref="AuthenticatedCipher(ReadOnlySpan{byte})"/>
    public AuthenticatedCipher(ReadOnlySpan<byte> secret, CryptoBackend backend)
    {
        if (secret.Length != SecretSize)
            throw new ArgumentException($"The secret has {SecretSize} bytes; these are {secret.Length}.", nameof(secret));

        // Two keys that tell nothing of each other: HMAC-SM3 of the secret over two labels.
        using var derive = new HmacSm3(secret, backend);
        Span<byte> key = stackalloc byte[Sm3.Size];
        try
        {
            derive.Compute("YbPay authenticated cipher v1: SM4-CTR key"u8, key);
            cipher = new Sm4Key(key[..Sm4Key.BlockSize], backend);
            derive.Compute("YbPay authenticated cipher v1: HMAC-SM3 key"u8, key);
            tagger = new HmacSm3(key, backend);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <param name="nonce">16 bytes, never used twice under one secret. Drawn at random they may serve 2^48 texts.</param>
    /// <param name="associated">Bound to the text but not stored with it: opening needs the same.</param>
    public byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated)
    {
        var box = GC.AllocateUninitializedArray<byte>(plain.Length + Overhead);
        Seal(plain, nonce, associated, box);
        return box;
    }

    /// <inheritdoc cref="Seal(ReadOnlySpan{byte}, ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>
    /// <param name="box">Gets the sealed text: exactly <see cref="Overhead"/> bytes longer than <paramref name="plain"/>.</param>
    public void Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, Span<byte> box)
    {
        if (nonce.Length != NonceSize)
            throw new ArgumentException($"A nonce has {NonceSize} bytes; these are {nonce.Length}.", nameof(nonce));
        if (box.Length != plain.Length + Overhead)
            throw new ArgumentException($"The sealed text has {plain.Length + Overhead} bytes; there is room for {box.Length}.", nameof(box));
        nonce.CopyTo(box);
        cipher.Ctr(plain, nonce, box.Slice(NonceSize, plain.Length));
        Tag(box[..(NonceSize + plain.Length)], associated, box[(NonceSize + plain.Length)..]);
    }

    /// <summary>Null when anything was changed.</summary>
    public byte[]? Open(ReadOnlySpan<byte> cipherText, ReadOnlySpan<byte> associated)
    {
        if (cipherText.Length < Overhead)
            return null;
        var plain = GC.AllocateUninitializedArray<byte>(cipherText.Length - Overhead);
        return Open(cipherText, associated, plain) ? plain : null;
    }

    /// <summary>False when anything was changed; then nothing is written.</summary>
    /// <param name="plain">Gets the text: exactly <see cref="Overhead"/> bytes shorter than <paramref name="cipherText"/>.</param>
    public bool Open(ReadOnlySpan<byte> cipherText, ReadOnlySpan<byte> associated, Span<byte> plain)
    {
        if (cipherText.Length < Overhead)
            return false;
        if (plain.Length != cipherText.Length - Overhead)
            throw new ArgumentException($"The text has {cipherText.Length - Overhead} bytes; there is room for {plain.Length}.", nameof(plain));
        Span<byte> tag = stackalloc byte[TagSize];
        Tag(cipherText[..^TagSize], associated, tag);
        if (!CryptographicOperations.FixedTimeEquals(tag, cipherText[^TagSize..]))
            return false;
        cipher.Ctr(cipherText[NonceSize..^TagSize], cipherText[..NonceSize], plain);
        return true;
    }

    public override string ToString() => "***";

    public void Dispose()
    {
        cipher.Dispose();
        tagger.Dispose();
    }

    // The length goes first: otherwise bytes could move between associated data and box under one tag.
    private void Tag(ReadOnlySpan<byte> box, ReadOnlySpan<byte> associated, Span<byte> tag)
    {
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, associated.Length);
        tagger.Compute(length, associated, box, tag);
    }
}
