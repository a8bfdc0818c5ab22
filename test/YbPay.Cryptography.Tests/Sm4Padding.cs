using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace YbPay.Cryptography.Tests;

/// <summary>PKCS#7 padding and what decryption makes of texts that do not carry it.</summary>
public sealed class Sm4Padding
{
    private static readonly Sm4Key Key = new("0123456789abcdef"u8);

    [Fact]
    public void Padding_is_taken_off_as_it_was_put_on() => Prop.ForAll<byte[]>(text =>
    {
        var padded = new byte[Pkcs7.PaddedLength(text.Length)];
        text.CopyTo(padded, 0);
        Pkcs7.Pad(padded, text.Length);
        return padded.Length % 16 == 0 && padded.Length > text.Length && Pkcs7.PlainLength(padded) == text.Length;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_encrypted_is_decrypted_and_never_shown() => Prop.ForAll<byte[]>(text =>
    {
        var cipherText = Key.EncryptEcb(text);
        return cipherText.Length == Pkcs7.PaddedLength(text.Length) && Key.DecryptEcb(cipherText)!.SequenceEqual(text);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Only_the_right_padding_is_accepted()
    {
        // Every last byte, with every number of right bytes before it: the answer is known for each.
        for (var last = 0; last < 256; last++)
        {
            for (var same = 1; same <= 32; same++)
            {
                var block = new byte[32];
                block.AsSpan().Fill((byte)(last ^ 0x80));
                block.AsSpan(32 - same).Fill((byte)last);
                Pkcs7.PlainLength(block).ShouldBe(last is >= 1 and <= 16 && same >= last ? 32 - last : -1, $"{same} times {last}");
            }
        }
    }

    [Fact]
    public void A_text_that_is_not_whole_blocks_is_refused()
    {
        var cipherText = Key.EncryptEcb(new byte[40]);
        Key.DecryptEcb(default).ShouldBeNull();
        Key.DecryptCbc(default, new byte[16]).ShouldBeNull();
        for (var size = 1; size < cipherText.Length; size++)
        {
            if (size % 16 != 0)
                Key.DecryptEcb(cipherText.AsSpan(0, size)).ShouldBeNull($"{size} bytes");
        }
    }

    [Fact]
    public void Ctr_works_in_place_and_on_nothing()
    {
        var iv = new byte[16];
        byte[] text = [1, 2, 3];
        var expected = Key.Ctr(text, iv);
        Key.Ctr(text, iv, text);
        text.ShouldBe(expected);
        Key.Ctr(default, iv).ShouldBeEmpty();
    }
}
