using System.Buffers.Binary;
using System.Security.Cryptography;
using YbPay.Cryptography;

namespace YbPay.Huimin.Features.Claims.Images;

/// <summary>
/// The form of a sealed image: 8 bytes that say what it is and under which master key, the file's 16-byte id, then chunks, each nonce,
/// cipher text and tag (<see cref="AuthenticatedCipher"/>). A chunk is bound to head, id, its place and whether it is the last, so that none can
/// be changed, moved, left out or added, and no file can stand in for another. Thread-safe. Prints as ***.
/// </summary>
internal sealed class ImageKeys : IDisposable
{
    public const int ChunkSize = 32 * 1024;
    public const int SealedChunk = ChunkSize + AuthenticatedCipher.Overhead;
    public const int IdSize = 16;
    public const int HeadSize = 8 + IdSize;

    private const int BoundSize = HeadSize + 5;
    private static ReadOnlySpan<byte> Magic => "YBIMG\0\u0001"u8;

    private readonly Dictionary<byte, AuthenticatedCipher> ciphers = [];
    private readonly byte writing;

    /// <param name="masterKeys">Version (1..255) to 32 bytes; the highest version writes.</param>
    public ImageKeys(IReadOnlyDictionary<int, byte[]> masterKeys)
    {
        foreach (var (version, key) in masterKeys)
        {
            using var derive = new HmacSm3(key);
            var secret = derive.Compute("YbPay images v1: data key"u8);
            ciphers[(byte)version] = new AuthenticatedCipher(secret);
            CryptographicOperations.ZeroMemory(secret);
        }

        writing = (byte)masterKeys.Keys.Max();
    }

    public byte[] NewHead(ReadOnlySpan<byte> id) => [.. Magic, writing, .. id];

    /// <summary>True when the head is that of a file of this form and id whose key is loaded.</summary>
    public bool Knows(ReadOnlySpan<byte> head, ReadOnlySpan<byte> id) => head.StartsWith(Magic) && head[8..].SequenceEqual(id) && ciphers.ContainsKey(head[7]);

    /// <param name="box">Exactly <see cref="AuthenticatedCipher.Overhead"/> longer than the chunk.</param>
    public void Seal(ReadOnlySpan<byte> head, int place, bool isLast, ReadOnlySpan<byte> chunk, Span<byte> box)
    {
        Span<byte> nonce = stackalloc byte[AuthenticatedCipher.NonceSize];
        Span<byte> bound = stackalloc byte[BoundSize];
        RandomNumberGenerator.Fill(nonce);
        Bind(head, place, isLast, bound);
        ciphers[head[7]].Seal(chunk, nonce, bound, box);
    }

    /// <summary>False when the chunk was changed or belongs elsewhere.</summary>
    public bool Open(ReadOnlySpan<byte> head, int place, bool isLast, ReadOnlySpan<byte> box, Span<byte> chunk)
    {
        Span<byte> bound = stackalloc byte[BoundSize];
        Bind(head, place, isLast, bound);
        return ciphers[head[7]].Open(box, bound, chunk);
    }

    public override string ToString() => "***";

    public void Dispose()
    {
        foreach (var cipher in ciphers.Values) cipher.Dispose();
    }

    private static void Bind(ReadOnlySpan<byte> head, int place, bool isLast, Span<byte> bound)
    {
        head.CopyTo(bound);
        BinaryPrimitives.WriteInt32BigEndian(bound[HeadSize..], place);
        bound[^1] = isLast ? (byte)1 : (byte)0;
    }
}
