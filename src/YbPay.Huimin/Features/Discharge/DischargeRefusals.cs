using YbPay.Contracts.Outcomes;
using YbPay.Engine.Discharge;

namespace YbPay.Huimin.Features.Discharge;

/// <summary>The part of <see cref="Refusals"/> that this feature says.</summary>
internal static class DischargeRefusals
{
    public static readonly Refusal StayUnknown = new(1, nameof(StayUnknown), RefusalKind.NotFound, "未找到该住院流水号的就诊人");
    public static readonly Refusal TrialUnknown = new(1, nameof(TrialUnknown), RefusalKind.NotFound, "未找到该试算订单");
    public static readonly Refusal DischargeUnknown = new(1, nameof(DischargeUnknown), RefusalKind.NotFound, "未找到该出院结算订单");
    public static readonly Refusal DepositUnknown = new(1, nameof(DepositUnknown), RefusalKind.NotFound, "未找到本次住院的押金订单");

    public static readonly Refusal DischargeAmountInvalid = new(1000, nameof(DischargeAmountInvalid), RefusalKind.Invalid, "金额超出允许范围");
    public static readonly Refusal DepositsMissing = new(1000, nameof(DepositsMissing), RefusalKind.Invalid, "未上送押金订单号");
    public static readonly Refusal DepositTwice = new(1000, nameof(DepositTwice), RefusalKind.Invalid, "押金订单号重复");
    public static readonly Refusal NotADeposit = new(1000, nameof(NotADeposit), RefusalKind.Invalid, "该订单不是住院押金");
    public static readonly Refusal NonCreditBeyondTotal = new(1000, nameof(NonCreditBeyondTotal), RefusalKind.Invalid, "非无感支付金额大于结算总金额");
    public static readonly Refusal BudgetBeyondShare = new(1000, nameof(BudgetBeyondShare), RefusalKind.Invalid, "商保报销金额大于剩余应付金额");
    public static readonly Refusal OthersBeyondNonCredit = new(1000, nameof(OthersBeyondNonCredit), RefusalKind.Invalid, "社保与第三方金额合计大于非无感支付金额");
    public static readonly Refusal OwnShareBeyondTotal = new(1000, nameof(OwnShareBeyondTotal), RefusalKind.Invalid, "个人自负金额大于结算总金额");
    public static readonly Refusal ExtensionDiffers = new(1000, nameof(ExtensionDiffers), RefusalKind.Invalid, "extParams的就诊流水号或结算号与报文不一致");

    public static readonly Refusal TrialIdUsed = new(1000, nameof(TrialIdUsed), RefusalKind.Conflict, "试算订单号已用于其他内容");
    public static readonly Refusal TrialSettled = new(1000, nameof(TrialSettled), RefusalKind.Conflict, "该试算已结算，请重新试算");
    public static readonly Refusal DiffersFromTrial = new(1000, nameof(DiffersFromTrial), RefusalKind.Conflict, "与试算不一致");
    public static readonly Refusal DischargeStands = new(1000, nameof(DischargeStands), RefusalKind.Conflict, "该住院已有出院结算");
    public static readonly Refusal DepositNotPaid = new(1000, nameof(DepositNotPaid), RefusalKind.Conflict, "押金订单未支付成功");
    public static readonly Refusal DepositBeingRefunded = new(1000, nameof(DepositBeingRefunded), RefusalKind.Conflict, "押金正在退费，请稍后重试", MayRetry: true);
    public static readonly Refusal DepositHeld = new(1000, nameof(DepositHeld), RefusalKind.Conflict, "押金已用于其他出院结算");
    public static readonly Refusal CancellationImpossible = new(1000, nameof(CancellationImpossible), RefusalKind.Conflict, "当前状态不能撤销结算");

    public static readonly Refusal QuoteMissing = new(1000, nameof(QuoteMissing), RefusalKind.Unavailable, "保险公司暂无试算结果，请稍后重试", MayRetry: true);
    public static readonly Refusal QuoteRefused = new(1000, nameof(QuoteRefused), RefusalKind.Upstream, "保险公司拒绝试算");
    public static readonly Refusal DischargeClaimRefused = new(1000, nameof(DischargeClaimRefused), RefusalKind.Upstream, "保险公司拒绝理赔结算");
    public static readonly Refusal CancellationRefused = new(1000, nameof(CancellationRefused), RefusalKind.Upstream, "保险公司拒绝撤销理赔");

    public static readonly Refusal DepositsShort = new(5501, nameof(DepositsShort), RefusalKind.Conflict, "出院结算失败，消费金额大于支付金额");
    public static readonly Refusal SurplusRefused = new(5502, nameof(SurplusRefused), RefusalKind.Upstream, "出院结算失败，银行退费失败", MayRetry: true);

    public static IReadOnlyList<Refusal> All { get; } =
    [
        StayUnknown, TrialUnknown, DischargeUnknown, DepositUnknown,
        DischargeAmountInvalid, DepositsMissing, DepositTwice, NotADeposit, NonCreditBeyondTotal, BudgetBeyondShare, OthersBeyondNonCredit, OwnShareBeyondTotal, ExtensionDiffers,
        TrialIdUsed, TrialSettled, DiffersFromTrial, DischargeStands, DepositNotPaid, DepositBeingRefunded, DepositHeld, CancellationImpossible,
        QuoteMissing, QuoteRefused, DischargeClaimRefused, CancellationRefused, DepositsShort, SurplusRefused,
    ];

    /// <summary>As the platform says it, with the order or the two amounts that it is about.</summary>
    public static Refusal Of(DischargeRefusal why)
    {
        var said = why.Reason switch
        {
            DischargeReason.AmountInvalid => DischargeAmountInvalid,
            DischargeReason.NoDeposits => DepositsMissing,
            DischargeReason.DepositTwice => DepositTwice,
            DischargeReason.DepositOfAnother => DepositUnknown,
            DischargeReason.NotADeposit => NotADeposit,
            DischargeReason.DepositNotPaid => DepositNotPaid,
            DischargeReason.DepositBeingRefunded => DepositBeingRefunded,
            DischargeReason.DepositHeld => DepositHeld,
            DischargeReason.NonCreditBeyondTotal => NonCreditBeyondTotal,
            DischargeReason.BudgetBeyondShare => BudgetBeyondShare,
            DischargeReason.VisitDiffers => DiffersFromTrial.With("treatmentSerialNo"),
            DischargeReason.SettlementDiffers => DiffersFromTrial.With("setlId"),
            DischargeReason.TotalDiffers => DiffersFromTrial.With("settleAmt"),
            DischargeReason.NonCreditDiffers => DiffersFromTrial.With("nonCreditPayAmt"),
            DischargeReason.BudgetDiffers => DiffersFromTrial.With("budgetAmt"),
            DischargeReason.OthersBeyondNonCredit => OthersBeyondNonCredit,
            DischargeReason.OwnShareBeyondTotal => OwnShareBeyondTotal,
            DischargeReason.DepositsShort => DepositsShort,
        };
        return (why.QueryId, why.Left, why.Right) switch
        {
            ({ Length: > 0 } queryId, _, _) => said.With(queryId),
            (_, { } left, { } right) => said.With($"{left.Value}/{right.Value}分"),
            _ => said,
        };
    }
}
