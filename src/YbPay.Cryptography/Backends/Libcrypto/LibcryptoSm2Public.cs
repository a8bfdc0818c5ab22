using System.Formats.Asn1;
using static YbPay.Cryptography.Libcrypto.Evp;
using static YbPay.Cryptography.Libcrypto.NativeResult;

namespace YbPay.Cryptography.Libcrypto;

internal sealed class LibcryptoSm2Public : Sm2PublicHandle
{
    /// <summary>What DER adds at most: x and y with a 00 each, and six tags with lengths of up to five bytes.</summary>
    private const int DerOverhead = Sm2CipherText.Overhead + 40;

    private readonly LibcryptoBackend backend;
    private readonly byte[] z;
    private readonly EvpKey key;
    private readonly ContextPool<EvpKeyContext> verifying;
    private readonly ContextPool<EvpKeyContext> encrypting;

    public LibcryptoSm2Public(ReadOnlySpan<byte> point, LibcryptoBackend backend)
    {
        this.backend = backend;
        z = Sm2UserId.ComputeZ(point, backend);
        key = Sm2Keys.Public(point);
        verifying = new ContextPool<EvpKeyContext>(() => Sm2Keys.Context(key, EVP_PKEY_verify_init));
        encrypting = new ContextPool<EvpKeyContext>(() => Sm2Keys.Context(key, EVP_PKEY_encrypt_init));
    }

    public override bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        Span<byte> e = stackalloc byte[Sm3.Size];
        backend.HashSm3(z, message, e);

        Span<byte> der = stackalloc byte[SignatureForm.LongestDer];
        der = der[..SignatureForm.WriteDer(signature, der)];
        var context = verifying.Rent();
        var result = EVP_PKEY_verify(context, der, (nuint)der.Length, e, (nuint)e.Length);
        verifying.Return(context);
        if (result == 1)
            return true;
        ERR_clear_error();
        return false;
    }

    public override byte[] Encrypt(ReadOnlySpan<byte> plain)
    {
        var der = new byte[checked(plain.Length + DerOverhead)];
        var size = (nuint)der.Length;
        var context = encrypting.Rent();
        Require(EVP_PKEY_encrypt(context, der, ref size, plain, (nuint)plain.Length), "EVP_PKEY_encrypt");
        encrypting.Return(context);
        return ReadDer(der.AsMemory(0, (int)size), plain.Length);
    }

    public override void Dispose()
    {
        verifying.Dispose();
        encrypting.Dispose();
        key.Dispose();
    }

    private static byte[] ReadDer(ReadOnlyMemory<byte> der, int plainLength)
    {
        const int Field = Cryptography.Sm2Curve.FieldSize;
        var sequence = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        var cipherText = new byte[plainLength + Sm2CipherText.Overhead];
        cipherText[0] = 4;
        WriteField(sequence.ReadIntegerBytes().Span, cipherText.AsSpan(1, Field));
        WriteField(sequence.ReadIntegerBytes().Span, cipherText.AsSpan(1 + Field, Field));
        sequence.ReadOctetString().CopyTo(cipherText.AsSpan(1 + Field + Field));
        sequence.ReadOctetString().CopyTo(cipherText.AsSpan(Sm2CipherText.Overhead));
        return cipherText;
    }

    private static void WriteField(ReadOnlySpan<byte> number, Span<byte> field)
    {
        var digits = number.TrimStart((byte)0);
        digits.CopyTo(field[(field.Length - digits.Length)..]);
    }
}
