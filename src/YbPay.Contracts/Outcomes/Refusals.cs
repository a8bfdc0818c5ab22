namespace YbPay.Contracts.Outcomes;

/// <summary>
/// Every refusal of the payment centre, in order of precedence: where two apply, the upper one is answered, except that sums which
/// only a stored order can judge come after its state. The number is what a reply carries in <c>code</c>; numbers are never
/// used again. docs/reference/refusals.md is made from this list.
/// </summary>
public static class Refusals
{
    // 10xx: before the message is read. Nothing is said about what exactly failed.
    [Advice("Send less: the limit of each interface is in its reference page. Nothing was read.")]
    public static readonly Refusal TooLarge = new(1001, nameof(TooLarge), RefusalKind.Envelope, "报文超过允许的大小");

    [Advice("Run `ybpay envelope open` on the bytes you sent: it names the step that failed. Check appId, keys, the clock (within 5 minutes) and that the signed text is canonical.")]
    public static readonly Refusal EnvelopeRejected = new(1002, nameof(EnvelopeRejected), RefusalKind.Envelope, "报文校验未通过");

    [Advice("Wait, then send the same message in a new envelope; spread polling of 6301 with a growing pause.")]
    public static readonly Refusal TooManyRequests = new(1003, nameof(TooManyRequests), RefusalKind.Unavailable, "请求过于频繁，请稍后重试", MayRetry: true);

    [Advice("The first copy of this request is still at work. Do not use a new serial number: ask 6301 for the result, or repeat the same request later.")]
    public static readonly Refusal StillWorking = new(1004, nameof(StillWorking), RefusalKind.Unavailable, "相同请求正在处理，请稍后查询", MayRetry: true);

    // 20xx: the message itself.
    [Advice("Every problem is listed with its path and rule; compare with `ybpay spec CODE`. Nothing was stored, so correct it and send again.")]
    public static readonly Refusal MessageInvalid = new(2001, nameof(MessageInvalid), RefusalKind.Invalid, "参数不符合接口规范");

    [Advice("Send yuan with at most two decimals, not negative, within the length of the field; the field at fault is named after the colon.")]
    public static readonly Refusal AmountInvalid = new(2002, nameof(AmountInvalid), RefusalKind.Invalid, "金额不正确");

    [Advice("Add up in integer fen before sending. The equation that broke is named after the colon.")]
    public static readonly Refusal SumDiffers = new(2003, nameof(SumDiffers), RefusalKind.Invalid, "金额合计不一致");

    [Advice("Give every line of feedetailList a feedetlSn of its own within the bill.")]
    public static readonly Refusal LineNumberRepeated = new(2004, nameof(LineNumberRepeated), RefusalKind.Invalid, "费用明细流水号重复");

    [Advice("Send the ecToken from 6101, or the payAuthNo of the patient's authorisation.")]
    public static readonly Refusal CredentialMissing = new(2005, nameof(CredentialMissing), RefusalKind.Invalid, "ecToken与payAuthNo不可同时为空");

    [Advice("Register the visit first (FSI 2201 or 2401) and send its mdtrtId, or send the ecToken and let the centre register it.")]
    public static readonly Refusal VisitMissing = new(2006, nameof(VisitMissing), RefusalKind.Invalid, "未传ecToken时mdtrtId必填");

    [Advice("Send refdType ALL, CASH or HI in capitals.")]
    public static readonly Refusal RefundTypeUnknown = new(2007, nameof(RefundTypeUnknown), RefusalKind.Invalid, "退费类型须为ALL、CASH或HI");

    [Advice("Send feeType 01 for outpatients or 02 for inpatients.")]
    public static readonly Refusal FeeTypeUnknown = new(2008, nameof(FeeTypeUnknown), RefusalKind.Invalid, "费用类型须为01或02");

    // 30xx: who may.
    [Advice("The orgCodg is not registered for this appId; check that test and production are not mixed, or ask the payment centre to register it.")]
    public static readonly Refusal InstitutionNotPartners = new(3001, nameof(InstitutionNotPartners), RefusalKind.Forbidden, "机构不属于该渠道");

    [Advice("Ask the payment centre to open mobile payment for the institution; no request can do it.")]
    public static readonly Refusal MobilePaymentNotPermitted = new(3002, nameof(MobilePaymentNotPermitted), RefusalKind.Forbidden, "机构未开通医保移动支付");

    [Advice("Let the patient show the code or authorise again and use the new credential; tokens are short-lived and made for one use.")]
    public static readonly Refusal CredentialRejected = new(3003, nameof(CredentialRejected), RefusalKind.Forbidden, "电子凭证授权无效或已过期");

    [Advice("The identity in the message is not the one behind the credential: ask the patient whose code was scanned. Never correct it by hand.")]
    public static readonly Refusal PersonDiffers = new(3004, nameof(PersonDiffers), RefusalKind.Forbidden, "人员信息与电子凭证不一致");

    [Advice("A revsToken is valid for one hour and one reversal. Refund with the patient's ecToken or payAuthNo instead.")]
    public static readonly Refusal ReversalTokenRejected = new(3005, nameof(ReversalTokenRejected), RefusalKind.Forbidden, "冲正授权无效或已过期");

