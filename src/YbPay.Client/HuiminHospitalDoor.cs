using YbPay.Contracts;
using YbPay.Contracts.Huimin;
using YbPay.Contracts.Tables;
using YbPay.Protocol.Huimin;
using YbPay.Protocol.MobilePay;

namespace YbPay.Client;

/// <summary>
/// Opens what the huimin platform sends to the hospital (HIS00002, HIS00003, HIS00004 and the retired 1101) and seals the answers. Thread-safe.
/// <para>The platform repeats a call that was not answered, under a new platformSeqId: an authorisation or a notice must count once in your
/// books whatever its number. A platformSeqId that you have answered before is a recorded message: <see cref="HuiminCall.Repeated"/>.</para>
/// </summary>
/// <example><code>
/// var call = door.Open(body);
/// var answer = call.Message switch
/// {
///     ListVisitsRequest asked => call.Reply(await records.VisitsAsync(asked)),
///     _ => call.Refuse("1000", "未开通此交易"),
/// };
/// return Results.Bytes(answer, "application/json");
/// </code></example>
public sealed class HuiminHospitalDoor
{
    private readonly YbPayHuiminOptions _options;
    private readonly HuiminPartner _partner;
    private readonly IFreshness _freshness;

    internal HuiminHospitalDoor(HuiminPartner partner, YbPayHuiminOptions options, TimeProvider time)
    {
        (_partner, _options) = (partner, options);
        _freshness = options.ClockTolerance == Timeout.InfiniteTimeSpan ? AnyTime.Instance : new ClockFreshness(time, options.ClockTolerance);
    }

    /// <summary>
    /// The call, held to the document's table. Throws <see cref="YbPayException"/> for what is not the platform's, or not by the document:
    /// then log it, and answer with <see cref="Refuse"/>.
    /// </summary>
    public HuiminCall Open(ReadOnlyMemory<byte> body)
    {
        var fault = HuiminEnvelope.ReadRequest(body, HuiminLimits.Default, out var request);
        if (fault == HuiminFault.None && request!.Head.PlatformId != _options.PlatformId) fault = HuiminFault.UnknownPlatform;
        byte[]? clear = null;
        if (fault == HuiminFault.None) fault = request!.Open(_partner.Keys, _freshness, out clear);
        return fault == HuiminFault.None
            ? new HuiminCall(_partner.Keys, request!.Head, Read(request.Head.TransCode, clear!))
            : throw new YbPayException($"平台报文未通过校验（{fault}）") { RtCode = fault.ReturnCode() };
    }

    /// <summary>The answer to what <see cref="Open"/> threw for: its rtCode and nothing of why.</summary>
    public byte[] Refuse(YbPayException why)
    {
        ArgumentNullException.ThrowIfNull(why);
        return why.RtCode switch
        {
            "4104" => HuiminEnvelope.SealUnsigned("4104", "无效平台方"),
            "1000" => HuiminEnvelope.SealReply(_partner.Keys, "1000", "业务失败", []),
            _ => HuiminEnvelope.SealReply(_partner.Keys, "4000", "报文错误", []),
        };
    }

    private static Contract Read(string transCode, byte[] clear) => transCode switch
    {
        "1101" => Bind<QueryInsuranceRequest>(clear),
        "HIS00002" => Bind<ReceiveAuthorisationRequest>(clear),
        "HIS00003" => Bind<ListVisitsRequest>(clear),
        "HIS00004" => Bind<ClaimNoticeRequest>(clear),
        _ => throw new YbPayException("医院不提供此交易") { RtCode = "1000" },
    };

    private static T Bind<T>(byte[] clear)
        where T : Contract => HuiminContent.Read(clear, Catalogue.For<T>(), HuiminJson.Read<T>, why => new YbPayException(why) { RtCode = "4000" });
}
