using Microsoft.Extensions.Logging;
using YbPay.Center.Cash;
using YbPay.Center.Notices;
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

        /// <summary>Another amount than was asked for.</summary>
        Amiss,
    }

    /// <summary>Creates the payment at the channel. Whatever comes of it, the resolver keeps asking until it is paid or closed.</summary>
    public async Task<OrderRow> CreateAsync(OrderRow order)
    {
        var answer = await ways.Of(order).Channel.CreateAsync(AskedOf(order), CancellationToken.None);
        log.LogInformation("{PayOrdId}: cash payment {Note}", order.PayOrdId, answer.Note);
        if (answer is Answer<ChannelPayment>.Given given) return await RecordAsync(order, given.Value, 0);
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

    /// <summary>
    /// The one question how a payment stands: creates it where the channel has never heard of it and the order waits for it, and records the answer.
    /// Gives the order as it then stands; the state is null when the channel does not say.
    /// </summary>
    /// <param name="attempts">The resolver's count, which sets when it asks next; null for a look in between, which leaves that as it is.</param>
    public async Task<(OrderRow Order, ChannelPaymentState? State)> AskAsync(OrderRow order, string number, int? attempts = null)
    {
        var channel = ways.Of(order).Channel;
        var answer = await channel.QueryAsync(number, CancellationToken.None);
        if (answer is Answer<ChannelPayment>.Refused { Code: "NOT_FOUND" } && order.State == OrderState.AwaitingCash && number == order.CashLeg)
        {
            order = await CreateAsync(order);
            answer = await channel.QueryAsync(number, CancellationToken.None);
        }

        if (answer is Answer<ChannelPayment>.Given { Value: var payment }) return (await RecordAsync(order, payment, attempts), payment.State);
        if (attempts is { } count) await WaitAsync(number, answer.Note, count);
        return (order, null);
    }

    /// <summary>The same of the payment for which the order waits now; nobody is asked when it waits for none.</summary>
    public async Task<(OrderRow Order, ChannelPaymentState? State)> AskAsync(OrderRow order) =>
        order is { State: OrderState.AwaitingCash, CashLeg: { } number } ? await AskAsync(order, number) : (order, null);

    /// <summary>
    /// The channel decides the race between paying and closing: what it answers as Closed can no longer be paid, what it answers as Paid stays so.
    /// Anything else decides nothing.
    /// </summary>
    public async Task<Answer<ChannelPayment>> CloseAsync(OrderRow order)
    {
        var channel = ways.Of(order).Channel;
        var closed = await channel.CloseAsync(order.CashLeg!, CancellationToken.None);
        if (closed is not Answer<ChannelPayment>.Refused { Code: "NOT_FOUND" }) return closed;

        // Our request to create it may still be on its way: make it exist, so that it can be closed for good.
        var made = await channel.CreateAsync(AskedOf(order), CancellationToken.None);
        closed = await channel.CloseAsync(order.CashLeg!, CancellationToken.None);
        // What the channel refuses because its time is over it refuses for ever, also a copy still on its way: there is nothing that could be paid.
        return made is Answer<ChannelPayment>.Refused && closed is Answer<ChannelPayment>.Refused { Code: "NOT_FOUND" } && order.ClosesAt <= books.Now
            ? new Answer<ChannelPayment>.Given(new ChannelPayment(order.CashLeg!, "", new Fen(order.CashDue), ChannelPaymentState.Closed, null, null))
            : closed;
    }

    /// <summary>The channel says how a payment of the order stands; <paramref name="attempts"/> as in <see cref="AskAsync(OrderRow, string, int?)"/>.</summary>
    public async Task<OrderRow> RecordAsync(OrderRow order, ChannelPayment payment, int? attempts = null)
    {
        switch (payment.State)
        {
            case ChannelPaymentState.Paid:
                return await ReceivedAsync(order, payment);
            case ChannelPaymentState.Closed when attempts is not null:
                // Someone who closed it may be about to put another in its place, or have died before: while the order waits it is looked at again.
                if (order.State == OrderState.AwaitingCash && order.CashLeg == payment.OutTradeNo && order.ClosesAt > books.Now) await WaitAsync(payment.OutTradeNo, "closed", attempts.Value);
                else await books.Database.WriteAsync(session => LegStore.ResolveAsync(session, payment.OutTradeNo, LegState.Failed, payment.TradeNo, null, "closed unpaid", books.Now));
                return order;
            default:
                if (attempts is { } count) await WaitAsync(payment.OutTradeNo, payment.State.ToString(), count, payment.TradeNo.Length == 0 ? null : payment.TradeNo);
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
            case Receipt.Amiss:
                log.LogError("{PayOrdId}: the channel reports {Fen} fen, {Due} were asked for; a human must look", order.PayOrdId, payment.Amount.Value, stands.CashDue);
                break;
            case Receipt.TooLate:
                await late.TakeBackAsync(stands, payment);
                return await books.OrderAsync(order.PayOrdId);
        }

        return stands;
    }

    /// <summary>The report, our own question and a withdrawal may meet: each takes the order's row, and finds what the one before it wrote.</summary>
    private async Task<(Receipt Receipt, OrderRow Order)> BookAsync(DbSession session, string payOrdId, ChannelPayment payment)
    {
        var now = books.Now;
        var order = await OrderStore.TakeAsync(session, payOrdId);
        if (order.CashLeg != payment.OutTradeNo) return (Receipt.TooLate, order);
        if (order.State != OrderState.AwaitingCash) return (order.CashPaid == 0 && order.CashReported is null ? Receipt.TooLate : Receipt.Before, order);
        if (payment.Amount.Value != order.CashDue) return (Receipt.Amiss, await AmissAsync(session, order, payment, now));

        order = await MovedAsync(session, order, OrderEvent.CashReceived, now, $"{payment.Amount.Value} fen", ", cash_paid = cash_due, paid_at = @now", new() { ["now"] = now });
        // The order waits, so the money is its own, even when the channel had called the payment closed.
        if (!await LegStore.SucceedAfterAllAsync(session, payment.OutTradeNo, payment.TradeNo, null, now))
            throw new InvalidOperationException($"Order {payOrdId} waits for cash that its leg has brought already.");
        await LedgerStore.PostAsync(session, OrderPostings.CashReceived(payOrdId, payment.OutTradeNo, payment.Amount, ways.Of(order).Account), payOrdId, order.OrgCodg, now);
        // Accounts may have paid some of it while the patient stood at the bank.
        await LegStore.InsertAsync(session, books.Serials.Own("ASK"), payOrdId, LegKinds.AskAccounts, 0, null, now, now);
        await notices.EnqueueAsync(session, order);
        return (Receipt.Booked, order);
    }

    /// <summary>No rule says whose such money is: the order falls apart, visibly (14), what was reported is kept for the one who looks, and nobody asks any more.</summary>
    private static async Task<OrderRow> AmissAsync(DbSession session, OrderRow order, ChannelPayment payment, long now)
    {
        var note = $"{payment.Amount.Value} fen reported, {order.CashDue} asked for";
        var amiss = await MovedAsync(session, order, OrderEvent.FellApart, now, note, ", cash_reported = @reported", new() { ["reported"] = payment.Amount.Value });
        await LegStore.ResolveAsync(session, payment.OutTradeNo, LegState.Failed, payment.TradeNo, null, note, now);
        return amiss;
    }

    /// <summary>Moves an order whose row is taken, so that nobody can have been first; gives it as it then stands.</summary>
    private static async Task<OrderRow> MovedAsync(DbSession session, OrderRow order, OrderEvent on, long now, string note, string set, Dictionary<string, object?> args) =>
        await OrderStore.MoveAsync(session, order, on, now, "channel", note, set, args) is null
            ? throw new InvalidOperationException($"Order {order.PayOrdId} in {order.State} does not take {on}.")
            : await OrderStore.TakeAsync(session, order.PayOrdId);

    /// <summary>Not paid yet or not known: the resolver asks again later.</summary>
    private Task WaitAsync(string outTradeNo, string note, int attempts, string? tradeNo = null) => books.Database.WriteAsync(session =>
        LegStore.ResolveAsync(session, outTradeNo, LegState.Unknown, tradeNo, null, note, books.Now, books.NextAttempt(attempts)));
}
