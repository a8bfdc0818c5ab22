using YbPay.Center.Features.Cash;
using YbPay.Center.Orders;
using YbPay.Center.Running;
using YbPay.Storage.Legs;

namespace YbPay.Center.Features.PayDown;

/// <summary>The resolver's part: payments that wait, and the question that follows a payment.</summary>
internal sealed class PayDownResolver(CenterBooks books, AccountPayments accounts, CashCollection cash)
{
    /// <summary>How a payment stands: first what accounts paid, because a payment over too much is to be replaced; then the channel.</summary>
    public async Task PollAsync(LegRow leg)
    {
        var order = await books.OrderAsync(leg.OwnerId);
        if (order.CashLeg == leg.LegId) order = await accounts.LookAsync(order);
        await cash.AskAsync(order, leg.LegId, leg.Attempts);
    }

    /// <summary>Cash was taken: asked until the core has said once, surely, what accounts had paid by then.</summary>
    public async Task AskAsync(OrderRow order, LegRow leg)
    {
        var word = order.RefundOpen is not null ? AccountsWord.Open : (await accounts.FollowAsync(order)).Word;
        await books.Database.WriteAsync(session => word == AccountsWord.Known
            ? LegStore.ResolveAsync(session, leg.LegId, LegState.Succeeded, null, null, null, books.Now)
            : LegStore.ResolveAsync(session, leg.LegId, LegState.Unknown, null, null, word.ToString(), books.Now, books.NextAttempt(leg.Attempts)));
    }
}
