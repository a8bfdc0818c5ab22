using System.Collections.Concurrent;
using YbPay.Contracts.MobilePay;

namespace HospitalCallbacks;

/// <summary>
/// The hospital's own books, here in memory: put your database's table in its place, with payOrdId as its unique key, and
/// write it before you answer.
/// </summary>
internal sealed class SettledOrders
{
    private readonly ConcurrentDictionary<string, decimal> _settled = new();

    /// <summary>
    /// The centre repeats a notice until it is accepted: the same order with the same amount counts once and is accepted
    /// again; with another amount it is not written over.
    /// </summary>
    public bool Settle(SettlementNoticeRequest notice) => _settled.GetOrAdd(notice.PayOrdId, notice.FeeSumamt) == notice.FeeSumamt;
}
