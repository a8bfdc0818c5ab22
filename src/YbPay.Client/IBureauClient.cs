using YbPay.Contracts.Fsi;
using YbPay.Contracts.Wallet;

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

    /// <summary>5203 结算单查询: a settlement as it stands at the core, and what accounts paid of its cash. No effect.</summary>
    Task<QuerySettlementReply> QuerySettlementAsync(QuerySettlementRequest request, CancellationToken cancel = default);

    /// <summary>5378 医保钱包余额信息查询: a person's wallet and what can be spent from it now. No effect.</summary>
    Task<QueryWalletReply> QueryWalletAsync(QueryWalletRequest request, CancellationToken cancel = default);

    /// <summary>
    /// 5379 医保钱包账户扣减: pays what is still owed of a settlement from the person's wallet, once. Asked again it gives the first answer; <c>DEDUCTION_OPEN</c>
    /// means that a bank has not answered yet: ask again later.
    /// </summary>
    Task<DeductWalletReply> DeductWalletAsync(DeductWalletRequest request, CancellationToken cancel = default);

    /// <summary>5369 个人账户扣减: the same from the personal account.</summary>
    Task<DeductPersonalAccountReply> DeductPersonalAccountAsync(DeductPersonalAccountRequest request, CancellationToken cancel = default);

    /// <summary>5373 共济账户批量扣减: the same from the family's mutual-aid accounts, in their order, a row for each.</summary>
    Task<DeductMutualAidReply> DeductMutualAidAsync(DeductMutualAidRequest request, CancellationToken cancel = default);
}
