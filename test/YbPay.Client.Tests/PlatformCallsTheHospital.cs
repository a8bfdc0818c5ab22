using Microsoft.Extensions.DependencyInjection;
using YbPay.Contracts;
using YbPay.Contracts.Huimin;
using YbPay.Protocol.Huimin;

namespace YbPay.Client.Tests;

public sealed class PlatformCallsTheHospital : IDisposable
{
    private readonly HuiminKeys _keys = new(FakePlatform.Secret);
    private readonly ServiceProvider _hospital;

    public PlatformCallsTheHospital()
    {
        var services = new ServiceCollection();
        services.AddYbPayHuimin(options => (options.BaseUrl, options.PlatformId, options.Secret) = (new("https://platform.example.org"), FakePlatform.PlatformId, FakePlatform.Secret));
        _hospital = services.BuildServiceProvider();
    }

    private HuiminHospitalDoor Door => _hospital.GetRequiredService<HuiminHospitalDoor>();

    public void Dispose()
    {
        _hospital.Dispose();
        _keys.Dispose();
    }

    [Fact]
    public void Each_call_is_opened_as_its_own_message_and_answered_sealed()
    {
        Answered("1101", call => call.Reply(Sample<QueryInsuranceReply>("1101"))).Message.ShouldBeOfType<QueryInsuranceRequest>();
        Answered("HIS00002", call => call.Reply(Sample<ReceiveAuthorisationReply>("HIS00002"))).Message.ShouldBeOfType<ReceiveAuthorisationRequest>();
        Answered("HIS00003", call => call.Reply(Sample<ListVisitsReply>("HIS00003"))).Message.ShouldBeOfType<ListVisitsRequest>();
        Answered("HIS00004", call => call.Reply(Sample<ClaimNoticeReply>("HIS00004"))).Message.ShouldBeOfType<ClaimNoticeRequest>();

        HuiminCall Answered(string transCode, Func<HuiminCall, byte[]> answer)
        {
            var call = Door.Open(Request(transCode));
            (call.TransCode, call.PlatformSeqId).ShouldBe((transCode, "SEQ0000001"));
            HuiminEnvelope.OpenReply(_keys, answer(call), out var reply).ShouldBe(HuiminFault.None);
            reply!.RtCode.ShouldBe("0000");
            reply.Clear.ShouldNotBeNull();
            return call;
        }
    }

    [Fact]
    public void A_call_is_refused_with_the_code_that_the_hospital_chooses()
    {
        var call = Door.Open(Request("HIS00003"));
        HuiminEnvelope.OpenReply(_keys, call.Refuse("0001", "查无记录"), out var refused).ShouldBe(HuiminFault.None);
        refused.ShouldBe(new HuiminReply("0001", "查无记录", null));
        HuiminEnvelope.OpenReply(_keys, call.Repeated(), out refused).ShouldBe(HuiminFault.None);
        refused!.RtCode.ShouldBe("4008");
        Should.Throw<ArgumentException>(() => call.Reply(Sample<ClaimNoticeReply>("HIS00004")));
    }

    [Fact]
    public void What_is_not_the_platforms_is_refused_without_saying_why()
    {
        using var other = new HuiminKeys("4117E877F5FA0A01xxxxxxxxxxxxxxxx");
        var good = Request("HIS00003");
        var flipped = good.ToArray();
        flipped[20] = (byte)'G';
        Refused("4000", "CannotDecrypt", flipped);
        Refused("4000", "WrongSignature", Request("HIS00003", keys: other));
        Refused("4000", "Stale", Request("HIS00003", at: DateTimeOffset.UtcNow.AddMinutes(-6)));
        Refused("4000", "Malformed", "no"u8.ToArray());
        Refused("4000", "medStartDate", Request("HIS00003", content: """{"medEndDate":"20260101","idNo":"1","medType":"0040"}"""));
        Refused("4000", "JSON", Request("HIS00003", content: "no"));
        Refused("1000", "不提供", Request("HOS00003"));
        Refused("4104", "UnknownPlatform", Request("HIS00003", platformId: "ysf00002"));

        void Refused(string rtCode, string why, byte[] body)
        {
            var problem = Should.Throw<YbPayException>(() => Door.Open(body));
            problem.Message.ShouldContain(why);
            HuiminEnvelope.OpenReply(_keys, Door.Refuse(problem), out var reply).ShouldBe(rtCode == "4104" ? HuiminFault.NotSigned : HuiminFault.None);
            reply!.RtCode.ShouldBe(rtCode);
            reply.RtMsg.ShouldNotContain(why);
        }
    }

    private byte[] Request(string transCode, string? content = null, HuiminKeys? keys = null, DateTimeOffset? at = null, string platformId = FakePlatform.PlatformId) =>
        HuiminEnvelope.SealRequest(
            keys ?? _keys,
            HuiminHead.Of(platformId, "SEQ0000001", transCode, at ?? DateTimeOffset.UtcNow),
            content is null ? File.ReadAllBytes(Repository.At("samples", "messages", "huimin", transCode + ".request.json")) : System.Text.Encoding.UTF8.GetBytes(content));

    private static T Sample<T>(string transCode)
        where T : Contract => HuiminJson.Read<T>(File.ReadAllBytes(Repository.At("samples", "messages", "huimin", transCode + ".response.json")));
}
