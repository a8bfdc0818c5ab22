using Shouldly;
using Xunit;

namespace YbPay.Cryptography.Tests;

/// <summary>Nothing that was changed on its way is taken for what was sent.</summary>
public sealed class ChangedTexts
{
    private static readonly byte[] Text = "{\"payOrdId\":\"ORD44010020231115061320000001\",\"ownPayAmt\":10.00}"u8.ToArray();

    [Theory]
    [MemberData(nameof(EachBackend.Names), MemberType = typeof(EachBackend))]
    public void Every_flipped_bit_of_a_signature_is_refused(string name)
    {
        using var key = Sm2PrivateKey.Generate(EachBackend.Named(name));
        var signature = key.Sign(Text);
        ForEachFlippedBit(signature, changed => key.PublicKey.Verify(Text, changed).ShouldNotBe(SignatureCheck.Valid));
    }

    [Theory]
    [MemberData(nameof(EachBackend.Names), MemberType = typeof(EachBackend))]
    public void Every_flipped_byte_of_a_message_is_refused(string name)
    {
        using var key = Sm2PrivateKey.Generate(EachBackend.Named(name));
        var signature = key.Sign(Text);
        for (var i = 0; i < Text.Length; i++)
        {
            var changed = Text.ToArray();
            changed[i] ^= 0x20;
            key.PublicKey.Verify(changed, signature).ShouldBe(SignatureCheck.Wrong);
        }

        key.PublicKey.Verify(Text.AsSpan(1), signature).ShouldBe(SignatureCheck.Wrong);
        key.PublicKey.Verify(Text.AsSpan(0, Text.Length - 1), signature).ShouldBe(SignatureCheck.Wrong);
        key.PublicKey.Verify(default, signature).ShouldBe(SignatureCheck.Wrong);
    }

    [Theory]
    [MemberData(nameof(EachBackend.Names), MemberType = typeof(EachBackend))]
    public void Another_keys_signature_is_wrong(string name)
    {
        using var key = Sm2PrivateKey.Generate(EachBackend.Named(name));
        using var stranger = Sm2PrivateKey.Generate(EachBackend.Named(name));
        key.PublicKey.Verify(Text, stranger.Sign(Text)).ShouldBe(SignatureCheck.Wrong);
    }

    [Theory]
    [MemberData(nameof(EachBackend.Names), MemberType = typeof(EachBackend))]
    public void Every_flipped_byte_of_an_sm2_cipher_text_is_refused(string name)
    {
        using var key = Sm2PrivateKey.Generate(EachBackend.Named(name));
        var cipherText = key.PublicKey.Encrypt(Text);
        for (var i = 0; i < cipherText.Length; i++)
        {
            var changed = cipherText.ToArray();
            changed[i] ^= 1;
            key.Decrypt(changed).ShouldBeNull($"byte {i}");
        }
    }

    [Theory]
    [MemberData(nameof(EachBackend.Names), MemberType = typeof(EachBackend))]
    public void An_sm2_cipher_text_of_another_key_order_or_length_is_refused(string name)
    {
        using var key = Sm2PrivateKey.Generate(EachBackend.Named(name));
        using var stranger = Sm2PrivateKey.Generate(EachBackend.Named(name));
        var cipherText = key.PublicKey.Encrypt(Text);
        stranger.Decrypt(cipherText).ShouldBeNull();
        key.Decrypt(Sm2CipherText.ToOldOrder(cipherText)).ShouldBeNull();
        for (var size = 0; size < cipherText.Length; size++)
            key.Decrypt(cipherText.AsSpan(0, size)).ShouldBeNull($"{size} bytes");
        key.Decrypt([.. cipherText, 0]).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(EachBackend.Names), MemberType = typeof(EachBackend))]
    public void Every_flipped_bit_of_a_sealed_text_is_refused(string name)
    {
        using var cipher = new AuthenticatedCipher(new byte[32], EachBackend.Named(name));
        var associated = "column psn_name"u8.ToArray();
        var box = cipher.Seal(Text, Nonce, associated);
        ForEachFlippedBit(box, changed => cipher.Open(changed, associated).ShouldBeNull());
        ForEachFlippedBit(associated, changed => cipher.Open(box, changed).ShouldBeNull());
        for (var size = 0; size < box.Length; size++)
            cipher.Open(box.AsSpan(0, size), associated).ShouldBeNull($"{size} bytes");
        cipher.Open([.. box, 0], associated).ShouldBeNull();
    }

    [Fact]
    public void A_byte_moved_between_associated_data_and_box_is_refused()
    {
        using var cipher = new AuthenticatedCipher(new byte[32]);
        var box = cipher.Seal(Text, Nonce, [1, 2, 3]);
        cipher.Open([3, .. box], [1, 2]).ShouldBeNull();
        cipher.Open(box.AsSpan(1), [1, 2, 3, box[0]]).ShouldBeNull();
    }

    [Fact]
    public void Another_secret_opens_nothing()
    {
        using var cipher = new AuthenticatedCipher(new byte[32]);
        byte[] secret = [.. new byte[31], 1];
        using var other = new AuthenticatedCipher(secret);
        other.Open(cipher.Seal(Text, Nonce, default), default).ShouldBeNull();
    }

    private static byte[] Nonce => "0123456789abcdef"u8.ToArray();

    private static void ForEachFlippedBit(byte[] text, Action<byte[]> check)
    {
        for (var bit = 0; bit < text.Length * 8; bit++)
        {
            var changed = text.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            check(changed);
        }
    }
}
