namespace YbPay.Contracts.Outcomes;

/// <summary>
/// Every refusal of the payment centre, in order of precedence: where two apply, the upper one is answered. The number is
/// what a reply carries in <c>code</c>; numbers are never used again. docs/reference/refusals.md is made from this list.
/// </summary>
public static class Refusals
{
    // 10xx: before the message is read. Nothing is said about what exactly failed.
    public static readonly Refusal TooLarge = new(1001, nameof(TooLarge), RefusalKind.Envelope, "报文超过允许的大小");
    public static readonly Refusal EnvelopeRejected = new(1002, nameof(EnvelopeRejected), RefusalKind.Envelope, "报文校验未通过");
    public static readonly Refusal TooManyRequests = new(1003, nameof(TooManyRequests), RefusalKind.Unavailable, "请求过于频繁，请稍后重试", MayRetry: true);
    public static readonly Refusal StillWorking = new(1004, nameof(StillWorking), RefusalKind.Unavailable, "相同请求正在处理，请稍后查询", MayRetry: true);

    // 20xx: the message itself.
    public static readonly Refusal MessageInvalid = new(2001, nameof(MessageInvalid), RefusalKind.Invalid, "参数不符合接口规范");
    public static readonly Refusal AmountInvalid = new(2002, nameof(AmountInvalid), RefusalKind.Invalid, "金额不正确");
    public static readonly Refusal SumDiffers = new(2003, nameof(SumDiffers), RefusalKind.Invalid, "金额合计不一致");
    public static readonly Refusal LineNumberRepeated = new(2004, nameof(LineNumberRepeated), RefusalKind.Invalid, "费用明细流水号重复");
    public static readonly Refusal CredentialMissing = new(2005, nameof(CredentialMissing), RefusalKind.Invalid, "ecToken与payAuthNo不可同时为空");
    public static readonly Refusal VisitMissing = new(2006, nameof(VisitMissing), RefusalKind.Invalid, "未传ecToken时mdtrtId必填");
    public static readonly Refusal RefundTypeUnknown = new(2007, nameof(RefundTypeUnknown), RefusalKind.Invalid, "退费类型须为ALL、CASH或HI");
    public static readonly Refusal FeeTypeUnknown = new(2008, nameof(FeeTypeUnknown), RefusalKind.Invalid, "费用类型须为01或02");

    // 30xx: who may.
    public static readonly Refusal InstitutionNotPartners = new(3001, nameof(InstitutionNotPartners), RefusalKind.Forbidden, "机构不属于该渠道");
    public static readonly Refusal MobilePaymentNotPermitted = new(3002, nameof(MobilePaymentNotPermitted), RefusalKind.Forbidden, "机构未开通医保移动支付");
    public static readonly Refusal CredentialRejected = new(3003, nameof(CredentialRejected), RefusalKind.Forbidden, "电子凭证授权无效或已过期");
    public static readonly Refusal PersonDiffers = new(3004, nameof(PersonDiffers), RefusalKind.Forbidden, "人员信息与电子凭证不一致");
    public static readonly Refusal ReversalTokenRejected = new(3005, nameof(ReversalTokenRejected), RefusalKind.Forbidden, "冲正授权无效或已过期");

    // 31xx: what is not there. An order that is somebody else's is answered like one that does not exist.
    public static readonly Refusal OrderMissing = new(3101, nameof(OrderMissing), RefusalKind.NotFound, "订单不存在或信息不匹配");
    public static readonly Refusal QrCodeRejected = new(3102, nameof(QrCodeRejected), RefusalKind.NotFound, "二维码无效或已过期");

    // 40xx: state and earlier requests.
    public static readonly Refusal RevokeFirst = new(4001, nameof(RevokeFirst), RefusalKind.Conflict, "该医疗机构订单号已上传且内容不同，请先撤销(6401)再重新上传");
    public static readonly Refusal KeyUsedOtherwise = new(4002, nameof(KeyUsedOtherwise), RefusalKind.Conflict, "业务流水号已用于其他请求");
    public static readonly Refusal UploadDiffers = new(4003, nameof(UploadDiffers), RefusalKind.Conflict, "与费用上传时的信息不一致");
    public static readonly Refusal OrderStateForbids = new(4004, nameof(OrderStateForbids), RefusalKind.Conflict, "订单当前状态不允许该操作");
    public static readonly Refusal AlreadyPaid = new(4005, nameof(AlreadyPaid), RefusalKind.Conflict, "订单已支付");
    public static readonly Refusal OrderClosed = new(4006, nameof(OrderClosed), RefusalKind.Conflict, "订单已关闭");
    public static readonly Refusal PaymentUnderWay = new(4007, nameof(PaymentUnderWay), RefusalKind.Conflict, "订单支付处理中，请稍后查询", MayRetry: true);
    public static readonly Refusal RefundTooBig = new(4008, nameof(RefundTooBig), RefusalKind.Conflict, "退费金额超过可退金额");
    public static readonly Refusal RefundNotWhole = new(4009, nameof(RefundNotWhole), RefusalKind.Conflict, "医保部分须与原交易金额一致，不支持部分退费");
    public static readonly Refusal RefundUnderWay = new(4010, nameof(RefundUnderWay), RefusalKind.Conflict, "该订单有退费正在处理，请稍后查询", MayRetry: true);
    public static readonly Refusal NothingToRefund = new(4011, nameof(NothingToRefund), RefusalKind.Conflict, "没有可退的金额");
    public static readonly Refusal OrderBeingUploaded = new(4012, nameof(OrderBeingUploaded), RefusalKind.Conflict, "费用明细上传处理中，请稍后重试", MayRetry: true);

    // 50xx: other systems.
    public static readonly Refusal CoreRefused = new(5001, nameof(CoreRefused), RefusalKind.Upstream, "医保核心系统拒绝");
    public static readonly Refusal CoreSilent = new(5002, nameof(CoreSilent), RefusalKind.Unavailable, "医保核心系统未应答，结果待确认，请稍后查询", MayRetry: true);
    public static readonly Refusal BankSilent = new(5003, nameof(BankSilent), RefusalKind.Unavailable, "支付渠道未应答，请稍后重试", MayRetry: true);
    public static readonly Refusal BankRefused = new(5004, nameof(BankRefused), RefusalKind.Upstream, "支付渠道拒绝");

    // 90xx: ourselves.
    public static readonly Refusal Broken = new(9001, nameof(Broken), RefusalKind.Unavailable, "系统繁忙，请稍后重试", MayRetry: true);
}
