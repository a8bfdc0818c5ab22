using System.Security.Cryptography;
using static YbPay.Cryptography.Libcrypto.Evp;
using static YbPay.Cryptography.Libcrypto.NativeResult;

namespace YbPay.Cryptography.Libcrypto;

/// <summary>One pool per mode and direction: a context holds expanded round keys, and a new initial value leaves them alone.</summary>
internal sealed class LibcryptoSm4 : Sm4Handle
{
    private readonly byte[] key = GC.AllocateArray<byte>(Sm4Key.BlockSize, pinned: true);
    private readonly ContextPool<EvpCipherContext> ecbEncrypt;
    private readonly ContextPool<EvpCipherContext> ecbDecrypt;
    private readonly ContextPool<EvpCipherContext> cbcEncrypt;
    private readonly ContextPool<EvpCipherContext> cbcDecrypt;
    private readonly ContextPool<EvpCipherContext> ctr;

    public LibcryptoSm4(ReadOnlySpan<byte> key, Sm4Ciphers ciphers)
    {
        key.CopyTo(this.key);
        ecbEncrypt = new ContextPool<EvpCipherContext>(() => Expand(ciphers.Ecb, encrypt: 1));
        ecbDecrypt = new ContextPool<EvpCipherContext>(() => Expand(ciphers.Ecb, encrypt: 0));
        cbcEncrypt = new ContextPool<EvpCipherContext>(() => Expand(ciphers.Cbc, encrypt: 1));
        cbcDecrypt = new ContextPool<EvpCipherContext>(() => Expand(ciphers.Cbc, encrypt: 0));
        ctr = new ContextPool<EvpCipherContext>(() => Expand(ciphers.Ctr, encrypt: 1));
    }

    public override void Transform(Sm4Mode mode, bool encrypt, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> input, Span<byte> output)
    {
        var pool = mode switch
        {
            Sm4Mode.Ecb => encrypt ? ecbEncrypt : ecbDecrypt,
            Sm4Mode.Cbc => encrypt ? cbcEncrypt : cbcDecrypt,
            Sm4Mode.Ctr => ctr,
        };
        var context = pool.Rent();
        if (mode != Sm4Mode.Ecb)
            Require(EVP_CipherRestart(context, 0, 0, iv, -1, 0), "EVP_CipherInit_ex2 with a new initial value");
        if (!input.IsEmpty)
        {
            Require(EVP_CipherUpdate(context, output, out var written, input, input.Length), "EVP_CipherUpdate");
            if (written != input.Length)
                throw new CryptographicException("libcrypto held back part of an SM4 text.");
        }

        pool.Return(context);
    }

    public override void Dispose()
    {
        foreach (var pool in (ContextPool<EvpCipherContext>[])[ecbEncrypt, ecbDecrypt, cbcEncrypt, cbcDecrypt, ctr])
            pool.Dispose();
        CryptographicOperations.ZeroMemory(key);
    }

    private EvpCipherContext Expand(EvpCipher cipher, int encrypt)
    {
        Span<byte> anyIv = stackalloc byte[Sm4Key.BlockSize];
        var context = Require(EVP_CIPHER_CTX_new(), "EVP_CIPHER_CTX_new");
        Require(EVP_CipherInit_ex2(context, cipher, key, anyIv, encrypt, 0), "EVP_CipherInit_ex2");
        Require(EVP_CIPHER_CTX_set_padding(context, 0), "EVP_CIPHER_CTX_set_padding");
        return context;
    }
}
