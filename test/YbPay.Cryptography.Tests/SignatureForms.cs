using Shouldly;
using Xunit;

namespace YbPay.Cryptography.Tests;

/// <summary>What counts as a signature at all: 64 bytes R||S or strict DER, both numbers in 1..n-1.</summary>
public sealed class SignatureForms
{
    private const string N = "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123";
    private const string NLessOne = "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54122";
    private const string Zero = "0000000000000000000000000000000000000000000000000000000000000000";
    private const string One = "0000000000000000000000000000000000000000000000000000000000000001";

    private static readonly byte[] Text = "message"u8.ToArray();
    private static readonly Sm2PrivateKey Key = Sm2PrivateKey.Generate();

    [Fact]
    public void Der_of_a_valid_signature_is_valid() => Seeded.Run(50, random =>
    {
        using var key = Sm2PrivateKey.Parse(random.PrivateKey());
        var text = random.Bytes(20);
        var signature = key.Sign(text);
        key.PublicKey.Verify(text, Der(signature)).ShouldBe(SignatureCheck.Valid);
        key.PublicKey.Verify(Text, Der(signature)).ShouldBe(SignatureCheck.Wrong);
    });

    [Fact]
    public void Der_is_read_back_as_written_whatever_its_numbers_lengths() => Seeded.Run(2000, random =>
    {
        var signature = random.Bytes(64);
        signature.AsSpan(0, random.Next(32)).Clear();
        signature.AsSpan(32, random.Next(32)).Clear();
        Span<byte> back = stackalloc byte[64];
        SignatureForm.TryReadDer(Der(signature), back).ShouldBeTrue();
        back.ToArray().ShouldBe(signature);
    });

    [Fact]
    public void Every_shortened_or_lengthened_signature_is_malformed()
    {
        var signature = Key.Sign(Text);
        var der = Der(signature);
        for (var size = 0; size < 64; size++)
            Check(signature[..size]).ShouldBe(SignatureCheck.Malformed, $"{size} of 64 bytes");
        for (var size = 0; size < der.Length; size++)
        {
            if (size != 64) // that many bytes are read as R||S
                Check(der[..size]).ShouldBe(SignatureCheck.Malformed, $"{size} bytes of DER");
        }

        Check([.. signature, 0]).ShouldBe(SignatureCheck.Malformed);
        Check([.. der, 0]).ShouldBe(SignatureCheck.Malformed);
        Check(new byte[100_000]).ShouldBe(SignatureCheck.Malformed);
    }

    [Theory]
    [InlineData(Zero, One)]
    [InlineData(One, Zero)]
    [InlineData(N, One)]
    [InlineData(One, N)]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", One)]
    public void Numbers_outside_the_range_are_malformed_in_both_forms(string r, string s)
    {
        var signature = Convert.FromHexString(r + s);
        Check(signature).ShouldBe(SignatureCheck.Malformed);
        Check(Der(signature)).ShouldBe(SignatureCheck.Malformed);
    }

    [Theory]
    [InlineData(One, One)]
    [InlineData(NLessOne, NLessOne)]
    [InlineData(One, NLessOne)] // r + s = n, which no signature may have
    public void Numbers_inside_the_range_are_wrong_in_both_forms(string r, string s)
    {
        var signature = Convert.FromHexString(r + s);
        foreach (var backend in CryptoBackends.Available)
        {
            using var key = Sm2PublicKey.Parse(Key.PublicKey.ExportBase64(), backend);
            key.Verify(Text, signature).ShouldBe(SignatureCheck.Wrong, backend.Name);
            key.Verify(Text, Der(signature)).ShouldBe(SignatureCheck.Wrong, backend.Name);
        }
    }

    [Theory]
    [InlineData("3006020101020101", SignatureCheck.Wrong, "the shortest there is")]
    [InlineData("3106020101020101", SignatureCheck.Malformed, "a set instead of a sequence")]
    [InlineData("308106020101020101", SignatureCheck.Malformed, "a length in the long form")]
    [InlineData("3080020101020101 0000", SignatureCheck.Malformed, "an open length")]
    [InlineData("300702020001020101", SignatureCheck.Malformed, "a zero too many")]
    [InlineData("3006020181020101", SignatureCheck.Malformed, "a negative number")]
    [InlineData("30050200020101 01", SignatureCheck.Malformed, "a number without bytes")]
    [InlineData("3006030101020101", SignatureCheck.Malformed, "a bit string for a number")]
    [InlineData("3009020101020101020101", SignatureCheck.Malformed, "three numbers")]
    [InlineData("3003020101", SignatureCheck.Malformed, "one number")]
    [InlineData("3007020101020101", SignatureCheck.Malformed, "a length beyond the end")]
    [InlineData("3006020101020201", SignatureCheck.Malformed, "a number beyond the end")]
    [InlineData("3000", SignatureCheck.Malformed, "nothing inside")]
    public void Der_is_read_strictly(string hex, SignatureCheck expected, string what) =>
        Check(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))).ShouldBe(expected, what);

    [Theory]
    [MemberData(nameof(EachBackend.Names), MemberType = typeof(EachBackend))]
    public void Second_and_later_signatures_and_checks_of_one_key_hold(string name)
    {
        // BouncyCastle's signer forgets Z after each use; its second signature would be wrong.
        using var key = Sm2PrivateKey.Generate(EachBackend.Named(name));
        using var peer = Sm2PublicKey.Parse(key.PublicKey.ExportBase64());
        for (var i = 0; i < 5; i++)
        {
            var signature = key.Sign(Text);
            peer.Verify(Text, signature).ShouldBe(SignatureCheck.Valid);
            key.PublicKey.Verify("other"u8, signature).ShouldBe(SignatureCheck.Wrong);
            key.PublicKey.Verify(Text, signature).ShouldBe(SignatureCheck.Valid);
        }
    }

    private static SignatureCheck Check(byte[] signature) => Key.PublicKey.Verify(Text, signature);

    private static byte[] Der(byte[] signature)
    {
        var der = new byte[SignatureForm.LongestDer];
        return der[..SignatureForm.WriteDer(signature, der)];
    }
}
