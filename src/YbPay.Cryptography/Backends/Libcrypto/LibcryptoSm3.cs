using static YbPay.Cryptography.Libcrypto.Evp;
using static YbPay.Cryptography.Libcrypto.NativeResult;

namespace YbPay.Cryptography.Libcrypto;

internal sealed class LibcryptoSm3 : Sm3Handle
{
    private readonly EvpMd algorithm;
    private readonly EvpMdContext context;

    public LibcryptoSm3(EvpMd algorithm)
    {
        this.algorithm = algorithm;
        context = Require(EVP_MD_CTX_new(), "EVP_MD_CTX_new");
        Start();
    }

    public override void Append(ReadOnlySpan<byte> data)
    {
        if (!data.IsEmpty)
            Require(EVP_DigestUpdate(context, data, (nuint)data.Length), "EVP_DigestUpdate");
    }

    public override void Finish(Span<byte> digest)
    {
        Require(EVP_DigestFinal_ex(context, digest, 0), "EVP_DigestFinal_ex");
        Start();
    }

    public override void Dispose() => context.Dispose();

    private void Start() => Require(EVP_DigestInit_ex2(context, algorithm, 0), "EVP_DigestInit_ex2");
}
