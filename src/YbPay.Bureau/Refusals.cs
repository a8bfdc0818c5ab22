using YbPay.Contracts.Outcomes;

namespace YbPay.Bureau;

/// <summary>
/// Every reason for which this core says no. The err_msg is <c>[NAME] Chinese text</c>; the names are stable and callers may
/// decide by them (docs/bureau/refusals.md has the same list, and a test compares them).
/// </summary>
public static class Refusals
{
    public static readonly Refusal Malformed = new(5101, "MALFORMED", RefusalKind.Envelope, "报文格式错误");
    public static readonly Refusal TransactionUnknown = new(5102, "TRANSACTION_UNKNOWN", RefusalKind.Invalid, "不支持的交易编号");
    public static readonly Refusal InstitutionUnknown = new(5103, "INSTITUTION_UNKNOWN", RefusalKind.Forbidden, "定点医药机构未登记");
    public static readonly Refusal SignInInvalid = new(5104, "SIGN_IN_INVALID", RefusalKind.Forbidden, "签到编号无效或已过期，请重新签到");
    public static readonly Refusal MobileNotPermitted = new(5105, "MOBILE_NOT_PERMITTED", RefusalKind.Forbidden, "该机构未开通移动支付");
    public static readonly Refusal MsgidInvalid = new(5106, "MSGID_INVALID", RefusalKind.Invalid, "发送方报文ID格式错误，应为机构编码12位+时间14位+序号4位");
    public static readonly Refusal MsgidStale = new(5107, "MSGID_STALE", RefusalKind.Invalid, "发送方报文ID的时间与中心时间相差过大");
    public static readonly Refusal MsgidRepeated = new(5108, "MSGID_REPEATED", RefusalKind.Conflict, "发送方报文ID已使用，交易不再执行");
    public static readonly Refusal Reversed = new(5109, "REVERSED", RefusalKind.Conflict, "该报文已被冲正，交易不再执行");
    public static readonly Refusal InputInvalid = new(5110, "INPUT_INVALID", RefusalKind.Invalid, "输入参数不符合规范");
    public static readonly Refusal InfTimeInvalid = new(5113, "INF_TIME_INVALID", RefusalKind.Invalid, "交易时间与中心时间或报文ID的时间不符");
    public static readonly Refusal SignNoUnwanted = new(5114, "SIGN_NO_UNWANTED", RefusalKind.Invalid, "签到交易的签到编号应为空");
    public static readonly Refusal InsuredRegionMissing = new(5111, "INSUPLC_MISSING", RefusalKind.Invalid, "输入含人员编号时必须填写参保地医保区划");
    public static readonly Refusal AmountInvalid = new(5112, "AMOUNT_INVALID", RefusalKind.Invalid, "金额或数量无效");

    public static readonly Refusal PersonUnknown = new(5201, "PERSON_UNKNOWN", RefusalKind.NotFound, "参保人员不存在");
    public static readonly Refusal InsuranceUnknown = new(5202, "INSURANCE_UNKNOWN", RefusalKind.NotFound, "参保人员没有该险种的有效参保关系");
    public static readonly Refusal NoBenefit = new(5203, "NO_BENEFIT", RefusalKind.Forbidden, "该险种不享受此医疗类别待遇");
    public static readonly Refusal CredentialDiffers = new(5204, "CREDENTIAL_DIFFERS", RefusalKind.Forbidden, "就诊凭证不属于该参保人员");

    public static readonly Refusal VisitUnknown = new(5301, "VISIT_UNKNOWN", RefusalKind.NotFound, "未查询到该人员在本机构的就诊登记信息");
    public static readonly Refusal VisitCancelled = new(5302, "VISIT_CANCELLED", RefusalKind.Conflict, "就诊登记已撤销");
    public static readonly Refusal VisitKind = new(5303, "VISIT_KIND", RefusalKind.Conflict, "就诊类别与交易不符（门诊/住院）");
    public static readonly Refusal LinesExist = new(5304, "LINES_EXIST", RefusalKind.Conflict, "就诊存在未撤销的费用明细");

