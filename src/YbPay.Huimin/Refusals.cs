using YbPay.Contracts.Outcomes;
using YbPay.Huimin.Features.Claims;
using YbPay.Huimin.Features.Discharge;
using YbPay.Huimin.Features.Enrolment;
using YbPay.Huimin.Features.Payments;
using YbPay.Huimin.Features.Statements;

namespace YbPay.Huimin;

/// <summary>
/// Every reason for which the platform says no. The code is the rtCode (document, appendix 系统响应码), which the document shares among many
/// reasons; the name is ours, stable, and stands in the log. docs/huimin/refusals.md has the same list, and a test compares them.
/// </summary>
public static class Refusals
{
    // Before the message is trusted: no content, no detail.
    public static readonly Refusal EnvelopeRejected = new(4000, nameof(EnvelopeRejected), RefusalKind.Envelope, "报文错误");
    public static readonly Refusal PlatformUnknown = new(4104, nameof(PlatformUnknown), RefusalKind.Envelope, "无效平台方");
    public static readonly Refusal SequenceUsed = new(4008, nameof(SequenceUsed), RefusalKind.Conflict, "域已存在：请求流水号重复");

    // The message itself.
    public static readonly Refusal TooManyRequests = new(1000, nameof(TooManyRequests), RefusalKind.Unavailable, "请求过于频繁，请稍后重试", MayRetry: true);
    public static readonly Refusal TransactionUnknown = new(1000, nameof(TransactionUnknown), RefusalKind.Invalid, "不支持的交易码");
    public static readonly Refusal TransactionRetired = new(1000, nameof(TransactionRetired), RefusalKind.Invalid, "该交易已废弃");
    public static readonly Refusal MessageInvalid = new(1000, nameof(MessageInvalid), RefusalKind.Invalid, "参数不符合接口规范");
    public static readonly Refusal HospitalDiffers = new(1000, nameof(HospitalDiffers), RefusalKind.Forbidden, "医院编号或城市编码与接入方不符");
    public static readonly Refusal OrderIdUsed = new(1000, nameof(OrderIdUsed), RefusalKind.Conflict, "订单号已用于其他请求");

    // Ourselves.
    public static readonly Refusal Broken = new(9999, nameof(Broken), RefusalKind.Unavailable, "未知错误", MayRetry: true);

    /// <summary>As the reply carries it: four digits.</summary>
    public static string RtCode(this Refusal why)
    {
        ArgumentNullException.ThrowIfNull(why);
        return why.Code.ToString("D4", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>All of them, in the order of the list.</summary>
    public static IReadOnlyList<Refusal> All { get; } =
    [
        EnvelopeRejected, PlatformUnknown, SequenceUsed,
        TooManyRequests, TransactionUnknown, TransactionRetired, MessageInvalid, HospitalDiffers, OrderIdUsed,
        .. EnrolmentRefusals.All, .. PaymentRefusals.All, .. DischargeRefusals.All, .. ClaimRefusals.All, .. StatementRefusals.All,
        Broken,
    ];
}
