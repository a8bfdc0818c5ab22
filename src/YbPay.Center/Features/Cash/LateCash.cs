using Microsoft.Extensions.Logging;
using YbPay.Center.Cash;
using YbPay.Center.Orders;
using YbPay.Center.Running;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;
using YbPay.Protocol.Outgoing;
using YbPay.Storage;
using YbPay.Storage.Ledger;
using YbPay.Storage.Legs;

namespace YbPay.Center.Features.Cash;

/// <summary>
/// Cash that arrives for an order that no longer waits for it goes back by itself: booked as received, returned at the channel
/// under a leg of its own, booked as returned. The leg of the payment has then succeeded, and nobody asks for it any more. Of cash that accounts had paid
/// too, the surplus goes back in the same way; the payment stays.
/// </summary>
internal sealed class LateCash(CenterBooks books, CashWays ways, ILogger<LateCash> log)
{
    /// <summary>The return's number follows from the payment's, so that there cannot be two.</summary>
    private static string ReturnNo(string outTradeNo) => "RET" + outTradeNo;

    /// <summary>In the transaction that found the surplus: gives the leg under which it goes back, with <see cref="ReturnSurplusAsync"/>.</summary>
    public async Task<string> OpenSurplusAsync(DbSession session, OrderRow order, Fen amount)
    {
        var number = books.Serials.Own("SUR");
        await LegStore.InsertAsync(session, number, order.PayOrdId, ways.Of(order).SurplusKind, amount.Value, null, books.Now, books.LegDeadline);
        return number;
    }

    public Task ReturnSurplusAsync(OrderRow order, string number, Fen amount) => ReturnAsync(order, number, order.CashLeg!, amount, 0);

    public async Task TakeBackAsync(OrderRow order, ChannelPayment payment)
    {
        var way = ways.Of(order);
        var opened = await books.Database.WriteAsync(async session =>
        {
            // The money came, also when the channel had called the payment closed. Of several reports one turns the leg, and only he sends the money back.
            if (!await LegStore.SucceedAfterAllAsync(session, payment.OutTradeNo, payment.TradeNo, "came too late", books.Now)) return false;
            await LegStore.InsertAsync(session, ReturnNo(payment.OutTradeNo), order.PayOrdId, way.ReturnKind, payment.Amount.Value, null, books.Now, books.LegDeadline);
            await LedgerStore.PostAsync(session, OrderPostings.CashReceived(order.PayOrdId, payment.OutTradeNo, payment.Amount, way.Account), order.PayOrdId, order.OrgCodg, books.Now);
            return true;
        });
        if (!opened) return;
        log.LogWarning("{PayOrdId}: cash came in state {State} and goes back", order.PayOrdId, order.State);
        await ReturnAsync(order, ReturnNo(payment.OutTradeNo), payment.OutTradeNo, payment.Amount, 0);
    }

    /// <summary>The resolver: sending the return again is asking what became of it.</summary>
    public Task ResumeAsync(OrderRow order, LegRow leg) =>
        ReturnAsync(order, leg.LegId, leg.Kind == ways.Of(order).SurplusKind ? order.CashLeg! : leg.LegId[ReturnNo("").Length..], new Fen(leg.Amount), leg.Attempts);

    private async Task ReturnAsync(OrderRow order, string returnNo, string outTradeNo, Fen amount, int attempts)
    {
        var answer = await ways.Of(order).Channel.RefundAsync(returnNo, outTradeNo, amount, CancellationToken.None);
        log.LogInformation("{PayOrdId}: cash goes back, {Note}", order.PayOrdId, answer.Note);
        await books.Database.WriteAsync(session => RecordAsync(session, order, returnNo, amount, attempts, answer));
    }

    private async Task RecordAsync(DbSession session, OrderRow order, string returnNo, Fen amount, int attempts, Answer<ChannelRefund> answer)
    {
        switch (answer)
        {
            case Answer<ChannelRefund>.Given given:
                if (await LegStore.ResolveAsync(session, returnNo, LegState.Succeeded, given.Value.RefundNo, null, null, books.Now))
                    await LedgerStore.PostAsync(session, OrderPostings.CashReturned(order.PayOrdId, returnNo, amount, ways.Of(order).Account), order.PayOrdId, order.OrgCodg, books.Now);
                break;
            case Answer<ChannelRefund>.Refused refused:
                if (await LegStore.ResolveAsync(session, returnNo, LegState.Failed, null, null, refused.Note, books.Now))
                    await OrderStore.MoveAsync(session, await OrderStore.TakeAsync(session, order.PayOrdId), OrderEvent.CashReturnFailed, books.Now, "channel", refused.Note);
                break;
            default:
                await LegStore.ResolveAsync(session, returnNo, LegState.Unknown, null, null, answer.Note, books.Now, books.NextAttempt(attempts));
                break;
        }
    }
}
