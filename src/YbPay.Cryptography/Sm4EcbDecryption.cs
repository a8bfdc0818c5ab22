using System.Security.Cryptography;

namespace YbPay.Cryptography;

/// <summary>
/// SM4-ECB with PKCS#7 padding of a text that comes in pieces of any length; gives what <see cref="Sm4Key.DecryptEcb"/> gives. For one
/// thread at a time. The last 16 bytes are held back, because only the end tells what of them is padding.
/// </summary>
public sealed class Sm4EcbDecryption : IDisposable
{
    private readonly Sm4Key key;
    private readonly byte[] held = new byte[Sm4Key.BlockSize];
    private int holds;

    /// <param name="key">Stays the caller's.</param>
    public Sm4EcbDecryption(Sm4Key key)
    {
        ArgumentNullException.ThrowIfNull(key);
        this.key = key;
    }

    /// <summary>Decrypts what is certain by now. Returns the number of bytes written.</summary>
    /// <param name="plain">At least as long as <paramref name="cipherText"/> and 16 bytes more; other memory than it.</param>
    public int Append(ReadOnlySpan<byte> cipherText, Span<byte> plain)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(plain.Length, cipherText.Length + Sm4Key.BlockSize);
        var written = 0;
        while (holds + cipherText.Length > Sm4Key.BlockSize)
        {
            if (holds == 0)
            {
                // Everything but the last 1 to 16 bytes.
                var whole = (cipherText.Length - 1) / Sm4Key.BlockSize * Sm4Key.BlockSize;
                key.DecryptBlocks(cipherText[..whole], plain.Slice(written, whole));
                written += whole;
                cipherText = cipherText[whole..];
                continue;
            }

            var missing = Sm4Key.BlockSize - holds;
            cipherText[..missing].CopyTo(held.AsSpan(holds));
            cipherText = cipherText[missing..];
            key.DecryptBlocks(held, plain.Slice(written, Sm4Key.BlockSize));
            written += Sm4Key.BlockSize;
            holds = 0;
        }

        cipherText.CopyTo(held.AsSpan(holds));
        holds += cipherText.Length;
        return written;
    }

    /// <summary>The last bytes, 0 to 15 of them; -1 when the whole length or the padding is wrong. The decryption then starts afresh.</summary>
    /// <param name="plain">At least 16 bytes, all of which may be overwritten.</param>
    public int Finish(Span<byte> plain)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(plain.Length, Sm4Key.BlockSize);
        var isWhole = holds == Sm4Key.BlockSize;
        holds = 0;
        if (!isWhole) return -1;
        var block = plain[..Sm4Key.BlockSize];
        key.DecryptBlocks(held, block);
        return Pkcs7.PlainLength(block);
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(held);
}
