using System.Text.Json;
using Microsoft.Extensions.Logging;
using YbPay.Center.Orders;
using YbPay.Center.Running;
using YbPay.Contracts.MobilePay;
using YbPay.Engine.Orders;
using YbPay.Protocol.Outgoing;
using YbPay.Storage;
using YbPay.Storage.Outbox;

namespace YbPay.Center.Notices;

/// <summary>6302: written into the outbox where the order became paid, delivered by <see cref="NoticeSender"/>.</summary>
internal sealed class SettlementNotices(CenterBooks books, Credentials credentials, OutboxSignal signal)
{
    public const string Topic = "6302";
    public const string Column = "notice";

    /// <summary>In the transaction that made the order paid.</summary>
    public Task EnqueueAsync(DbSession session, OrderRow order)
    {
        var notice = OrderView.Notice(order, books.InstitutionOf(order).OrgName, credentials.ReversalToken(order.PayOrdId, order.SettleLeg ?? ""));
        return OutboxStore.EnqueueAsync(
            session, $"{Topic}-{order.PayOrdId}-{order.SettleLeg}", Topic, order.PayOrdId, order.OrgCodg,
            books.Cipher.Seal(Column, MobileJson.Write(notice)), books.Now);
    }

    /// <summary>After the transaction: deliver now.</summary>
    public void Ring() => signal.Ring();
}

/// <summary>Delivers notices to hospitals and books the hospital's confirmation.</summary>
internal sealed class NoticeSender(CenterBooks books, HospitalLink hospitals, ILogger<NoticeSender> log) : IOutboxSender
{
    public async Task<Sending> SendAsync(OutboxRow row, CancellationToken cancel)
    {
        var answer = await hospitals.SendAsync(row.Receiver, row.Topic, books.Cipher.Open(SettlementNotices.Column, row.Body), cancel);
        if (answer is not Answer<HospitalReply>.Given { Value: var reply }) return new(Delivery.Retry, answer.Note);
        var isSettlement = row.Topic == SettlementNotices.Topic;
        if (!Confirms(reply, needsWord: isSettlement)) return new(Delivery.Retry, "the hospital did not confirm");
        return new(Delivery.Delivered, "confirmed", isSettlement ? session => ConfirmedAsync(session, row.OwnerId) : null);
    }

    /// <summary>Table 277: success must be true. 6204 prints no output, so code 0 is enough there.</summary>
    private static bool Confirms(HospitalReply reply, bool needsWord)
    {
        if (!reply.IsZero) return false;
        return reply.Data.ValueKind == JsonValueKind.Object && reply.Data.TryGetProperty("success", out var success)
            ? success.ValueKind == JsonValueKind.True || success.ToString() == "true"
            : !needsWord;
    }

    /// <summary>4 or 3 -> 5 -> 6 (ruling C8). An order that was refunded meanwhile stays what it is.</summary>
    private async Task ConfirmedAsync(DbSession session, string payOrdId)
    {
        var order = await OrderStore.TakeAsync(session, payOrdId);
        OrderStep[] steps = [new(OrderEvent.HospitalConfirmed, order.OrgCodg, "settlement notice confirmed"), new(OrderEvent.OrderCompleted, "center", "complete")];
        if (OrderStore.MayMove(order, steps)) await OrderStore.MoveLaterAsync(session, order, steps, books.Now);
        else log.LogInformation("{PayOrdId}: confirmed in state {State}", payOrdId, order.State);
    }
}
