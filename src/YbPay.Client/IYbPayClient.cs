using YbPay.Contracts.MobilePay;

namespace YbPay.Client;

/// <summary>
/// The payment centre as a hospital sees it: one method an interface, sealed and signed underneath. Thread-safe; take it
/// from the container (<see cref="YbPayServices.AddYbPay"/>) and keep it.
/// <para>Amounts are yuan with at most two decimals, as the document prints them.</para>
/// <para>Every method throws <see cref="YbPayException"/> when the centre refuses or cannot be asked, and
/// <see cref="OperationCanceledException"/> when <c>cancel</c> ends it; a request that was cancelled may have reached the
/// centre.</para>
/// </summary>
public interface IYbPayClient
{
    /// <summary>6101 解析医保电子凭证二维码: turns the scanned QR code (businessInfo) into the person and a short-lived ecToken. No effect at the core.</summary>
    Task<DecodeQrCodeReply> DecodeQrCodeAsync(DecodeQrCodeRequest request, CancellationToken cancel = default);

    /// <summary>
    /// 6201 费用明细上传: hands the bill in and gets payOrdId and payToken, which are credentials: store them encrypted. The same
    /// medOrgOrd with the same content gets the same order again; with other content it must be revoked first.
    /// </summary>
    Task<UploadFeesReply> UploadFeesAsync(UploadFeesRequest request, CancellationToken cancel = default);

    /// <summary>
    /// 6202 支付下单: the patient's confirmation without the cashier page. orgBizSer is new for every request. Amounts are absent,
    /// not zero, until they are known: then ask with <see cref="QueryOrderAsync"/> or wait for 6302.
    /// </summary>
    Task<PlacePaymentReply> PlacePaymentAsync(PlacePaymentRequest request, CancellationToken cancel = default);

    /// <summary>
    /// 6203 医保退费: gives back what was paid. appRefdSn is the key: after an unknown outcome send the same refund with the same
    /// appRefdSn again. refStatus EXP means insurance done and cash failed: finish it with a CASH refund.
    /// </summary>
    Task<RefundReply> RefundAsync(RefundRequest request, CancellationToken cancel = default);

    /// <summary>6205 银行卡支付下单: an address at which the patient pays the cash part by bank card.</summary>
    Task<PayByBankCardReply> PayByBankCardAsync(PayByBankCardRequest request, CancellationToken cancel = default);

    /// <summary>6301 医保订单结算结果查询: the order as it truly stands; the way out of every unknown outcome. No effect.</summary>
    Task<QueryOrderReply> QueryOrderAsync(QueryOrderRequest request, CancellationToken cancel = default);

    /// <summary>6401 费用明细上传撤销: withdraws a bill that is not settled, for instance before it is changed and uploaded again.</summary>
    Task<RevokeReply> RevokeAsync(RevokeRequest request, CancellationToken cancel = default);
}
