using System.Text;
using YbPay.Protocol.MobilePay;

namespace YbPay.Protocol.Tests.MobilePay;

public class EnvelopeVectors
{
    private static readonly byte[] Clear = Encoding.UTF8.GetBytes(Vectors.Mobile("clear"));

    private static readonly string Envelope = $$"""
        {"appId":"{{Vectors.Mobile("appId")}}","encData":"{{Vectors.Mobile("encData")}}","encType":"SM4","signData":"{{Vectors.Mobile("signature")}}","signType":"SM2","timestamp":"{{Vectors.Mobile("timestamp")}}","version":"2.0.1"}
        """;

    [Fact]
    public void The_published_text_to_sign_is_reproduced()
    {
        Partnership.Text(MobileEnvelope.RequestTextToSign(Partnership.Hospital, Clear, Partnership.Now)).ShouldBe(Vectors.Mobile("textToSign"));
        Partnership.Text(TextToSign.OfSealed(Partnership.Bytes(Envelope), Partnership.Hospital)!).ShouldBe(Vectors.Mobile("textToSign"));
    }

    [Fact]
    public void The_published_text_with_literal_numbers_is_reproduced()
    {
        var literal = new CanonicalVariant(NumberStyle.Literal, EmptyObjectStyle.Keep);
        Partnership.Text(MobileEnvelope.RequestTextToSign(Partnership.Hospital, Clear, Partnership.Now, literal)).ShouldBe(Vectors.Mobile("textToSignLiteral"));
    }

    [Fact]
    public void The_published_cipher_text_is_reproduced() =>
        Partnership.Hospital.EncryptHex(Clear).ShouldBe(Vectors.Mobile("encData"));

    [Fact]
    public void The_data_key_is_the_published_one()
    {
        using var published = new YbPay.Cryptography.Sm4Key(Encoding.ASCII.GetBytes(Vectors.Mobile("dataKey")));
        Convert.ToHexString(published.EncryptEcb(Clear)).ShouldBe(Partnership.Hospital.EncryptHex(Clear));
    }

    [Fact]
    public void The_published_envelope_opens()
    {
        Partnership.Open(Partnership.Center, Partnership.Bytes(Envelope), out var opened).ShouldBe(EnvelopeFault.None);
        opened!.Data.ShouldBe(Clear);
        opened.Variant.ShouldBe(CanonicalVariant.Default);
        opened.Timestamp.ShouldBe(Partnership.Now);
        opened.AppId.ShouldBe(Vectors.Mobile("appId"));
        opened.Code.ShouldBeNull();
    }

    [Fact]
    public void Lower_case_cipher_text_opens_too() =>
        Partnership.Open(Partnership.Center, Partnership.Bytes(Envelope.Replace(Vectors.Mobile("encData"), Vectors.Mobile("encData").ToLowerInvariant(), StringComparison.Ordinal)), out _)
            .ShouldBe(EnvelopeFault.None);

    [Fact]
    public void Every_published_form_of_the_keys_gives_the_same_signature_check()
    {
        foreach (var form in (string[])["privateKey33", "privateKey32"])
        {
            using var own = YbPay.Cryptography.Sm2PrivateKey.Parse(Vectors.Mobile(form));
            using var peer = YbPay.Cryptography.Sm2PublicKey.Parse(Vectors.Mobile("publicKey65"));
            using var keys = new MobileKeys(Vectors.Mobile("appId"), Vectors.Mobile("appSecret"), own, peer);
            MobileEnvelope.Open(keys, MobileEnvelope.SealRequest(keys, Clear, Partnership.Now), Partnership.AtNow, null, out _).ShouldBe(EnvelopeFault.None);
        }
    }

    [Fact]
    public void A_signature_in_DER_is_accepted_too()
    {
        var raw = Convert.FromBase64String(Vectors.Mobile("signature"));
        var der = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            der.WriteIntegerUnsigned(raw.AsSpan(0, 32).TrimStart((byte)0));
            der.WriteIntegerUnsigned(raw.AsSpan(32).TrimStart((byte)0));
        }

        var envelope = Envelope.Replace(Vectors.Mobile("signature"), Convert.ToBase64String(der.Encode()), StringComparison.Ordinal);
        Partnership.Open(Partnership.Center, Partnership.Bytes(envelope), out _).ShouldBe(EnvelopeFault.None);
    }
}
