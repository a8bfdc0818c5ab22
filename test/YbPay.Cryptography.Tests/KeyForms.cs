using System.Text.Json;
using Shouldly;
using Xunit;

namespace YbPay.Cryptography.Tests;

/// <summary>Every form in which partners hand over keys (ruling A.5), and what is said of those that are none.</summary>
public sealed class KeyForms
{
    private static readonly JsonElement Keys = Vectors.Read("gm", "keys.json");
    private static readonly string PrivateHex = Keys.Text("privateKey");
    private static readonly string PublicHex = Keys.Text("publicKey");

    public static TheoryData<string, string> PrivateForms => new()
    {
        { "hex of 32", PrivateHex },
        { "hex of 32, upper case", PrivateHex.ToUpperInvariant() },
        { "hex of 33", "00" + PrivateHex },
        { "Base64 of 32", Base64(PrivateHex) },
        { "Base64 of 33", Base64("00" + PrivateHex) },
        { "Base64 in two lines", Base64(PrivateHex).Insert(20, "\r\n") + "\n" },
        { "PKCS#8 PEM", Keys.Text("pkcs8") },
        { "PKCS#8 PEM, Windows lines", Keys.Text("pkcs8").Replace("\n", "\r\n", StringComparison.Ordinal) },
        { "PKCS#8 DER in Base64", Body(Keys.Text("pkcs8")) },
        { "SEC1 PEM", Keys.Text("sec1") },
        { "SEC1 PEM of older tools", Keys.Text("sec1").Replace("SM2 PRIVATE", "EC PRIVATE", StringComparison.Ordinal) },
        { "SEC1 DER in Base64", Body(Keys.Text("sec1")) },
    };

    public static TheoryData<string, string> PublicForms => new()
    {
        { "hex of 65", PublicHex },
        { "hex of 64", PublicHex[2..] },
        { "hex, compressed", "03" + PublicHex[2..66] },
        { "Base64 of 65", Base64(PublicHex) },
        { "Base64 of 64", Base64(PublicHex[2..]) },
        { "Base64, compressed", Base64("03" + PublicHex[2..66]) },
        { "SPKI PEM", Keys.Text("spki") },
        { "SPKI PEM, compressed", Keys.Text("spkiCompressed") },
        { "SPKI DER in Base64", Body(Keys.Text("spki")) },
    };

    [Theory]
    [MemberData(nameof(PrivateForms))]
    public void A_private_key_is_read_in_every_form(string form, string text)
    {
        foreach (var backend in CryptoBackends.Available)
        {
            using var key = Sm2PrivateKey.Parse(text, backend);
            key.ExportBase64().ShouldBe(Base64(PrivateHex), form);
            key.PublicKey.ExportBase64().ShouldBe(Base64(PublicHex), form);
        }
    }

    [Theory]
    [MemberData(nameof(PublicForms))]
    public void A_public_key_is_read_in_every_form(string form, string text)
    {
        using var key = Sm2PublicKey.Parse(text);
        key.ExportBase64().ShouldBe(Base64(PublicHex), form);
    }

    [Fact]
    public void A_key_after_its_curves_name_is_read()
    {
        using var key = Sm2PrivateKey.Parse(Keys.Text("sec1WithParameters"));
        key.PublicKey.Verify("x"u8, key.Sign("x"u8)).ShouldBe(SignatureCheck.Valid);
    }

    [Fact]
    public void Exported_keys_are_read_back() => Seeded.Run(20, random =>
    {
        using var key = Sm2PrivateKey.Parse(random.PrivateKey());
        using var again = Sm2PrivateKey.Parse(key.ExportBase64());
        using var peer = Sm2PublicKey.Parse(key.PublicKey.ExportBase64());
        peer.Verify("x"u8, again.Sign("x"u8)).ShouldBe(SignatureCheck.Valid);
    });

    [Fact]
    public void Compressed_points_of_both_signs_are_the_points_they_stand_for() => Seeded.Run(50, random =>
    {
        using var key = Sm2PrivateKey.Parse(random.PrivateKey());
        var point = Convert.FromBase64String(key.PublicKey.ExportBase64());
        byte[] compressed = [(byte)(2 + (point[64] & 1)), .. point[1..33]];
        using var peer = Sm2PublicKey.Parse(Convert.ToBase64String(compressed));
        peer.ExportBase64().ShouldBe(key.PublicKey.ExportBase64());
    });

    private static string Base64(string hex) => Convert.ToBase64String(Convert.FromHexString(hex));

    private static string Body(string pem) => string.Concat(pem.Split('\n').Where(line => !line.StartsWith('-')));
}
