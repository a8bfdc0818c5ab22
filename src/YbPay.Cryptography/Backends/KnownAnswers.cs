using System.Security.Cryptography;

namespace YbPay.Cryptography;

/// <summary>
/// What a backend must answer before it may work (values of GB/T 32905, 32907, 32918.5, GM/T 0042; CBC and CTR from
/// draft-ribose-cfrg-sm4). Runs once per backend and process, at its first use.
/// </summary>
internal static class KnownAnswers
{
    private static ReadOnlySpan<byte> Abc => "abc"u8;

    public static void Require(CryptoBackend backend)
    {
        try
        {
            Check(backend, "SM3", Sm3.Hash(Abc, backend), "66C7F0F462EEEDD9D1F2D46BDC10E4E24167C4875CF2F7A2297DA02B8F4BA8E0");
            CheckHmac(backend);
            CheckSm4(backend);
            CheckSm2(backend);
        }
        catch (CryptographicException problem)
        {
            throw new CryptoBackendException($"{backend} fails its known answers: {problem.Message}");
        }
    }

    private static void CheckHmac(CryptoBackend backend)
    {
        using var hmac = new HmacSm3(Bytes("0102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F20"), backend);
        var text = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopqabcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"u8;
        Check(backend, "HMAC-SM3", hmac.Compute(text), "CA05E144ED05D1857840D1F318A4A8669E559FC8391F414485BFDF7BB408963A");
    }

    private static void CheckSm4(CryptoBackend backend)
    {
        var key = Bytes("0123456789ABCDEFFEDCBA9876543210");
        var iv = Bytes("000102030405060708090A0B0C0D0E0F");
        using var sm4 = new Sm4Key(key, backend);

        var ecb = sm4.EncryptEcb(key);
        Check(backend, "SM4-ECB", ecb.AsSpan(0, 16), "681EDF34D206965E86B3E94F536E4246");
        Check(backend, "SM4-ECB decryption", sm4.DecryptEcb(ecb), "0123456789ABCDEFFEDCBA9876543210");

        var plain = Bytes("AAAAAAAABBBBBBBBCCCCCCCCDDDDDDDDEEEEEEEEFFFFFFFFAAAAAAAABBBBBBBB");
        var cbc = sm4.EncryptCbc(plain, iv);
        Check(backend, "SM4-CBC", cbc.AsSpan(0, 32), "78EBB11CC40B0A48312AAEB2040244CB4CB7016951909226979B0D15DC6A8F6D");
        Check(backend, "SM4-CBC decryption", sm4.DecryptCbc(cbc, iv), Convert.ToHexString(plain));

        var long64 = Bytes("AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD");
        Check(backend, "SM4-CTR", sm4.Ctr(long64, iv), "AC3236CB970CC20791364C395A1342D1A3CBC1878C6F30CD074CCE385CDD70C7");
    }

    private static void CheckSm2(CryptoBackend backend)
    {
        using var key = Sm2PrivateKey.Parse("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8", backend);
        var signature = Bytes(
            "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3" +
            "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA");
        Check(backend, "SM2 verification", key.PublicKey.Verify("message digest"u8, signature) == SignatureCheck.Valid);
        Check(backend, "SM2 refusal", key.PublicKey.Verify("message digesT"u8, signature) == SignatureCheck.Wrong);

        // Twice: a context that is not set back after its first signature makes a wrong second one.
        for (var i = 0; i < 2; i++)
            Check(backend, "SM2 signature", key.PublicKey.Verify(Abc, key.Sign(Abc)) == SignatureCheck.Valid);
        Check(backend, "SM2 encryption", key.Decrypt(key.PublicKey.Encrypt(Abc)), Convert.ToHexString(Abc));
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex);

    private static void Check(CryptoBackend backend, string what, ReadOnlySpan<byte> actual, string expected) =>
        Check(backend, what, actual.SequenceEqual(Bytes(expected)));

    private static void Check(CryptoBackend backend, string what, bool right)
    {
        if (!right)
            throw new CryptoBackendException($"{backend} fails the known answer of {what}.");
    }
}
