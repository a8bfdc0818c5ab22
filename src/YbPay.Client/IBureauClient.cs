using YbPay.Contracts.Fsi;

namespace YbPay.Client;

/// <summary>
/// The bureau's core as a hospital's own system sees it (the national interface, FSI): one method a transaction. Signs in (9001) by itself,
/// again when the core no longer knows the sign-in, and numbers its messages. Thread-safe.
/// <para>Every method throws <see cref="YbPayException"/> when the core refuses (<see cref="YbPayException.RefusalName"/> is then the
/// code in front of its err_msg, if there is one) or cannot be asked.</para>
/// </summary>
public interface IBureauClient
{
    /// <summary>1101 人员信息获取: who the person is, what he is insured by and what stands on his personal account. No effect.</summary>
    Task<QueryPersonReply> QueryPersonAsync(QueryPersonRequest request, CancellationToken cancel = default);

    /// <summary>3201 医药机构费用结算对总账: whether your totals of a span of days are the core's. No effect.</summary>
    Task<CheckTotalsReply> CheckTotalsAsync(CheckTotalsRequest request, CancellationToken cancel = default);

    /// <summary>5203 结算单查询: a settlement as it stands at the core. No effect.</summary>
    Task<QuerySettlementReply> QuerySettlementAsync(QuerySettlementRequest request, CancellationToken cancel = default);
}
