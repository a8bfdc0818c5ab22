using YbPay.Contracts;
using YbPay.Contracts.Huimin;
using YbPay.Protocol.Huimin;

namespace YbPay.Client;

/// <summary>A call by the platform that was opened, and its possible answers. Answer with HTTP 200 and <c>application/json</c>.</summary>
public sealed class HuiminCall
{
    private readonly HuiminKeys _keys;

    internal HuiminCall(HuiminKeys keys, HuiminHead head, Contract message) => (_keys, TransCode, PlatformSeqId, Message) = (keys, head.TransCode, head.PlatformSeqId, message);

    /// <summary>1101, HIS00002, HIS00003 or HIS00004.</summary>
    public string TransCode { get; }

    /// <summary>The platform's number of this message; it never comes twice.</summary>
    public string PlatformSeqId { get; }

    /// <summary><see cref="QueryInsuranceRequest"/>, <see cref="ReceiveAuthorisationRequest"/>, <see cref="ListVisitsRequest"/> or <see cref="ClaimNoticeRequest"/>.</summary>
    public Contract Message { get; }

    /// <summary>rtCode 0000. Answer so only after your own books are written.</summary>
    /// <exception cref="ArgumentException">That is another transaction's answer.</exception>
    public byte[] Reply<T>(T reply)
        where T : Contract
    {
        ArgumentNullException.ThrowIfNull(reply);
        var isOurs = (Message, reply) is (QueryInsuranceRequest, QueryInsuranceReply) or (ReceiveAuthorisationRequest, ReceiveAuthorisationReply)
            or (ListVisitsRequest, ListVisitsReply) or (ClaimNoticeRequest, ClaimNoticeReply);
        return isOurs
            ? HuiminEnvelope.SealReply(_keys, "0000", "交易成功", HuiminJson.Write(reply))
            : throw new ArgumentException($"{typeof(T).Name} does not answer {TransCode}.", nameof(reply));
    }

    /// <summary>"Not taken".</summary>
    /// <param name="rtCode">Of the document's appendix: 0001 not found, 1000 a business reason, 9999 an error of yours (the platform asks again).</param>
    /// <param name="rtMsg">Why, in Chinese, at most 60 characters; nothing personal.</param>
    public byte[] Refuse(string rtCode, string rtMsg) => HuiminEnvelope.SealReply(_keys, rtCode, rtMsg, []);

    /// <summary>rtCode 4008, for a <see cref="PlatformSeqId"/> that was answered before.</summary>
    public byte[] Repeated() => Refuse("4008", "请求流水号重复");
}
