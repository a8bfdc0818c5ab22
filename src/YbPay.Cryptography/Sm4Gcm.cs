using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace YbPay.Cryptography;

/// <summary>
/// SM4 in Galois/Counter Mode (RFC 8998): 16-byte key, 12-byte nonce, the 16-byte tag after the cipher text. Small messages only:
/// it goes through Bouncy Castle whatever the back end, for libcrypto has this mode since 3.1 only.
/// </summary>
public static class Sm4Gcm
{
    public const int KeySize = 16;
    public const int NonceSize = 12;
    public const int TagSize = 16;

    /// <summary>The cipher text and its tag.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> plain) =>
        Run(true, key, nonce, associated, plain);

    /// <summary>Null when the tag is not that of this key, nonce, text and associated data.</summary>
    public static byte[]? Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> cipherText)
    {
        if (cipherText.Length < TagSize) return null;
        try
        {
            return Run(false, key, nonce, associated, cipherText);
        }
        catch (InvalidCipherTextException)
        {
            return null;
        }
    }

    private static byte[] Run(bool encrypt, ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> input)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeySize);
        ArgumentOutOfRangeException.ThrowIfNotEqual(nonce.Length, NonceSize);
        var cipher = new GcmBlockCipher(new SM4Engine());
        cipher.Init(encrypt, new AeadParameters(new KeyParameter(key.ToArray()), TagSize * 8, nonce.ToArray(), associated.ToArray()));
        var output = new byte[cipher.GetOutputSize(input.Length)];
        var written = cipher.ProcessBytes(input.ToArray(), 0, input.Length, output, 0);
        written += cipher.DoFinal(output, written);
        return output[..written];
    }
}
