using System.Text;
using Shouldly;
using Xunit;

namespace YbPay.Cryptography.Tests;

/// <summary>The entries of test/vectors/vectors.json that are cryptography, on every backend.</summary>
public sealed class ProjectVectors
{
    [Theory]
    [MemberData(nameof(EachBackend.Names), MemberType = typeof(EachBackend))]
    public void Mobile_pay_keys_signature_and_cipher_text_are_reproduced(string name)
    {
        var backend = EachBackend.Named(name);
        var vector = Vectors.Project.GetProperty("mobilePay");
        using var key33 = Sm2PrivateKey.Parse(vector.Text("privateKey33"), backend);
        using var key32 = Sm2PrivateKey.Parse(vector.Text("privateKey32"), backend);
        using var peer = Sm2PublicKey.Parse(vector.Text("publicKey65"), backend);
        key33.ExportBase64().ShouldBe(vector.Text("privateKey32"));
        key32.ExportBase64().ShouldBe(vector.Text("privateKey32"));
        key32.PublicKey.ExportBase64().ShouldBe(vector.Text("publicKey65"));

        var text = Encoding.UTF8.GetBytes(vector.Text("textToSign"));
        var z = Sm2UserId.ComputeZ(Convert.FromBase64String(vector.Text("publicKey65")), backend);
        Convert.ToHexStringLower(Sm3.Hash([.. z, .. text], backend)).ShouldBe(vector.Text("e"));
        peer.Verify(text, Convert.FromBase64String(vector.Text("signature"))).ShouldBe(SignatureCheck.Valid);
        peer.Verify(text, key33.Sign(text)).ShouldBe(SignatureCheck.Valid);

        // Ruling B: the data key comes out of the application's secret.
        using var first = new Sm4Key(Encoding.ASCII.GetBytes(vector.Text("appId")[..16]), backend);
        var secret = Convert.ToHexString(first.EncryptEcb(Encoding.ASCII.GetBytes(vector.Text("appSecret"))));
        secret[..16].ShouldBe(vector.Text("dataKey"));
        using var data = new Sm4Key(Encoding.ASCII.GetBytes(secret[..16]), backend);
        Convert.ToHexString(data.EncryptEcb(Encoding.UTF8.GetBytes(vector.Text("clear")))).ShouldBe(vector.Text("encData"));
        Encoding.UTF8.GetString(data.DecryptEcb(vector.Hex("encData"))!).ShouldBe(vector.Text("clear"));
    }

    [Theory]
    [MemberData(nameof(EachBackend.Names), MemberType = typeof(EachBackend))]
    public void Huimin_signature_and_cipher_text_are_reproduced(string name)
    {
        var backend = EachBackend.Named(name);
        var vector = Vectors.Project.GetProperty("huimin");
        Convert.ToHexString(Sm3.Hash(Encoding.UTF8.GetBytes(vector.Text("textToSign")), backend)).ShouldBe(vector.Text("signData"));

        using var key = new Sm4Key(Encoding.ASCII.GetBytes(vector.Text("secret")[..16]), backend);
        Convert.ToHexString(key.EncryptEcb(Encoding.UTF8.GetBytes(vector.Text("clear")))).ShouldBe(vector.Text("encData"));
        Encoding.UTF8.GetString(key.DecryptEcb(vector.Hex("encData"))!).ShouldBe(vector.Text("clear"));
    }

    [Theory]
    [MemberData(nameof(EachBackend.Names), MemberType = typeof(EachBackend))]
    public void Digest_and_block_samples_are_reproduced(string name)
    {
        var backend = EachBackend.Named(name);
        foreach (var row in Vectors.Project.GetProperty("sm3").EnumerateArray())
            Convert.ToHexStringLower(Sm3.Hash(Encoding.UTF8.GetBytes(row.Text("text")), backend)).ShouldBe(row.Text("hex"));
        foreach (var row in Vectors.Project.GetProperty("sm4").EnumerateArray())
        {
            using var key = new Sm4Key(row.Hex("keyHex"), backend);
            var plain = row.Hex("plainHex");
            Convert.ToHexStringLower(key.EncryptEcb(plain).AsSpan(0, plain.Length)).ShouldBe(row.Text("cipherHex"));
        }
    }
}
