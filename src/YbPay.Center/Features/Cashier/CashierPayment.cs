using System.Collections.Concurrent;
using YbPay.Center.Cash;
using YbPay.Center.Core;
using YbPay.Center.Features.Cash;
using YbPay.Center.Features.PayDown;
using YbPay.Center.Features.PlacePayment;
using YbPay.Center.Orders;
using YbPay.Center.Running;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;

namespace YbPay.Center.Features.Cashier;

/// <summary>
/// Confirming: the very settlement of 6202, asked for by the patient. However often it is asked for, the order's own state
/// lets one through. Once begun it runs to its end, whether or not the browser still waits.
/// </summary>
internal sealed class CashierPayment(CenterBooks books, ICore core, Settlement settlement, CashCollection cash, AccountPayments accounts)
{
    private readonly ConcurrentDictionary<string, Task> _underWay = new(StringComparer.Ordinal);

    public static bool IsPayable(OrderRow order) => order.State is OrderState.Uploaded or OrderState.Priced or OrderState.SettlementFailed;

    /// <summary>Ends when the settlement has: of several taps that one node gets at once, one settles and all learn how it ended.</summary>
    /// <param name="via">Of <see cref="PaidVia"/>, as the patient chose; the first tap's counts.</param>
    public async Task SettleAsync(OrderRow order, CashierVisit visit, string via)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _underWay.GetOrAdd(order.PayOrdId, ended.Task);
        if (first != ended.Task)
        {
            await first;
            return;
        }

        try
        {
            await SettleOnceAsync(order, visit, via);
        }
        finally
        {
            _underWay.TryRemove(order.PayOrdId, out _);
            ended.SetResult();
        }
    }

    /// <summary>Ends when a settlement that another tap began on this node has; at once when there is none.</summary>
    public Task UnderWayAsync(string payOrdId) => _underWay.TryGetValue(payOrdId, out var first) ? first : Task.CompletedTask;

    private async Task SettleOnceAsync(OrderRow order, CashierVisit visit, string via)
    {
        // With the version: after a settlement that failed, the same visit may confirm again.
        var key = new PaymentKey("cashier", $"{visit.VisitHash[..32]}:{order.Version}", order.PayOrdId);
        if (await settlement.StartAsync(order, key, new Fen(visit.Deposit), via) is not { } started) return;
        var answer = await core.SettleAsync(started.Msgid, books.PartyOf(order), started.Order);
        await settlement.EndAsync(started.Order, started.Msgid, answer, key);
    }

    /// <summary>The order with what accounts have paid meanwhile, for a page that says what is due.</summary>
    public async Task<OrderRow> AsOwedAsync(OrderRow order) => order.State == OrderState.AwaitingCash ? (await accounts.FollowAsync(order)).Order : order;

    /// <summary>The order and its payment as they stand, for a page that asks every few seconds.</summary>
    public async Task<(OrderRow Order, ChannelPaymentState? State)> LookAsync(OrderRow order) =>
        order.State == OrderState.AwaitingCash ? await cash.AskAsync(await accounts.LookAsync(order)) : (order, null);

    /// <summary>
    /// Where the order's cash can be paid now; null when it cannot, or when less may be owed than it says. The channel tells it to who creates the payment, also again.
    /// </summary>
    public async Task<string?> PayUrlAsync(OrderRow order)
    {
        var (stands, word) = await accounts.FollowAsync(order);
        if (word == AccountsWord.Open) return null;
        var (now, state) = await cash.AskAsync(stands);
        return now.State == OrderState.AwaitingCash && state is (ChannelPaymentState.Waiting or ChannelPaymentState.Declined) ? (await cash.CreateAsync(now)).CashPayUrl : null;
    }
}
