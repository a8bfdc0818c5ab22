using Microsoft.Extensions.Logging;
using YbPay.Center.Cash;
using YbPay.Center.Notices;
using YbPay.Center.Orders;
using YbPay.Center.Outside;
using YbPay.Center.Running;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;
using YbPay.Storage;
using YbPay.Storage.Ledger;
using YbPay.Storage.Legs;

namespace YbPay.Center.Features.Cash;

/// <summary>
/// The cash leg: one payment at the channel for what insurance and deposit leave over. The leg stays pending until the
/// channel says paid or closed; its report, our question and the closing of the order all end up here.
/// </summary>
internal sealed class CashCollection(CenterBooks books, CashWays ways, SettlementNotices notices, LateCash late, ILogger<CashCollection> log)
{
    private enum Receipt
    {
        Booked,

        /// <summary>A rival booked it.</summary>
        Before,

        /// <summary>The order does not wait for it any more.</summary>
        TooLate,
    }

    /// <summary>Creates the payment at the channel. Whatever comes of it, the resolver keeps asking until it is paid or closed.</summary>
    public async Task<OrderRow> CreateAsync(OrderRow order)
    {
        var answer = await ways.Of(order).Channel.CreateAsync(AskedOf(order), CancellationToken.None);
        log.LogInformation("{PayOrdId}: cash payment {Note}", order.PayOrdId, answer.Note);
        if (answer is Answer<ChannelPayment>.Given given) return await RecordAsync(order, given.Value);
        await WaitAsync(order.CashLeg!, answer.Note, 0);
        return order;
    }

    /// <summary>Our number for a new payment; it names the way that it goes.</summary>
    public string NewNumber(OrderRow order) => books.Serials.Own(ways.PrefixFor(order));

    /// <summary>What is asked of the channel; always the same for the same order.</summary>
    public ChannelOrder AskedOf(OrderRow order) =>
        new(order.CashLeg!, order.PayOrdId, new Fen(order.CashDue), "医疗费用自付部分", DateTimeOffset.FromUnixTimeMilliseconds(order.ClosesAt), ReturnUrl(order));

    /// <summary>Where the channel's page leads back to; the same whenever the payment is created, so that creating it again is the same request.</summary>
    private string? ReturnUrl(OrderRow order) => order.Via == PaidVia.Hospital ? null : $"{books.Options.PublicBase.TrimEnd('/')}/cashier/result";

    /// <summary>Asks the channel; creates the payment there when it has never heard of it.</summary>
    public async Task PollAsync(LegRow leg)
    {
        var order = await books.OrderAsync(leg.OwnerId);
        var answer = await ways.Of(order).Channel.QueryAsync(leg.LegId, CancellationToken.None);
        switch (answer)
        {
            case Answer<ChannelPayment>.Given given:
                await RecordAsync(order, given.Value, leg.Attempts);
                break;
            case Answer<ChannelPayment>.Refused { Code: "NOT_FOUND" } when order.State == OrderState.AwaitingCash && leg.LegId == order.CashLeg:
                await CreateAsync(order);
                break;
            default:
                await WaitAsync(leg.LegId, answer.Note, leg.Attempts);
                break;
        }
    }

    /// <summary>The order as it stands once the channel was asked; as it is when the channel does not answer.</summary>
    public async Task<OrderRow> AskAsync(OrderRow order) =>
        await ways.Of(order).Channel.QueryAsync(order.CashLeg!, CancellationToken.None) is Answer<ChannelPayment>.Given given ? await RecordAsync(order, given.Value) : order;

    /// <summary>The channel says how the payment stands.</summary>
    public async Task<OrderRow> RecordAsync(OrderRow order, ChannelPayment payment, int attempts = 0)
    {
        switch (payment.State)
        {
            case ChannelPaymentState.Paid when payment.OutTradeNo == order.CashLeg && payment.Amount.Value == order.CashDue:
                return await ReceivedAsync(order, payment);
            case ChannelPaymentState.Paid:
                log.LogError("{PayOrdId}: the channel reports {Fen} fen under {OutTradeNo}, which was not asked for", order.PayOrdId, payment.Amount.Value, payment.OutTradeNo);
                return order;
            case ChannelPaymentState.Closed:
                await books.Database.WriteAsync(session => LegStore.ResolveAsync(session, payment.OutTradeNo, LegState.Failed, payment.TradeNo, null, "closed unpaid", books.Now));
                return order;
            default:
                await WaitAsync(payment.OutTradeNo, payment.State.ToString(), attempts, payment.TradeNo.Length == 0 ? null : payment.TradeNo);
                return order with { CashPayUrl = payment.PayUrl };
        }
    }

    private async Task<OrderRow> ReceivedAsync(OrderRow order, ChannelPayment payment)
    {
        var (receipt, stands) = await books.Database.WriteAsync(session => BookAsync(session, order.PayOrdId, payment));
        switch (receipt)
        {
            case Receipt.Booked:
                notices.Ring();
                log.LogInformation("{PayOrdId}: cash received", order.PayOrdId);
                break;
            case Receipt.TooLate:
                await late.TakeBackAsync(stands, payment);
                return await books.OrderAsync(order.PayOrdId);
        }

        return stands;
    }

    /// <summary>
    /// The report, our own question and a withdrawal may meet: the guarded move lets one of them through. Who loses reads again and finds
    /// what the winner wrote; an order that once left AwaitingCash never comes back to it, so that this ends.
    /// </summary>
    private async Task<(Receipt Receipt, OrderRow Order)> BookAsync(DbSession session, string payOrdId, ChannelPayment payment)
    {
        var now = books.Now;
        while (true)
        {
            var order = (await OrderStore.FindAsync(session, payOrdId))!;
            if (order.State != OrderState.AwaitingCash) return (order.CashPaid == 0 ? Receipt.TooLate : Receipt.Before, order);
            if (await OrderStore.MoveAsync(session, order, OrderEvent.CashReceived, now, "channel", $"{payment.Amount.Value} fen", ", cash_paid = cash_due, paid_at = @now", new() { ["now"] = now }) is null)
                continue;

            // The order waits, so the money is its own, even when the channel had called the payment closed.
            if (!await LegStore.SucceedAfterAllAsync(session, payment.OutTradeNo, payment.TradeNo, null, now))
                throw new InvalidOperationException($"Order {payOrdId} waits for cash that its leg has brought already.");
            await LedgerStore.PostAsync(session, OrderPostings.CashReceived(payOrdId, payment.OutTradeNo, payment.Amount, ways.Of(order).Account), payOrdId, order.OrgCodg, now);
            order = (await OrderStore.FindAsync(session, payOrdId))!;
            await notices.EnqueueAsync(session, order);
            return (Receipt.Booked, order);
        }
    }

    /// <summary>Not paid yet or not known: the resolver asks again later.</summary>
    private Task WaitAsync(string outTradeNo, string note, int attempts, string? tradeNo = null) => books.Database.WriteAsync(session =>
        LegStore.ResolveAsync(session, outTradeNo, LegState.Unknown, tradeNo, null, note, books.Now, books.NextAttempt(attempts)));
}
