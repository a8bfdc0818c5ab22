using Shouldly;
using Xunit;

namespace YbPay.Cryptography.Tests;

/// <summary>Two libraries written apart from each other answer alike, over random keys and texts of many lengths, both ways.</summary>
public sealed class BackendsAgree
{
    private static CryptoBackend One => EachBackend.Named("libcrypto");
    private static CryptoBackend Other => EachBackend.Named("bouncycastle");

    [Fact]
    public void On_digests_and_their_pieces() => Seeded.Run(300, random =>
    {
        var text = random.Bytes(random.Length());
        var expected = Sm3.Hash(text, Other);
        Sm3.Hash(text, One).ShouldBe(expected);

        foreach (var backend in new[] { One, Other })
        {
            using var hasher = new Sm3Hasher(backend);
            for (var again = 0; again < 2; again++)
            {
                for (ReadOnlySpan<byte> rest = text; !rest.IsEmpty;)
                {
                    var piece = Math.Min(rest.Length, random.Next(0, 200));
                    hasher.Append(rest[..piece]);
                    rest = rest[piece..];
                }

                hasher.Finish().ShouldBe(expected, $"{backend}, use {again + 1}");
            }
        }
    });

    [Fact]
    public void On_hmac() => Seeded.Run(300, random =>
    {
        var key = random.Bytes(random.Next(150)); // below, at and above the block of 64
        using var one = new HmacSm3(key, One);
        using var other = new HmacSm3(key, Other);
        for (var again = 0; again < 2; again++)
        {
            var text = random.Bytes(random.Length());
            one.Compute(text).ShouldBe(other.Compute(text));
        }
    });

    [Fact]
    public void On_sm4_in_every_mode() => Seeded.Run(300, random =>
    {
        var key = random.Bytes(16);
        using var one = new Sm4Key(key, One);
        using var other = new Sm4Key(key, Other);
        for (var again = 0; again < 2; again++)
        {
            var text = random.Bytes(random.Length());
            var iv = random.Bytes(16);
            if (random.Next(3) == 0)
                iv.AsSpan(0, random.Next(17)).Fill(0xFF); // a counter that runs over
            var (ecb, cbc, ctr) = (one.EncryptEcb(text), one.EncryptCbc(text, iv), one.Ctr(text, iv));
            other.EncryptEcb(text).ShouldBe(ecb);
            other.EncryptCbc(text, iv).ShouldBe(cbc);
            other.Ctr(text, iv).ShouldBe(ctr);
            one.DecryptEcb(ecb).ShouldBe(text);
            other.DecryptEcb(ecb).ShouldBe(text);
            one.DecryptCbc(cbc, iv).ShouldBe(text);
            other.DecryptCbc(cbc, iv).ShouldBe(text);
            other.Ctr(ctr, iv).ShouldBe(text);
        }
    });

    [Fact]
    public void On_whether_a_random_text_has_valid_padding() => Seeded.Run(2000, random =>
    {
        // One in 256 random texts ends in 01: both answers occur.
        var (key, text, iv) = (random.Bytes(16), random.Bytes(16 * random.Next(1, 4)), random.Bytes(16));
        using var one = new Sm4Key(key, One);
        using var other = new Sm4Key(key, Other);
        one.DecryptEcb(text).ShouldBe(other.DecryptEcb(text));
        one.DecryptCbc(text, iv).ShouldBe(other.DecryptCbc(text, iv));
    });

    [Fact]
    public void On_keys_and_signatures() => Seeded.Run(30, random =>
    {
        var hex = random.PrivateKey();
        using var one = Sm2PrivateKey.Parse(hex, One);
        using var other = Sm2PrivateKey.Parse(hex, Other);
        one.PublicKey.ExportBase64().ShouldBe(other.PublicKey.ExportBase64());

        for (var again = 0; again < 3; again++)
        {
            var text = random.Bytes(random.Length());
            var (byOne, byOther) = (one.Sign(text), other.Sign(text));
            byOne.ShouldNotBe(byOther); // each draws its own k
            foreach (var signature in new[] { byOne, byOther })
            {
                one.PublicKey.Verify(text, signature).ShouldBe(SignatureCheck.Valid);
                other.PublicKey.Verify(text, signature).ShouldBe(SignatureCheck.Valid);
                var changed = signature.ToArray();
                changed[random.Next(64)] ^= (byte)random.Next(1, 256);
                one.PublicKey.Verify(text, changed).ShouldBe(other.PublicKey.Verify(text, changed));
            }
        }
    });

    [Fact]
    public void On_sm2_cipher_texts() => Seeded.Run(40, random =>
    {
        var hex = random.PrivateKey();
        using var one = Sm2PrivateKey.Parse(hex, One);
        using var other = Sm2PrivateKey.Parse(hex, Other);
        for (var again = 0; again < 2; again++)
        {
            var text = random.Bytes(random.Next(1, random.Next(2) == 0 ? 4 : 3000));
            foreach (var cipherText in new[] { one.PublicKey.Encrypt(text), other.PublicKey.Encrypt(text) })
            {
                cipherText.Length.ShouldBe(text.Length + 97);
                one.Decrypt(cipherText).ShouldBe(text);
                other.Decrypt(cipherText).ShouldBe(text);
            }
        }
    });

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000001")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000002")]
    [InlineData("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54120")]
    [InlineData("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54121")]
    public void On_private_keys_at_the_edge_of_the_range(string hex)
    {
        using var one = Sm2PrivateKey.Parse(hex, One);
        using var other = Sm2PrivateKey.Parse(hex, Other);
        one.PublicKey.ExportBase64().ShouldBe(other.PublicKey.ExportBase64());
        byte[] text = [1, 2, 3];
        other.PublicKey.Verify(text, one.Sign(text)).ShouldBe(SignatureCheck.Valid);
        one.PublicKey.Verify(text, other.Sign(text)).ShouldBe(SignatureCheck.Valid);
    }

    [Fact]
    public void On_authenticated_texts() => Seeded.Run(100, random =>
    {
        var secret = random.Bytes(32);
        using var one = new AuthenticatedCipher(secret, One);
        using var other = new AuthenticatedCipher(secret, Other);
        var (text, nonce, associated) = (random.Bytes(random.Length()), random.Bytes(16), random.Bytes(random.Next(100)));
        var box = one.Seal(text, nonce, associated);
        other.Seal(text, nonce, associated).ShouldBe(box);
        one.Open(box, associated).ShouldBe(text);
        other.Open(box, associated).ShouldBe(text);
    });
}
