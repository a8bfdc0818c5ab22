using YbPay.Contracts.Huimin;

namespace YbPay.Client;

/// <summary>
/// The huimin platform (清远医保惠民平台) as a hospital sees it: one method a transaction, sealed and signed underneath. Thread-safe; take it from
/// the container (<see cref="YbPayServices.AddYbPayHuimin"/>) and keep it. Amounts are fen.
/// <para>A method that returns has been answered with rtCode 0000; what became of an order is in its orderStatus. Everything else is a
/// <see cref="YbPayException"/>: look at <see cref="YbPayException.OutcomeUnknown"/> first, then at <see cref="YbPayException.RtCode"/>.</para>
/// <para>Questions are asked again by themselves, each time under a new platformSeqId; nothing that has an effect is.</para>
/// </summary>
public interface IHuiminClient
{
    /// <summary>HOS00025 申请签约H5地址: where the patient enrols for credit payment.</summary>
    Task<EnrolmentAddressReply> GetEnrolmentAddressAsync(EnrolmentAddressRequest request, CancellationToken cancel = default);

    /// <summary>HOS00001 签约查询: whether the patient is enrolled, and the signToken that <see cref="PayAsync"/> wants, which is a credential. No effect.</summary>
    Task<QueryEnrolmentReply> QueryEnrolmentAsync(QueryEnrolmentRequest request, CancellationToken cancel = default);

    /// <summary>
    /// HOS00003 支付: a credit payment. When no answer comes, HOS00012 is asked for the order and its answer is given instead. When that
    /// does not tell either, the outcome is unknown: send the same orderId with the same content again, or ask later; never pay under a new orderId.
    /// </summary>
    Task<CreditPaymentReply> PayAsync(CreditPaymentRequest request, CancellationToken cancel = default);

    /// <summary>HOS00004 退费: gives back a part or all of what the credit account paid. After an unknown outcome ask with <see cref="QueryTradeAsync"/> by this request's orderId.</summary>
    Task<CreditRefundReply> RefundAsync(CreditRefundRequest request, CancellationToken cancel = default);

    /// <summary>HOS00012 交易状态查询: a payment or refund as it stands. No effect.</summary>
    Task<QueryTradeReply> QueryTradeAsync(QueryTradeRequest request, CancellationToken cancel = default);

    /// <summary>HOST0014 出院结算试算: what is to be paid or comes back at discharge. The same trialId with the same content gives the same answer.</summary>
    Task<TryDischargeReply> TryDischargeAsync(TryDischargeRequest request, CancellationToken cancel = default);

    /// <summary>
    /// HOS00014 出院结算: settles the stay as it was tried. rtCode 5501: deposits do not suffice, nothing happened; pay the supplement and send the same
    /// orderId with that order named too. 5502: a bank refused a refund; the same request resumes it. After an unknown outcome: <see cref="QueryDischargeAsync"/>.
    /// </summary>
    Task<SettleDischargeReply> SettleDischargeAsync(SettleDischargeRequest request, CancellationToken cancel = default);

    /// <summary>HOS00015 出院结算撤销: retired by the document in 2.7.1; a platform may still have it switched on.</summary>
    Task<CancelDischargeReply> CancelDischargeAsync(CancelDischargeRequest request, CancellationToken cancel = default);

    /// <summary>HOS00016 出院结算结果查询: a discharge as it stands. No effect.</summary>
    Task<QueryDischargeReply> QueryDischargeAsync(QueryDischargeRequest request, CancellationToken cancel = default);

    /// <summary>HOS00013 对账单查询: where the day's statement can be fetched. No effect.</summary>
    Task<QueryStatementReply> QueryStatementAsync(QueryStatementRequest request, CancellationToken cancel = default);

    /// <summary>HOS00020 患者资料.</summary>
    Task SendPatientRecordAsync(PatientRecordRequest request, CancellationToken cancel = default);

    /// <summary>HOS00021 电子病历诊疗信息.</summary>
    Task SendMedicalRecordAsync(MedicalRecordRequest request, CancellationToken cancel = default);

    /// <summary>HOS00022 费用信息.</summary>
    Task SendExpensesAsync(ExpensesRequest request, CancellationToken cancel = default);

    /// <summary>HOS00023 电子票据.</summary>
    Task SendElectronicBillsAsync(ElectronicBillsRequest request, CancellationToken cancel = default);

    /// <summary>HOS00024 检查报告.</summary>
    Task SendExaminationReportAsync(ExaminationReportRequest request, CancellationToken cancel = default);

    /// <summary>HOS00026 案件撤销.</summary>
    Task WithdrawCaseAsync(WithdrawCaseRequest request, CancellationToken cancel = default);

    /// <summary>HOS00027 保险理赔: tells the platform that the hospital reports the claim, or does not.</summary>
    Task ReportClaimAsync(ReportClaimRequest request, CancellationToken cancel = default);

    /// <summary>HOS00028 影像上传: an image of at most 3 MB in Base64.</summary>
    Task UploadImageAsync(UploadImageRequest request, CancellationToken cancel = default);

    /// <summary>HOS00029 查询案件状态: where the case stands. No effect.</summary>
    Task<QueryCaseReply> QueryCaseAsync(QueryCaseRequest request, CancellationToken cancel = default);
}
