using System.Text;
using Shouldly;
using Xunit;

namespace YbPay.Cryptography.Tests;

/// <summary>Values printed in the standards, on every backend.</summary>
public sealed class StandardVectors
{
    [Theory]
    [MemberData(nameof(EachBackend.Names), MemberType = typeof(EachBackend))]
    public void Sm3_and_hmac_answer_as_printed(string name)
    {
        var backend = EachBackend.Named(name);
        foreach (var row in Vectors.Sm3.GetProperty("hash").EnumerateArray())
            Hex(Sm3.Hash(Utf8(row.Text("text")), backend)).ShouldBe(row.Text("digest"));
        foreach (var row in Vectors.Sm3.GetProperty("hmac").EnumerateArray())
        {
            using var hmac = new HmacSm3(row.Hex("key"), backend);
            Hex(hmac.Compute(Utf8(row.Text("text")))).ShouldBe(row.Text("tag"));
        }
    }

    [Theory]
    [MemberData(nameof(EachBackend.Names), MemberType = typeof(EachBackend))]
    public void Sm4_modes_answer_as_printed(string name)
    {
        foreach (var row in Vectors.Sm4.GetProperty("modes").EnumerateArray())
        {
            using var key = new Sm4Key(row.Hex("key"), EachBackend.Named(name));
            var (plain, iv) = (row.Hex("plain"), row.Hex("iv"));
            var cipher = row.Text("mode") switch
            {
                "ECB" => key.EncryptEcb(plain),
                "CBC" => key.EncryptCbc(plain, iv),
                _ => key.Ctr(plain, iv),
            };
            Hex(cipher.AsSpan(0, plain.Length)).ShouldBe(row.Text("cipher"), row.Text("mode"));
            var back = row.Text("mode") switch
            {
                "ECB" => key.DecryptEcb(cipher),
                "CBC" => key.DecryptCbc(cipher, iv),
                _ => key.Ctr(cipher, iv),
            };
            back.ShouldBe(plain, row.Text("mode"));
        }
    }

    [Theory]
    [MemberData(nameof(EachBackend.Names), MemberType = typeof(EachBackend))]
    public void Sm4_block_and_its_millionth_encryption_are_as_printed(string name)
    {
        // CTR with the block as counter over zeros is the bare block cipher, which the public modes do not show otherwise.
        var vector = Vectors.Sm4.GetProperty("block");
        using var key = new Sm4Key(vector.Hex("key"), EachBackend.Named(name));
        Span<byte> block = vector.Hex("plain");
        Span<byte> zeros = stackalloc byte[16];

        key.Ctr(zeros, block, block);
        Hex(block).ShouldBe(vector.Text("cipher"));
        for (var i = 1; i < 1_000_000; i++)
            key.Ctr(zeros, block, block);
        Hex(block).ShouldBe(Vectors.Sm4.GetProperty("millionRounds").Text("cipher"));
    }

    [Theory]
    [MemberData(nameof(EachBackend.Names), MemberType = typeof(EachBackend))]
    public void Sm2_signature_of_the_standard_is_valid(string name)
    {
        var vector = Vectors.Sm2.GetProperty("signature");
        var backend = EachBackend.Named(name);
        using var key = Sm2PrivateKey.Parse(vector.Text("privateKey"), backend);
        using var peer = Sm2PublicKey.Parse(vector.Text("publicKey"), backend);

        key.PublicKey.ExportBase64().ShouldBe(peer.ExportBase64());
        var message = Utf8(vector.Text("message"));
        peer.Verify(message, [.. vector.Hex("r"), .. vector.Hex("s")]).ShouldBe(SignatureCheck.Valid);
        peer.Verify(message, key.Sign(message)).ShouldBe(SignatureCheck.Valid);
    }

    [Theory]
    [MemberData(nameof(EachBackend.Names), MemberType = typeof(EachBackend))]
    public void Sm2_digest_of_user_and_message_is_as_printed(string name)
    {
        var vector = Vectors.Sm2.GetProperty("signature");
        var z = Sm2UserId.ComputeZ(vector.Hex("publicKey"), EachBackend.Named(name));
        Hex(z).ShouldBe(vector.Text("z"));
        Hex(Sm3.Hash([.. z, .. Utf8(vector.Text("message"))], EachBackend.Named(name))).ShouldBe(vector.Text("e"));
    }

    [Theory]
    [MemberData(nameof(EachBackend.Names), MemberType = typeof(EachBackend))]
    public void Sm2_cipher_text_of_the_standard_opens(string name)
    {
        var vector = Vectors.Sm2.GetProperty("encryption");
        using var key = Sm2PrivateKey.Parse(vector.Text("privateKey"), EachBackend.Named(name));
        byte[] cipher = [.. vector.Hex("c1"), .. vector.Hex("c3"), .. vector.Hex("c2")];
        key.Decrypt(cipher).ShouldBe(Utf8(vector.Text("plain")));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);
}
