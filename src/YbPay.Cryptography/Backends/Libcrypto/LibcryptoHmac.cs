using System.Security.Cryptography;
using static YbPay.Cryptography.Libcrypto.Evp;
using static YbPay.Cryptography.Libcrypto.NativeResult;

namespace YbPay.Cryptography.Libcrypto;

/// <summary>Pooled contexts that hold the key's two blocks already hashed.</summary>
internal sealed class LibcryptoHmac : HmacHandle
{
    private readonly byte[] key;
    private readonly EvpMac algorithm;
    private readonly ContextPool<EvpMacContext> contexts;

    public LibcryptoHmac(ReadOnlySpan<byte> key, EvpMac algorithm)
    {
        // To libcrypto an empty key is no key. HMAC fills keys up with zeros, so one zero byte is the same key.
        this.key = GC.AllocateArray<byte>(Math.Max(1, key.Length), pinned: true);
        key.CopyTo(this.key);
        this.algorithm = algorithm;
        contexts = new ContextPool<EvpMacContext>(Open);
    }

    public override void Compute(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, Span<byte> tag)
    {
        var context = contexts.Rent();
        Require(EVP_MAC_restart(context, 0, 0, 0), "EVP_MAC_init under the same key");
        Append(context, first);
        Append(context, second);
        Append(context, third);
        Require(EVP_MAC_final(context, tag, out _, (nuint)tag.Length), "EVP_MAC_final");
        contexts.Return(context);
    }

    public override void Dispose()
    {
        contexts.Dispose();
        CryptographicOperations.ZeroMemory(key);
    }

    private static void Append(EvpMacContext context, ReadOnlySpan<byte> data)
    {
        if (!data.IsEmpty)
            Require(EVP_MAC_update(context, data, (nuint)data.Length), "EVP_MAC_update");
    }

    private unsafe EvpMacContext Open()
    {
        var context = Require(EVP_MAC_CTX_new(algorithm), "EVP_MAC_CTX_new");
        fixed (byte* name = "digest"u8, sm3 = "SM3"u8)
        {
            Span<NativeParameter> parameters = [NativeParameter.Text(name, sm3, 3), NativeParameter.End];
            Require(EVP_MAC_init(context, key, (nuint)key.Length, parameters), "EVP_MAC_init");
        }

        return context;
    }
}
