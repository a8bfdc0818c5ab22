using System.Formats.Asn1;
using System.Security.Cryptography;
using static YbPay.Cryptography.Libcrypto.Evp;
using static YbPay.Cryptography.Libcrypto.NativeResult;

namespace YbPay.Cryptography.Libcrypto;

/// <summary>
/// Signs the digest that we compute ourselves, so that Z is computed once per key and not, as libcrypto's own
/// EVP_DigestSign does, once per message.
/// </summary>
internal sealed class LibcryptoSm2Private : Sm2PrivateHandle
{
    private readonly LibcryptoBackend backend;
    private readonly byte[] z;
    private readonly EvpKey key;
    private readonly ContextPool<EvpKeyContext> signing;
    private readonly ContextPool<EvpKeyContext> decrypting;

    public LibcryptoSm2Private(ReadOnlySpan<byte> d, ReadOnlySpan<byte> point, LibcryptoBackend backend)
    {
        this.backend = backend;
        z = Sm2UserId.ComputeZ(point, backend);
        key = Sm2Keys.Pair(d, point);
        signing = new ContextPool<EvpKeyContext>(() => Sm2Keys.Context(key, EVP_PKEY_sign_init));
        decrypting = new ContextPool<EvpKeyContext>(() => Sm2Keys.Context(key, EVP_PKEY_decrypt_init));
    }

    public override void Sign(ReadOnlySpan<byte> message, Span<byte> signature)
    {
        Span<byte> e = stackalloc byte[Sm3.Size];
        backend.HashSm3(z, message, e);

        Span<byte> der = stackalloc byte[SignatureForm.LongestDer];
        nuint size = SignatureForm.LongestDer;
        var context = signing.Rent();
        Require(EVP_PKEY_sign(context, der, ref size, e, (nuint)e.Length), "EVP_PKEY_sign");
        signing.Return(context);
        if (!SignatureForm.TryReadDer(der[..(int)size], signature))
            throw new CryptographicException("libcrypto made a signature that is not DER.");
    }

    public override byte[]? Decrypt(ReadOnlySpan<byte> cipherText)
    {
        var der = WriteDer(cipherText);
        var plain = new byte[cipherText.Length - Sm2CipherText.Overhead];
        var size = (nuint)plain.Length;
        var context = decrypting.Rent();
        var result = EVP_PKEY_decrypt(context, plain, ref size, der, (nuint)der.Length);
        decrypting.Return(context);
        if (result == 1 && size == (nuint)plain.Length)
            return plain;

        // libcrypto tells a C3 that does not fit and a failure of its own apart only by reason codes that differ between versions.
        ERR_clear_error();
        CryptographicOperations.ZeroMemory(plain);
        return null;
    }

    public override void Dispose()
    {
        signing.Dispose();
        decrypting.Dispose();
        key.Dispose();
    }

    // SEQUENCE { INTEGER x, INTEGER y, OCTET STRING C3, OCTET STRING C2 } (GM/T 0009)
    private static byte[] WriteDer(ReadOnlySpan<byte> cipherText)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            SignatureForm.WriteInteger(writer, cipherText.Slice(1, Cryptography.Sm2Curve.FieldSize));
            SignatureForm.WriteInteger(writer, cipherText.Slice(1 + Cryptography.Sm2Curve.FieldSize, Cryptography.Sm2Curve.FieldSize));
            writer.WriteOctetString(cipherText[Cryptography.Sm2Curve.PointSize..Sm2CipherText.Overhead]);
            writer.WriteOctetString(cipherText[Sm2CipherText.Overhead..]);
        }

        return writer.Encode();
    }
}
