using System.Text.Json.Nodes;
using YbPay.Protocol.MobilePay;

namespace YbPay.Protocol.Tests.MobilePay;

public class Replies
{
    private static readonly byte[] Data = """{"ordStas":"6"}"""u8.ToArray();

    [Fact]
    public void Code_message_and_success_come_through_signed()
    {
        var reply = MobileEnvelope.SealReply(Partnership.Center, 0, "成功 & \"好\"", true, Data, Partnership.Now);
        Partnership.Open(Partnership.Hospital, reply, out var opened).ShouldBe(EnvelopeFault.None);
        (opened!.Code, opened.Message, opened.Success).ShouldBe(("0", "成功 & \"好\"", true));
        opened.Data.ShouldBe(Data);
    }

    [Fact]
    public void A_refusal_has_no_data()
    {
        var reply = MobileEnvelope.SealReply(Partnership.Center, 2001, "订单不存在", false, default, Partnership.Now);
        Partnership.Text(reply).ShouldNotContain("encData");
        Partnership.Open(Partnership.Hospital, reply, out var opened).ShouldBe(EnvelopeFault.None);
        (opened!.Code, opened.Success, opened.Data.Length).ShouldBe(("2001", false, 0));
    }

    [Theory]
    [InlineData("code", "1")]
    [InlineData("message", "失败")]
    [InlineData("success", "false")]
    public void None_of_them_can_be_changed(string field, string value)
    {
        var reply = JsonNode.Parse(MobileEnvelope.SealReply(Partnership.Center, 0, "成功", true, Data, Partnership.Now))!.AsObject();
        reply[field] = value;
        Partnership.Open(Partnership.Hospital, Partnership.Bytes(reply.ToJsonString()), out _).ShouldBe(EnvelopeFault.SignatureWrong);
    }

    [Theory]
    [InlineData("""{"code":"0","success":"true"}""")]
    [InlineData("""{"code":0,"success":true,"message":null}""")]
    [InlineData("""{"code":"0","message":"","appId":"SOMEBODYELSESAPPID00000000000000"}""")]
    public void Text_or_number_or_another_appId_is_accepted_as_long_as_it_is_signed(string head)
    {
        var reply = JsonNode.Parse(head)!.AsObject();
        reply["data"] = JsonNode.Parse(Data);
        Partnership.Open(Partnership.Center, Partnership.Signed(reply.ToJsonString()), out var opened).ShouldBe(EnvelopeFault.None);
        opened!.AppId.ShouldBe(Vectors.Mobile("appId"));
    }

    [Fact]
    public void A_reply_without_appId_opens_with_the_requesters()
    {
        var text = """{"code":"0","encType":"SM4","signType":"SM2","timestamp":"1700000000000","version":"2.0.1","data":{"a":1}}""";
        var signature = EnvelopeCryptography.Seal(Partnership.Center, TextToSign.OfClear(Partnership.Bytes(text), Vectors.Mobile("appSecret")), default).Signature;
        var envelope = JsonNode.Parse(text)!.AsObject();
        envelope.Remove("data");
        envelope["encData"] = Partnership.Center.EncryptHex("""{"a":1}"""u8);
        envelope["signData"] = Convert.ToBase64String(signature);
        Partnership.Open(Partnership.Hospital, Partnership.Bytes(envelope.ToJsonString()), out var opened).ShouldBe(EnvelopeFault.None);
        opened!.AppId.ShouldBe(Vectors.Mobile("appId"));
    }

    [Fact]
    public void A_reply_does_not_pass_for_a_request_nor_a_request_for_a_reply()
    {
        var reply = MobileEnvelope.SealReply(Partnership.Center, 0, "", true, Data, Partnership.Now);
        var request = MobileEnvelope.SealRequest(Partnership.Center, Data, Partnership.Now);
        var asRequest = new OpenOptions { Direction = EnvelopeDirection.Request };
        var asReply = new OpenOptions { Direction = EnvelopeDirection.Reply };
        Partnership.Open(Partnership.Hospital, reply, out _, asRequest).ShouldBe(EnvelopeFault.WrongDirection);
        Partnership.Open(Partnership.Hospital, request, out _, asReply).ShouldBe(EnvelopeFault.WrongDirection);
        Partnership.Open(Partnership.Hospital, reply, out _, asReply).ShouldBe(EnvelopeFault.None);
        Partnership.Open(Partnership.Hospital, request, out _, asRequest).ShouldBe(EnvelopeFault.None);
    }

    // One signed text, two ways to cut it into fields: whoever re-cuts it must not gain a field that means something.
    [Fact]
    public void A_signed_text_cannot_be_cut_into_other_fields()
    {
        var reply = JsonNode.Parse(MobileEnvelope.SealReply(Partnership.Center, 0, "m", true, Data, Partnership.Now))!.AsObject();

        Recut(o => { o["code"] = """0&data={"ordStas":"6"}"""; o.Remove("encData"); }).ShouldNotBe(EnvelopeFault.None);
        Recut(o => { o["appId"] = Vectors.Mobile("appId") + """&code=0&data={"ordStas":"6"}"""; o.Remove("encData"); o.Remove("code"); }).ShouldNotBe(EnvelopeFault.None);
        Recut(o => { o.Remove("encData"); o["code=0&data"] = """{"ordStas":"6"}"""; o.Remove("code"); }).ShouldNotBe(EnvelopeFault.None);
        Recut(o => { o["appId"] = Vectors.Mobile("appId") + "&code=0"; o["code"] = null; }).ShouldNotBe(EnvelopeFault.None);
        Recut(o => { o["signType"] = "SM2&success=true"; o.Remove("success"); }).ShouldNotBe(EnvelopeFault.None);
        Recut(o => { o["message"] = "m&signType=SM2&success=true"; o.Remove("success"); }).ShouldNotBe(EnvelopeFault.None);

        EnvelopeFault Recut(Action<JsonObject> change)
        {
            var copy = reply.DeepClone().AsObject();
            change(copy);
            return Partnership.Open(Partnership.Hospital, Partnership.Bytes(copy.ToJsonString()), out _);
        }
    }
}
