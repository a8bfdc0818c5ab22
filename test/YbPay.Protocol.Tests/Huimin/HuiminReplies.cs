using YbPay.Protocol.Huimin;

namespace YbPay.Protocol.Tests.Huimin;

public class HuiminReplies
{
    [Fact]
    public void A_reply_with_content_is_signed_as_printed()
    {
        var body = HuiminEnvelope.SealReply(Parties.Keys, "0000", "交易成功", Parties.Clear);
        var toSign = $"data={Parties.Text(Parties.Clear)}&encType=SM4&rtCode=0000&rtMsg=交易成功&signType=SM3&key={Parties.Secret}";
        Parties.Text(body).ShouldBe($$"""{"encData":"{{Parties.EncData(Parties.Text(Parties.Clear))}}","encType":"SM4","rtCode":"0000","rtMsg":"交易成功","signData":"{{Parties.Sign(toSign)}}","signType":"SM3"}""");
        HuiminEnvelope.OpenReply(Parties.Keys, body, out var reply).ShouldBe(HuiminFault.None);
        (reply!.RtCode, reply.RtMsg).ShouldBe(("0000", "交易成功"));
        reply.Clear.ShouldBe(Parties.Clear);
    }

    [Fact]
    public void A_reply_without_content_has_no_encData_and_is_signed_without_data()
    {
        var body = HuiminEnvelope.SealReply(Parties.Keys, "4008", "请求流水号重复", []);
        Parties.Text(body).ShouldBe($$"""{"encType":"SM4","rtCode":"4008","rtMsg":"请求流水号重复","signData":"{{Parties.Sign($"encType=SM4&rtCode=4008&rtMsg=请求流水号重复&signType=SM3&key={Parties.Secret}")}}","signType":"SM3"}""");
        HuiminEnvelope.OpenReply(Parties.Keys, body, out var reply).ShouldBe(HuiminFault.None);
        reply.ShouldBe(new HuiminReply("4008", "请求流水号重复", null));
    }

    [Fact]
    public void An_empty_message_may_be_signed_or_left_out()
    {
        foreach (var piece in (string[])["&rtMsg=", ""])
        {
            var body = Parties.Signed($"encType=SM4&rtCode=1000{piece}&signType=SM3&key={Parties.Secret}", "\"encType\":\"SM4\"", "\"rtCode\":\"1000\"", "\"rtMsg\":\"\"", "\"encData\":\"\"", "\"signType\":\"SM3\"");
            HuiminEnvelope.OpenReply(Parties.Keys, body, out _).ShouldBe(HuiminFault.None, piece);
        }
    }

    [Fact]
    public void An_unsigned_reply_is_told_apart_and_never_says_that_all_is_well()
    {
        var body = HuiminEnvelope.SealUnsigned("4104", "无效平台方");
        Parties.Text(body).ShouldBe("""{"encType":"SM4","rtCode":"4104","rtMsg":"无效平台方","signData":"","signType":"SM3"}""");
        HuiminEnvelope.OpenReply(Parties.Keys, body, out var reply).ShouldBe(HuiminFault.NotSigned);
        reply!.RtCode.ShouldBe("4104");

        Should.Throw<ArgumentException>(() => HuiminEnvelope.SealUnsigned("0000", "成功"));
        HuiminEnvelope.OpenReply(Parties.Keys, Parties.Bytes(Parties.Text(body).Replace("4104", "0000", StringComparison.Ordinal)), out reply).ShouldBe(HuiminFault.WrongSignature);
        reply.ShouldBeNull();
    }

    [Fact]
    public void Content_without_a_signature_is_refused()
    {
        var body = Parties.Text(HuiminEnvelope.SealReply(Parties.Keys, "1000", "失败", Parties.Clear));
        var at = body.IndexOf("\"signData\":\"", StringComparison.Ordinal) + 12;
        HuiminEnvelope.OpenReply(Parties.Keys, Parties.Bytes(body.Remove(at, 64)), out var reply).ShouldBe(HuiminFault.WrongSignature);
        reply.ShouldBeNull();
    }

    [Fact]
    public void A_reply_is_no_request_and_a_request_is_no_reply()
    {
        Parties.Open(HuiminEnvelope.SealReply(Parties.Keys, "0000", "成功", Parties.Clear), out _).ShouldBe(HuiminFault.HeadInvalid);
        HuiminEnvelope.OpenReply(Parties.Keys, HuiminEnvelope.SealRequest(Parties.Keys, Parties.Head, Parties.Clear), out _).ShouldBe(HuiminFault.HeadInvalid);
    }

    [Fact]
    public void Another_secret_opens_nothing()
    {
        using var other = new HuiminKeys("5117E877F5FA0A0188891283E4B617D5");
        HuiminEnvelope.OpenReply(other, HuiminEnvelope.SealReply(Parties.Keys, "0000", "成功", Parties.Clear), out var reply).ShouldBeOneOf(HuiminFault.CannotDecrypt, HuiminFault.WrongSignature);
        reply.ShouldBeNull();
        using var sameKey = new HuiminKeys("4117E877F5FA0A01ffffffffffffffff");
        HuiminEnvelope.OpenReply(sameKey, HuiminEnvelope.SealReply(Parties.Keys, "0000", "成功", Parties.Clear), out _).ShouldBe(HuiminFault.WrongSignature);
    }
}
