using YbPay.Center.Notices;
using YbPay.Center.Orders;
using YbPay.Center.Running;
using YbPay.Contracts.MobilePay;
using YbPay.Storage;
using YbPay.Storage.Outbox;

namespace YbPay.Center.Features.SyncOrder;

/// <summary>
/// 6204: what a patient confirmed at the cashier, told to his hospital. Written into the outbox where the order became
/// settled, delivered and repeated like 6302; its delivery moves nothing.
/// </summary>
internal sealed class OrderSync(CenterBooks books)
{
    public const string Topic = "6204";

    /// <summary>In the transaction that settled the order.</summary>
    public Task EnqueueAsync(DbSession session, OrderRow order) => OutboxStore.EnqueueAsync(
        session, $"{Topic}-{order.PayOrdId}-{order.SettleLeg}", Topic, order.PayOrdId, order.OrgCodg,
        books.Cipher.Seal(SettlementNotices.Column, MobileJson.Write(OrderView.Sync(order))), books.Now);
}
