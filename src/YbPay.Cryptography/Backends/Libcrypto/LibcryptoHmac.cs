using System.Security.Cryptography;

namespace YbPay.Cryptography.Libcrypto;

/// <summary>
/// HMAC (RFC 2104) from two digests over pooled contexts. libcrypto's own HMAC keeps the two padded blocks hashed, but
/// duplicates a context (two allocations) per call to do so; hashing 128 bytes more is cheaper.
/// </summary>
internal sealed class LibcryptoHmac : HmacHandle
{
    private const int Block = 64;
    private readonly byte[] inner = GC.AllocateArray<byte>(Block, pinned: true);
    private readonly byte[] outer = GC.AllocateArray<byte>(Block, pinned: true);
    private readonly ContextPool<LibcryptoSm3> hashes;

    public LibcryptoHmac(ReadOnlySpan<byte> key, ContextPool<LibcryptoSm3> hashes)
    {
        this.hashes = hashes;
        if (key.Length <= Block)
        {
            key.CopyTo(inner);
        }
        else
        {
            var hash = hashes.Rent();
            hash.Append(key);
            hash.Finish(inner.AsSpan(0, Sm3.Size));
            hashes.Return(hash);
        }

        for (var i = 0; i < Block; i++)
        {
            outer[i] = (byte)(inner[i] ^ 0x5C);
            inner[i] ^= 0x36;
        }
    }

    public override void Compute(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, Span<byte> tag)
    {
        Span<byte> digest = stackalloc byte[Sm3.Size];
        var hash = hashes.Rent();
        hash.Append(inner);
        hash.Append(first);
        hash.Append(second);
        hash.Append(third);
        hash.Finish(digest);
        hash.Append(outer);
        hash.Append(digest);
        hash.Finish(tag);
        hashes.Return(hash);
    }

    public override void Dispose()
    {
        CryptographicOperations.ZeroMemory(inner);
        CryptographicOperations.ZeroMemory(outer);
    }
}
