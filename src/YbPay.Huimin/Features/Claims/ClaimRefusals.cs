using YbPay.Contracts.Outcomes;
using YbPay.Engine.Claims;

namespace YbPay.Huimin.Features.Claims;

/// <summary>The part of <see cref="Refusals"/> that this feature says.</summary>
internal static class ClaimRefusals
{
    // What hospitals are told.
    public static readonly Refusal CaseUnknown = new(0001, nameof(CaseUnknown), RefusalKind.NotFound, "该就诊没有理赔案件");
    public static readonly Refusal CasePersonDiffers = new(1000, nameof(CasePersonDiffers), RefusalKind.Invalid, "证件号码或姓名与案件不符");
    public static readonly Refusal CaseWithdrawn = new(1000, nameof(CaseWithdrawn), RefusalKind.Conflict, "案件已撤销");
    public static readonly Refusal CaseReported = new(1000, nameof(CaseReported), RefusalKind.Conflict, "案件已报案，不能再上传资料或重复报案");
    public static readonly Refusal DocumentsMissing = new(1000, nameof(DocumentsMissing), RefusalKind.Conflict, "资料不齐");
    public static readonly Refusal DocumentsTooLarge = new(1000, nameof(DocumentsTooLarge), RefusalKind.Conflict, "案件资料总量超过4MB");
    public static readonly Refusal CaseDecided = new(1000, nameof(CaseDecided), RefusalKind.Conflict, "案件已有结论或正在结算，不能撤销");
    public static readonly Refusal WithdrawalRefused = new(1000, nameof(WithdrawalRefused), RefusalKind.Upstream, "保险公司不同意撤销");
    public static readonly Refusal WithdrawalOpen = new(1000, nameof(WithdrawalOpen), RefusalKind.Unavailable, "撤销已提交，等待保险公司确认，请稍后查询案件状态", MayRetry: true);
    public static readonly Refusal ImageInvalid = new(1000, nameof(ImageInvalid), RefusalKind.Invalid, "影像文件不符合要求");
    public static readonly Refusal ImagesTooMany = new(1000, nameof(ImagesTooMany), RefusalKind.Conflict, "案件影像数量已达上限");
    public static readonly Refusal BillUnknown = new(1000, nameof(BillUnknown), RefusalKind.Conflict, "要删除的票据不存在");
    public static readonly Refusal BillOriginalMissing = new(1000, nameof(BillOriginalMissing), RefusalKind.Conflict, "冲红票的原票据不存在");
    public static readonly Refusal BillRepeated = new(1000, nameof(BillRepeated), RefusalKind.Invalid, "同一票据在报文中重复");

    // What is told at the internal door where the patient's app applies.
    public static readonly Refusal ApplicationInvalid = new(1000, nameof(ApplicationInvalid), RefusalKind.Invalid, "理赔申请不完整或不符合要求");
    public static readonly Refusal HospitalUnknown = new(1000, nameof(HospitalUnknown), RefusalKind.NotFound, "医院未接入或未登记接收地址");
    public static readonly Refusal HospitalSilent = new(1000, nameof(HospitalSilent), RefusalKind.Unavailable, "医院未应答，请稍后重试", MayRetry: true);
    public static readonly Refusal VisitUnknown = new(1000, nameof(VisitUnknown), RefusalKind.NotFound, "医院没有该患者的就诊记录");
    public static readonly Refusal CaseExists = new(1000, nameof(CaseExists), RefusalKind.Conflict, "该就诊已有理赔案件");

    public static IReadOnlyList<Refusal> All { get; } =
    [
        CaseUnknown, CasePersonDiffers, CaseWithdrawn, CaseReported, DocumentsMissing, DocumentsTooLarge, CaseDecided, WithdrawalRefused, WithdrawalOpen, ImageInvalid, ImagesTooMany,
        BillUnknown, BillOriginalMissing, BillRepeated,
        ApplicationInvalid, HospitalUnknown, HospitalSilent, VisitUnknown, CaseExists,
    ];

    public static Refusal Of(ClaimRefusal why) => why.Reason switch
    {
        ClaimReason.Withdrawn => CaseWithdrawn,
        ClaimReason.Reported => CaseReported,
        ClaimReason.DocumentsMissing => DocumentsMissing.With("缺少" + string.Join("、", why.Missing.Select(kind => $"HOS{(int)kind:D5}"))),
        ClaimReason.Decided or ClaimReason.StageImpossible => CaseDecided,
    };

    public static Refusal Of(BillRefusal why) => why.Reason switch
    {
        BillReason.Repeated => BillRepeated.With(why.Number),
        BillReason.Unknown => BillUnknown.With(why.Number),
        BillReason.OriginalMissing => BillOriginalMissing.With(why.Number),
    };
}
