using YbPay.Contracts.Outcomes;
using YbPay.Engine.Credit;

namespace YbPay.Huimin.Features.Payments;

/// <summary>The part of <see cref="Refusals"/> that this feature says.</summary>
internal static class PaymentRefusals
{
    public static readonly Refusal TradeMissing = new(1, nameof(TradeMissing), RefusalKind.NotFound, "没有该笔交易");
    public static readonly Refusal AmountInvalid = new(1000, nameof(AmountInvalid), RefusalKind.Invalid, "金额不正确");
    public static readonly Refusal NotPaid = new(1000, nameof(NotPaid), RefusalKind.Conflict, "原交易未支付成功");
    public static readonly Refusal HeldByDischarge = new(1000, nameof(HeldByDischarge), RefusalKind.Conflict, "押金正在办理出院结算，不能退费");
    public static readonly Refusal UsedByDischarge = new(1000, nameof(UsedByDischarge), RefusalKind.Conflict, "押金已用于出院结算，不能退费");
    public static readonly Refusal RefundTooLate = new(1000, nameof(RefundTooLate), RefusalKind.Conflict, "已超过线上退费期限，请通过收单银行线下退费");
    public static readonly Refusal NothingLeft = new(1000, nameof(NothingLeft), RefusalKind.Conflict, "该笔交易已没有可退金额");
    public static readonly Refusal RefundTooLarge = new(1000, nameof(RefundTooLarge), RefusalKind.Conflict, "退费金额超过可退金额");

    public static IReadOnlyList<Refusal> All { get; } =
        [TradeMissing, AmountInvalid, NotPaid, HeldByDischarge, UsedByDischarge, RefundTooLate, NothingLeft, RefundTooLarge];

    public static Refusal Of(CreditReason why) => why switch
    {
        CreditReason.AmountInvalid or CreditReason.RefundOfNothing or CreditReason.ClaimBeyondAmount or CreditReason.DiscountBeyondPaid => AmountInvalid,
        CreditReason.NotPaid => NotPaid,
        CreditReason.HeldByDischarge => HeldByDischarge,
        CreditReason.UsedByDischarge => UsedByDischarge,
        CreditReason.TooLate => RefundTooLate,
        CreditReason.NothingLeft => NothingLeft,
        CreditReason.MoreThanLeft => RefundTooLarge,
    };
}
