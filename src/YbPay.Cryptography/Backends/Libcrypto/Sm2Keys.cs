using System.Security.Cryptography;
using static YbPay.Cryptography.Libcrypto.Evp;
using static YbPay.Cryptography.Libcrypto.NativeResult;

namespace YbPay.Cryptography.Libcrypto;

/// <summary>Makes libcrypto's key objects from D and the point, and contexts from those.</summary>
internal static unsafe class Sm2Keys
{
    // EVP_PKEY_PUBLIC_KEY and EVP_PKEY_KEYPAIR of evp.h
    private const int PublicSelection = 0x86;
    private const int PairSelection = 0x87;

    public static EvpKey Public(ReadOnlySpan<byte> point) => Import(default, point, PublicSelection);

    public static EvpKey Pair(ReadOnlySpan<byte> d, ReadOnlySpan<byte> point)
    {
        // A number goes in in the machine's own byte order.
        Span<byte> native = stackalloc byte[Cryptography.Sm2Curve.FieldSize];
        d.CopyTo(native);
        if (BitConverter.IsLittleEndian)
            native.Reverse();
        try
        {
            return Import(native, point, PairSelection);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(native);
        }
    }

    /// <param name="start">EVP_PKEY_sign_init and its like.</param>
    public static EvpKeyContext Context(EvpKey key, Func<EvpKeyContext, int> start)
    {
        var context = Require(EVP_PKEY_CTX_new_from_pkey(0, key, 0), "EVP_PKEY_CTX_new_from_pkey");
        Require(start(context), "starting an SM2 operation");
        return context;
    }

    private static EvpKey Import(ReadOnlySpan<byte> nativeD, ReadOnlySpan<byte> point, int selection)
    {
        using var context = Require(EVP_PKEY_CTX_new_from_name(0, "SM2", 0), "EVP_PKEY_CTX_new_from_name");
        Require(EVP_PKEY_fromdata_init(context), "EVP_PKEY_fromdata_init");
        fixed (byte* group = "group"u8, sm2 = "SM2"u8, pub = "pub"u8, priv = "priv"u8, d = nativeD, xy = point)
        {
            Span<NativeParameter> parameters =
            [
                NativeParameter.Text(group, sm2, 3),
                NativeParameter.Octets(pub, xy, point.Length),
                nativeD.IsEmpty ? NativeParameter.End : NativeParameter.Number(priv, d, nativeD.Length),
                NativeParameter.End,
            ];
            Require(EVP_PKEY_fromdata(context, out var key, selection, parameters), "EVP_PKEY_fromdata");
            return Require(key, "EVP_PKEY_fromdata");
        }
    }
}
