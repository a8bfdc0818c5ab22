using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using static YbPay.Cryptography.Libcrypto.CurveArithmetic;
using static YbPay.Cryptography.Libcrypto.NativeResult;

namespace YbPay.Cryptography.Libcrypto;

/// <summary>The system's OpenSSL 3. Its algorithms are fetched once; contexts are pooled per key.</summary>
[SuppressMessage("Design", "CA1001", Justification = "There is one, and it lives as long as the process.")]
internal sealed class LibcryptoBackend : CryptoBackend
{
    private readonly EvpMd sm3;
    private readonly EvpMac hmac;
    private readonly Sm4Ciphers sm4;
    private readonly CurveGroup curve;

    private readonly ContextPool<LibcryptoSm3> hashes;

    private LibcryptoBackend(string version)
        : base("libcrypto", version)
    {
        sm3 = Evp.EVP_MD_fetch(0, "SM3", 0);
        hmac = Evp.EVP_MAC_fetch(0, "HMAC", 0);
        sm4 = new Sm4Ciphers(Evp.EVP_CIPHER_fetch(0, "SM4-ECB", 0), Evp.EVP_CIPHER_fetch(0, "SM4-CBC", 0), Evp.EVP_CIPHER_fetch(0, "SM4-CTR", 0));
        curve = EC_GROUP_new_by_curve_name(CurveArithmetic.Sm2Curve);
        hashes = new ContextPool<LibcryptoSm3>(() => new LibcryptoSm3(sm3));
        RequireAll();
    }

    /// <summary>Throws <see cref="CryptoBackendException"/> where the library is missing or lacks an algorithm.</summary>
    public static LibcryptoBackend Open()
    {
        NativeLibcrypto.Require();
        try
        {
            return new LibcryptoBackend(Marshal.PtrToStringUTF8(Evp.OpenSSL_version(0)) ?? "unknown version");
        }
        catch (EntryPointNotFoundException missing)
        {
            throw new CryptoBackendException($"This libcrypto is not OpenSSL 3's: {missing.Message}");
        }
    }

    internal override void HashSm3(ReadOnlySpan<byte> data, Span<byte> digest) => HashSm3(data, default, digest);

    /// <summary>The digest of two pieces as if they were one text.</summary>
    internal void HashSm3(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, Span<byte> digest)
    {
        var hash = hashes.Rent();
        hash.Append(first);
        hash.Append(second);
        hash.Finish(digest);
        hashes.Return(hash);
    }

    internal override Sm3Handle OpenSm3() => new LibcryptoSm3(sm3);

    internal override HmacHandle OpenHmac(ReadOnlySpan<byte> key) => new LibcryptoHmac(key, hmac);

    internal override Sm4Handle OpenSm4(ReadOnlySpan<byte> key) => new LibcryptoSm4(key, sm4);

    internal override byte[] DerivePoint(ReadOnlySpan<byte> d)
    {
        // With the generator alone libcrypto takes its Montgomery ladder, whose time does not depend on D.
        using var number = Require(BN_bin2bn(d, d.Length, 0), "BN_bin2bn");
        using var product = Require(EC_POINT_new(curve), "EC_POINT_new");
        Require(EC_POINT_mul(curve, product, number, 0, 0, 0), "EC_POINT_mul");
        var point = new byte[Cryptography.Sm2Curve.PointSize];
        return EC_POINT_point2oct(curve, product, Uncompressed, point, (nuint)point.Length, 0) == (nuint)point.Length
            ? point
            : throw Failure("EC_POINT_point2oct");
    }

    internal override Sm2PrivateHandle OpenPrivate(ReadOnlySpan<byte> d, ReadOnlySpan<byte> point) => new LibcryptoSm2Private(d, point, this);

    internal override Sm2PublicHandle OpenPublic(ReadOnlySpan<byte> point) => new LibcryptoSm2Public(point, this);

    private void RequireAll()
    {
        string[] missing =
        [
            .. sm3.IsInvalid ? ["SM3"] : Array.Empty<string>(),
            .. hmac.IsInvalid ? ["HMAC"] : Array.Empty<string>(),
            .. sm4.Missing,
            .. curve.IsInvalid ? ["the curve sm2p256v1"] : Array.Empty<string>(),
            .. Lacks(Evp.EVP_KEYMGMT_fetch(0, "SM2", 0), Evp.EVP_KEYMGMT_free, "SM2 keys"),
            .. Lacks(Evp.EVP_SIGNATURE_fetch(0, "SM2", 0), Evp.EVP_SIGNATURE_free, "SM2 signatures"),
            .. Lacks(Evp.EVP_ASYM_CIPHER_fetch(0, "SM2", 0), Evp.EVP_ASYM_CIPHER_free, "SM2 encryption"),
        ];
        Evp.ERR_clear_error();
        if (missing.Length > 0)
            throw new CryptoBackendException($"{Version} lacks {string.Join(", ", missing)}.");
    }

    private static string[] Lacks(nint fetched, Action<nint> free, string what)
    {
        if (fetched == 0)
            return [what];
        free(fetched);
        return [];
    }
}

/// <summary>SM4 in its modes, fetched once.</summary>
internal sealed record Sm4Ciphers(EvpCipher Ecb, EvpCipher Cbc, EvpCipher Ctr)
{
    public IEnumerable<string> Missing
    {
        get
        {
            if (Ecb.IsInvalid)
                yield return "SM4-ECB";
            if (Cbc.IsInvalid)
                yield return "SM4-CBC";
            if (Ctr.IsInvalid)
                yield return "SM4-CTR";
        }
    }
}
