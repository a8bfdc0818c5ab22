using System.Text.Json.Nodes;
using YbPay.Protocol.Canonical;
using YbPay.Protocol.MobilePay;

namespace YbPay.Protocol.Tests.MobilePay;

public class OpeningEnvelopes
{
    private const string Head = """ "appId":"MEDPAYTEST000001A1B2C3D4E5F60708","encType":"SM4","signType":"SM2","timestamp":"1700000000000","version":"2.0.1" """;
    private static readonly byte[] Data = Partnership.Bytes("""{"payOrdId":"ORD1","feeSumamt":10.00}""");

    [Theory]
    [InlineData("appId", null, EnvelopeFault.HeadIncomplete)]
    [InlineData("appId", "MEDPAYTEST000001A1B2C3D4E5F60709", EnvelopeFault.UnknownPartner)]
    [InlineData("version", null, EnvelopeFault.HeadIncomplete)]
    [InlineData("version", "2.0.2", EnvelopeFault.UnknownVersion)]
    [InlineData("signType", "RSA", EnvelopeFault.UnknownAlgorithm)]
    [InlineData("signType", "", EnvelopeFault.HeadIncomplete)]
    [InlineData("encType", "AES", EnvelopeFault.UnknownAlgorithm)]
    [InlineData("encType", null, EnvelopeFault.HeadIncomplete)]
    [InlineData("timestamp", "yesterday", EnvelopeFault.BadTimestamp)]
    [InlineData("timestamp", "1700000300001", EnvelopeFault.Stale)]
    [InlineData("timestamp", "1699999699999", EnvelopeFault.Stale)]
    [InlineData("timestamp", "1700000300000", EnvelopeFault.SignatureWrong)]
    [InlineData("encData", "00", EnvelopeFault.NotDecryptable)]
    [InlineData("encData", "00000000000000000000000000000000", EnvelopeFault.NotDecryptable)]
    [InlineData("encData", "ZZ000000000000000000000000000000", EnvelopeFault.NotDecryptable)]
    [InlineData("encData", null, EnvelopeFault.SignatureWrong)]
    [InlineData("signData", null, EnvelopeFault.HeadIncomplete)]
    [InlineData("signData", "not base64 !", EnvelopeFault.SignatureMalformed)]
    [InlineData("signData", "AAAA", EnvelopeFault.SignatureMalformed)]
    [InlineData("message", "ok", EnvelopeFault.SignatureWrong)]
    [InlineData("regionField", "1", EnvelopeFault.SignatureWrong)]
    [InlineData("extra", "unsigned", EnvelopeFault.None)]
    [InlineData("data", "", EnvelopeFault.None)]
    [InlineData("data", "{}", EnvelopeFault.NotSignable)]
    public void A_changed_field_has_its_fault(string field, string? value, EnvelopeFault fault)
    {
        var envelope = JsonNode.Parse(MobileEnvelope.SealRequest(Partnership.Hospital, Data, Partnership.Now))!.AsObject();
        if (value is null) envelope.Remove(field);
        else envelope[field] = value;
        Partnership.Open(Partnership.Center, Partnership.Bytes(envelope.ToJsonString()), out var opened).ShouldBe(fault);
        (opened is null).ShouldBe(fault != EnvelopeFault.None);
    }

    [Theory]
    [InlineData("", EnvelopeFault.NotJson)]
    [InlineData("[]", EnvelopeFault.NotJson)]
    [InlineData("{", EnvelopeFault.NotJson)]
    [InlineData("null", EnvelopeFault.NotJson)]
    [InlineData("{}", EnvelopeFault.HeadIncomplete)]
    public void What_is_no_envelope_has_its_fault(string text, EnvelopeFault fault) =>
        Partnership.Open(Partnership.Center, Partnership.Bytes(text), out _).ShouldBe(fault);

    [Fact]
    public void Another_ones_signature_is_wrong() =>
        Partnership.Open(Partnership.Hospital, MobileEnvelope.SealRequest(Partnership.Hospital, Data, Partnership.Now), out _).ShouldBe(EnvelopeFault.SignatureWrong);

    [Theory]
    [InlineData("not json", EnvelopeFault.DataNotJson)]
    [InlineData("\"text\"", EnvelopeFault.DataNotJson)]
    [InlineData("""{"a":[null]}""", EnvelopeFault.NotSignable)]
    [InlineData("""{"a":1e5}""", EnvelopeFault.NotSignable)]
    [InlineData("""{"a":1,"a":2}""", EnvelopeFault.NotSignable)]
    [InlineData("""{"a":"\ud800"}""", EnvelopeFault.NotSignable)]
    [InlineData("deep", EnvelopeFault.TooDeep)]
    public void Encrypted_data_that_cannot_be_signed_has_its_fault(string data, EnvelopeFault fault)
    {
        if (data == "deep") data = new string('[', 40) + new string(']', 40);
        var envelope = "{" + Head + $$""","signData":"{{Vectors.Mobile("signature")}}","encData":"{{Partnership.Hospital.EncryptHex(Partnership.Bytes(data))}}"}""";
        Partnership.Open(Partnership.Center, Partnership.Bytes(envelope), out _).ShouldBe(fault);
    }