    public static readonly Refusal LineRepeated = new(5401, "LINE_REPEATED", RefusalKind.Conflict, "费用明细流水号重复");
    public static readonly Refusal LinesMissing = new(5402, "LINES_MISSING", RefusalKind.NotFound, "没有未结算的费用明细");
    public static readonly Refusal LineAmount = new(5403, "LINE_AMOUNT", RefusalKind.Invalid, "明细金额与单价乘数量不符");

    public static readonly Refusal Settled = new(5501, "SETTLED", RefusalKind.Conflict, "费用已结算");
    public static readonly Refusal NotSettled = new(5502, "NOT_SETTLED", RefusalKind.NotFound, "没有对应的有效结算信息");
    public static readonly Refusal AmountDiffers = new(5503, "AMOUNT_DIFFERS", RefusalKind.Conflict, "医疗费总额与已上传明细合计不一致");
    public static readonly Refusal BalanceShort = new(5504, "BALANCE_SHORT", RefusalKind.Conflict, "个人账户余额或年度限额已变动，不能恢复原结算");

    public static readonly Refusal NotReversible = new(5601, "NOT_REVERSIBLE", RefusalKind.Conflict, "该交易不能冲正");
    public static readonly Refusal ReversalMismatch = new(5602, "REVERSAL_MISMATCH", RefusalKind.Invalid, "冲正信息与原交易不符");

    public static readonly Refusal FileUnknown = new(5701, "FILE_UNKNOWN", RefusalKind.NotFound, "文件不存在");
    public static readonly Refusal FileInvalid = new(5702, "FILE_INVALID", RefusalKind.Invalid, "文件内容不符合规范");
    public static readonly Refusal TotalsInvalid = new(5703, "TOTALS_INVALID", RefusalKind.Invalid, "对账汇总与明细文件不一致");
    public static readonly Refusal StatementNotReady = new(5704, "STATEMENT_NOT_READY", RefusalKind.NotFound, "该日尚未结束，日结对账单次日零时十分后可取");
    public static readonly Refusal StatementNone = new(5705, "STATEMENT_NONE", RefusalKind.NotFound, "该机构在此日及以前没有任何结算");

    public static readonly Refusal AccountUnknown = new(5801, "ACCOUNT_UNKNOWN", RefusalKind.NotFound, "参保人员没有该类账户");
    public static readonly Refusal AccountBankMissing = new(5802, "ACCOUNT_BANK_MISSING", RefusalKind.Unavailable, "本中心未接入账户银行");
    public static readonly Refusal BankRefused = new(5803, "BANK_REFUSED", RefusalKind.Upstream, "银行未扣减");
    public static readonly Refusal DeductionOpen = new(5804, "DEDUCTION_OPEN", RefusalKind.Unavailable, "账户扣减结果尚未明确，请稍后以新的报文ID再次发起本交易查询结果", MayRetry: true);
    public static readonly Refusal FundsShort = new(5805, "FUNDS_SHORT", RefusalKind.Conflict, "账户可用余额不足");

    /// <summary>All of them, in the order of the list.</summary>
    public static IReadOnlyList<Refusal> All { get; } =
    [
        Malformed, TransactionUnknown, InstitutionUnknown, SignInInvalid, MobileNotPermitted, MsgidInvalid, MsgidStale, MsgidRepeated, Reversed, InfTimeInvalid, SignNoUnwanted,
        InputInvalid, InsuredRegionMissing, AmountInvalid,
        PersonUnknown, InsuranceUnknown, NoBenefit, CredentialDiffers,
        VisitUnknown, VisitCancelled, VisitKind, LinesExist,
        LineRepeated, LinesMissing, LineAmount,
        Settled, NotSettled, AmountDiffers, BalanceShort,
        NotReversible, ReversalMismatch,
        FileUnknown, FileInvalid, TotalsInvalid, StatementNotReady, StatementNone,
        AccountUnknown, AccountBankMissing, BankRefused, DeductionOpen, FundsShort,
    ];
}