    // 31xx: what is not there. An order that is somebody else's is answered like one that does not exist.
    [Advice("Check payOrdId, payToken, orgCodg and the person together: an order that belongs to someone else is answered like one that does not exist.")]
    public static readonly Refusal OrderMissing = new(3101, nameof(OrderMissing), RefusalKind.NotFound, "订单不存在或信息不匹配");

    [Advice("Ask the patient to refresh the code and scan again; codes are short-lived.")]
    public static readonly Refusal QrCodeRejected = new(3102, nameof(QrCodeRejected), RefusalKind.NotFound, "二维码无效或已过期");

    // 40xx: state and earlier requests.
    [Advice("The bill under this medOrgOrd has changed: revoke the old order with 6401, then upload again.")]
    public static readonly Refusal RevokeFirst = new(4001, nameof(RevokeFirst), RefusalKind.Conflict, "该医疗机构订单号已上传且内容不同，请先撤销(6401)再重新上传");

    [Advice("The serial number belongs to an earlier request with other content. Take a new one for a new request; repeat the old body unchanged for a repeat.")]
    public static readonly Refusal KeyUsedOtherwise = new(4002, nameof(KeyUsedOtherwise), RefusalKind.Conflict, "业务流水号已用于其他请求");

    [Advice("Send the same visit, batch and person as in 6201; only what the interface lists may differ.")]
    public static readonly Refusal UploadDiffers = new(4003, nameof(UploadDiffers), RefusalKind.Conflict, "与费用上传时的信息不一致");

    [Advice("Ask 6301 for ordStas and go on from there; docs/reference/order-machine.md shows what each state allows.")]
    public static readonly Refusal OrderStateForbids = new(4004, nameof(OrderStateForbids), RefusalKind.Conflict, "订单当前状态不允许该操作");

    [Advice("The order is paid: take the result from 6301 and do not pay again. To undo it, refund with 6203.")]
    public static readonly Refusal AlreadyPaid = new(4005, nameof(AlreadyPaid), RefusalKind.Conflict, "订单已支付");

    [Advice("The order was revoked or ran out of time. Upload the bill again to get a new order.")]
    public static readonly Refusal OrderClosed = new(4006, nameof(OrderClosed), RefusalKind.Conflict, "订单已关闭");

    [Advice("The result is not known yet. Poll 6301 with a growing pause; neither revoke nor pay meanwhile.")]
    public static readonly Refusal PaymentUnderWay = new(4007, nameof(PaymentUnderWay), RefusalKind.Conflict, "订单支付处理中，请稍后查询", MayRetry: true);

    [Advice("Ask for no more than is left: paid minus refunded minus refunds under way, for each part of its own.")]
    public static readonly Refusal RefundTooBig = new(4008, nameof(RefundTooBig), RefusalKind.Conflict, "退费金额超过可退金额");

    [Advice("The insurance part goes back as a whole or not at all: send exactly the psnAcctPay and fundPay of the order, and leave parts to CASH.")]
    public static readonly Refusal RefundNotWhole = new(4009, nameof(RefundNotWhole), RefusalKind.Conflict, "医保部分须与原交易金额一致，不支持部分退费");

    [Advice("Another refund of the order has not ended. Wait for its result, then repeat if something is left to refund.")]
    public static readonly Refusal RefundUnderWay = new(4010, nameof(RefundUnderWay), RefusalKind.Conflict, "该订单有退费正在处理，请稍后查询", MayRetry: true);

    [Advice("Nothing of the kind asked for is left. Compare with 6301; a deposit is returned by the hospital itself.")]
    public static readonly Refusal NothingToRefund = new(4011, nameof(NothingToRefund), RefusalKind.Conflict, "没有可退的金额");

    [Advice("The fee lines are on their way to the core. Send the same upload again after a moment; it returns the same order.")]
    public static readonly Refusal OrderBeingUploaded = new(4012, nameof(OrderBeingUploaded), RefusalKind.Conflict, "费用明细上传处理中，请稍后重试", MayRetry: true);

    // 50xx: other systems.
    [Advice("The core's own words follow the colon; they name the rule of the local insurance bureau. Correct the bill or the registration, not the message format.")]
    public static readonly Refusal CoreRefused = new(5001, nameof(CoreRefused), RefusalKind.Upstream, "医保核心系统拒绝");

    [Advice("The outcome is unknown and the centre is finding out. Poll 6301; do not upload or pay the bill another way.")]
    public static readonly Refusal CoreSilent = new(5002, nameof(CoreSilent), RefusalKind.Unavailable, "医保核心系统未应答，结果待确认，请稍后查询", MayRetry: true);

    [Advice("The channel did not answer and the outcome is being asked for. Poll 6301, or repeat with the same serial number.")]
    public static readonly Refusal BankSilent = new(5003, nameof(BankSilent), RefusalKind.Unavailable, "支付渠道未应答，请稍后重试", MayRetry: true);

    [Advice("The channel's words follow the colon. For a refund with refStatus EXP, retry with refdType CASH later.")]
    public static readonly Refusal BankRefused = new(5004, nameof(BankRefused), RefusalKind.Upstream, "支付渠道拒绝");

    // 90xx: ourselves.
    [Advice("Our fault. Repeat the same request with the same serial number; if it stays, report the traceId.")]
    public static readonly Refusal Broken = new(9001, nameof(Broken), RefusalKind.Unavailable, "系统繁忙，请稍后重试", MayRetry: true);
}
