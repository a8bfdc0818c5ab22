using YbPay.Contracts.Outcomes;

namespace YbPay.Huimin.Features.Enrolment;

/// <summary>The part of <see cref="Refusals"/> that this feature says.</summary>
internal static class EnrolmentRefusals
{
    public static readonly Refusal TokenUnknown = new(1, nameof(TokenUnknown), RefusalKind.NotFound, "无此用户签约信息，请重新签约");
    public static readonly Refusal PersonDiffers = new(1, nameof(PersonDiffers), RefusalKind.NotFound, "姓名与证件号码不符");
    public static readonly Refusal EnrolmentFrozen = new(2, nameof(EnrolmentFrozen), RefusalKind.Conflict, "用户签约状态已冻结");
    public static readonly Refusal VisitOfOther = new(1000, nameof(VisitOfOther), RefusalKind.Conflict, "就诊流水号属于其他患者");

    public static IReadOnlyList<Refusal> All { get; } = [TokenUnknown, PersonDiffers, EnrolmentFrozen, VisitOfOther];
}