    [Fact]
    public void Top_level_names_may_not_come_twice_in_any_case()
    {
        var sealedOne = Partnership.Text(MobileEnvelope.SealRequest(Partnership.Hospital, Data, Partnership.Now));
        Partnership.Open(Partnership.Center, Partnership.Bytes(sealedOne[..^1] + ""","version":"2.0.1"}"""), out _).ShouldBe(EnvelopeFault.NotSignable);
        Partnership.Open(Partnership.Center, Partnership.Bytes(sealedOne[..^1] + ""","VERSION":"2.0.1"}"""), out _).ShouldBe(EnvelopeFault.NotSignable);
    }

    [Fact]
    public void Clear_data_is_refused_unless_the_partner_is_registered_for_it()
    {
        var data = """{ "medOrgOrd" : "A-1" , "feeSumamt" : 10.00 }""";
        var signature = Convert.ToBase64String(EnvelopeCryptography.Seal(Partnership.Hospital, TextToSign.OfClear(Partnership.Bytes("{" + Head + ",\"data\":" + data + "}"), Vectors.Mobile("appSecret")), default).Signature);
        var envelope = Partnership.Bytes("{" + Head + $$""","data":{{data}} ,"signData":"{{signature}}"}""");
        Partnership.Open(Partnership.Center, envelope, out _).ShouldBe(EnvelopeFault.NotEncrypted);
        Partnership.Open(Partnership.Center, envelope, out var opened, new OpenOptions { AllowClear = true }).ShouldBe(EnvelopeFault.None);
        Partnership.Text(opened!.Data).ShouldBe(data);
        opened.WasEncrypted.ShouldBeFalse();
    }

    [Fact]
    public void Fields_that_a_region_adds_are_signed_and_no_error()
    {
        var envelope = Partnership.Text(Partnership.Signed("""{"data":{"a":1},"regionCode":"440100","nested":{"b":2.50,"a":""},"n":3}"""));
        Partnership.Open(Partnership.Center, Partnership.Bytes(envelope), out _).ShouldBe(EnvelopeFault.None);
        Partnership.Open(Partnership.Center, Partnership.Bytes(envelope.Replace("440100", "440101", StringComparison.Ordinal)), out _).ShouldBe(EnvelopeFault.SignatureWrong);
        Partnership.Open(Partnership.Center, Partnership.Bytes(envelope.Replace("2.50", "2.5", StringComparison.Ordinal)), out _).ShouldBe(EnvelopeFault.SignatureWrong);
    }

    [Theory]
    [InlineData("\"20231115061320\"")] // 22:13:20 UTC the day before
    [InlineData("20231115061320")]
    [InlineData("\"20231115061320000\"")]
    [InlineData("20231115061320000")]
    [InlineData("1700000000000")]
    public void Every_form_of_the_time_is_read(string timestamp)
    {
        Partnership.Open(Partnership.Center, Partnership.Signed($$"""{"timestamp":{{timestamp}},"data":{"a":1} }"""), out var opened).ShouldBe(EnvelopeFault.None);
        opened!.Timestamp.ShouldBe(Partnership.Now);
    }

    [Fact]
    public void Size_and_number_of_fields_are_bounded()
    {
        Partnership.Open(Partnership.Center, new byte[50_000_000], out _).ShouldBe(EnvelopeFault.TooLarge);
        var fields = string.Concat(Enumerable.Range(0, 70).Select(i => $",\"f{i}\":1"));
        Partnership.Open(Partnership.Center, Partnership.Bytes("{" + Head + fields + $$""","signData":"{{Vectors.Mobile("signature")}}"}"""), out _).ShouldBe(EnvelopeFault.TooLarge);
    }

    [Fact]
    public void The_place_of_what_cannot_be_signed_is_told_inside()
    {
        var hex = Partnership.Hospital.EncryptHex("""{"list":[{"amt":1E3}]}"""u8);
        var envelope = "{" + Head + $$""","signData":"{{Vectors.Mobile("signature")}}","encData":"{{hex}}"}""";
        MobileEnvelope.Open(Partnership.Center, Partnership.Bytes(envelope), Partnership.AtNow, OpenOptions.Auto, out _, out var problem).ShouldBe(EnvelopeFault.NotSignable);
        problem.ShouldBe(new JsonProblem(JsonFault.Exponent, "list[0].amt"));
    }

    [Theory]
    [InlineData("""{"appId":"A"}""", "A")]
    [InlineData("""{"x":{"appId":"no"},"y":[1,{"appId":"no"}],"appId":"A"}""", "A")]
    [InlineData("""{"appId":1}""", null)]
    [InlineData("""{"appId":"\ud800"}""", null)]
    [InlineData("""{"x":1}""", null)]
    [InlineData("[]", null)]
    [InlineData("{", null)]
    [InlineData("", null)]
    public void The_partner_is_found_by_its_appId(string envelope, string? appId) =>
        MobileEnvelope.PeekAppId(Partnership.Bytes(envelope)).ShouldBe(appId);

    [Fact]
    public void Nothing_secret_is_printed()
    {
        Partnership.Hospital.ToString().ShouldBe("***");
        Partnership.Open(Partnership.Center, MobileEnvelope.SealRequest(Partnership.Hospital, Data, Partnership.Now), out var opened);
        opened!.ToString().ShouldNotContain("ORD1");
    }
}
