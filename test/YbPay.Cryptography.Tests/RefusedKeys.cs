using System.Text.Json;
using Shouldly;
using Xunit;

namespace YbPay.Cryptography.Tests;

/// <summary>Texts that are no key: the message names form and fault, and never repeats the text.</summary>
public sealed class RefusedKeys
{
    private static readonly JsonElement Keys = Vectors.Read("gm", "keys.json");
    private static readonly JsonElement Refused = Keys.GetProperty("refused");
    private static readonly string PrivateHex = Keys.Text("privateKey");
    private static readonly string PublicHex = Keys.Text("publicKey");
    private const string N = "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123";
    private const string NLessOne = "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54122";
    private const string P = "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF";

    public static TheoryData<string, string> NoPrivateKeys => new()
    {
        { "", "empty" },
        { " \n", "empty" },
        { "not a key!", "neither PEM nor hex nor Base64" },
        { new string('A', 9000), "no key of this curve is that long" },
        { new string('0', 64), "not in 1..n-2" },
        { N, "not in 1..n-2" },
        { NLessOne, "not in 1..n-2" },
        { new string('F', 64), "not in 1..n-2" },
        { "01" + PrivateHex, "33 bytes whose first is not 00" },
        { "02" + PrivateHex, "compressed public key" },
        { PrivateHex[2..], "62 digits" },
        { PrivateHex[1..], "63 digits" },
        { Base64(PrivateHex[2..]), "31 bytes" },
        { Base64("0000" + PrivateHex), "34 bytes" },
        { PublicHex, "130 digits" },
        { Base64(PublicHex), "length of a public key" },
        { Keys.Text("spki"), "\"PUBLIC KEY\": a private key is expected" },
        { Refused.Text("encrypted"), "under a passphrase" },
        { Refused.Text("otherCurvePkcs8"), "not sm2p256v1" },
        { Refused.Text("otherCurveSec1"), "not sm2p256v1" },
        { Refused.Text("ed25519"), "not an elliptic curve key" },
        { Refused.Text("explicitCurve"), "spelled out in numbers" },
        { Keys.Text("pkcs8")[..120], "no complete PEM block" },
        { Keys.Text("pkcs8").Replace("PRIVATE", "SECRET", StringComparison.Ordinal), "a private key is expected" },
        { Pem("PRIVATE KEY", Der(Keys.Text("pkcs8"))[..^1]), "not the DER of a PKCS#8" },
        { Pem("PRIVATE KEY", [.. Der(Keys.Text("pkcs8")), 0]), "not the DER of a PKCS#8" },
        { Pem("EC PRIVATE KEY", Der(Keys.Text("pkcs8"))), "unknown version of the SEC1" },
        { Pem("EC PRIVATE KEY", [0x30, 0x00]), "not the DER of a SEC1" },
        { Pem("PRIVATE KEY", WithOtherPoint(Der(Keys.Text("pkcs8")))), "public key inside the private key" },
    };

    public static TheoryData<string, string> NoPublicKeys => new()
    {
        { "", "empty" },
        { "not a key!", "neither PEM nor hex nor Base64" },
        { "04" + new string('0', 128), "not a point" },
        { new string('0', 128), "not a point" },
        { "00", "2 digits" },
        { Base64("00"), "1 bytes" },
        { PrivateHex, "64 hex digits" },
        { PublicHex[..^1] + (PublicHex[^1] == '0' ? '1' : '0'), "not a point" },
        { "05" + PublicHex[2..], "first is not 04" },
        { "04" + P + PublicHex[66..], "not a point" },
        { "02" + P, "no point" },
        { "02" + new string('F', 64), "no point" },
        { "04" + PublicHex[2..66], "neither 02 nor 03" },
        { Base64(PrivateHex), "length of a private key" },
        { "00" + PrivateHex, "is it a private key?" },
        { Keys.Text("pkcs8"), "this is a private key" },
        { Keys.Text("sec1"), "this is a private key" },
        { Refused.Text("otherCurveSpki"), "not sm2p256v1" },
        { Pem("PUBLIC KEY", Der(Keys.Text("spki"))[..^1]), "not the DER" },
        { Pem("PUBLIC KEY", WithOtherPoint(Der(Keys.Text("spki")))), "not a point" },
        { Pem("CERTIFICATE", Der(Keys.Text("spki"))), "is expected" },
    };

    [Theory]
    [MemberData(nameof(NoPrivateKeys))]
    public void What_is_no_private_key_is_refused_without_repeating_it(string text, string fault) =>
        RequireQuietRefusal(() => Sm2PrivateKey.Parse(text).Dispose(), text, fault);

    [Theory]
    [MemberData(nameof(NoPublicKeys))]
    public void What_is_no_public_key_is_refused(string text, string fault) =>
        RequireQuietRefusal(() => Sm2PublicKey.Parse(text).Dispose(), text, fault);

    [Fact]
    public void Random_damage_to_a_private_key_is_refused_or_read_but_never_repeated() => Seeded.Run(3000, random =>
    {
        string[] forms = [Keys.Text("pkcs8"), Keys.Text("sec1"), PrivateHex, Base64("00" + PrivateHex)];
        var text = forms[random.Next(forms.Length)].ToCharArray();
        for (var i = random.Next(1, 4); i > 0; i--)
            text[random.Next(text.Length)] = (char)random.Next(32, 127);
        try
        {
            Sm2PrivateKey.Parse(new string(text)).Dispose();
        }
        catch (KeyFormatException refusal)
        {
            RequireQuiet(refusal, new string(text));
        }
    });

    private static void RequireQuietRefusal(Action parse, string text, string fault)
    {
        var refusal = Should.Throw<KeyFormatException>(parse);
        refusal.Message.ShouldContain(fault);
        RequireQuiet(refusal, text);
    }

    /// <summary>No eight characters in a row of the key's text stand in the exception.</summary>
    private static void RequireQuiet(KeyFormatException refusal, string text)
    {
        refusal.InnerException.ShouldBeNull();
        var said = refusal.Message.ToUpperInvariant();
        var secret = string.Concat(text.Split('\n').Where(line => !line.Contains("-----", StringComparison.Ordinal))).ToUpperInvariant();
        for (var i = 0; i + 8 <= secret.Length; i++)
        {
            if (said.Contains(secret.Substring(i, 8), StringComparison.Ordinal))
                throw new InvalidOperationException("The message repeats the key: " + refusal.Message);
        }
    }

    private static string Base64(string hex) => Convert.ToBase64String(Convert.FromHexString(hex));

    private static byte[] Der(string pem) => Convert.FromBase64String(string.Concat(pem.Split('\n').Where(line => !line.StartsWith('-'))));

    private static string Pem(string label, byte[] der) => $"-----BEGIN {label}-----\n{Convert.ToBase64String(der)}\n-----END {label}-----\n";

    /// <summary>The last byte of the DER is the last of the public point.</summary>
    private static byte[] WithOtherPoint(byte[] der) => [.. der[..^1], (byte)(der[^1] ^ 1)];
}
