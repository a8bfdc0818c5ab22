using System.Globalization;
using YbPay.Center.Features.Cash;
using YbPay.Center.Notices;
using YbPay.Center.Orders;
using YbPay.Center.Running;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;
using YbPay.Storage;
using YbPay.Storage.Ledger;
using YbPay.Storage.Legs;

namespace YbPay.Center.Features.PayDown;

/// <summary>Writes down that accounts paid: the order, its entry, and the leg of what follows outside, in one transaction.</summary>
internal sealed class PayDownBooking(CenterBooks books, CashWays ways, CashCollection cash, LateCash late, SettlementNotices notices)
{
    /// <summary>The order as it then stands, with the leg under which a surplus goes back; null when the order moved on since it was read, and nothing was written.</summary>
    /// <remarks>While cash is awaited: only after the channel has closed the payment that the order waits for.</remarks>
    public async Task<(OrderRow Order, string? SurplusLeg)?> TakeAsync(OrderRow order, PayDownStep step)
    {
        var number = step.On == OrderEvent.PaidDown ? cash.NewNumber(order) : null;
        var taken = await books.Database.WriteAsync<(OrderRow, string?)?>(session => TakeAsync(session, order, step, number));
        if (taken is not null && step.On == OrderEvent.PaidDownInFull) notices.Ring();
        return taken;
    }

    private async Task<(OrderRow, string?)?> TakeAsync(DbSession session, OrderRow order, PayDownStep step, string? number)
    {
        var now = books.Now;
        var (before, after) = (order.CashSplit, step.After);
        var moved = await OrderStore.MoveAsync(
            session, order, step.On, now, "core", string.Create(CultureInfo.InvariantCulture, $"accounts paid {after.PaidDown.Value} fen, {before.PaidDown.Value} were known; cash due {after.Due.Value} fen"),
            """
            , paid_down = @paidDown, deposit_used = @deposit, cash_due = @due, cash_paid = cash_paid - @surplus, cash_surplus = cash_surplus + @surplus,
              cash_leg = COALESCE(@number, cash_leg), paid_at = COALESCE(@paidAt, paid_at)
            """,
            new()
            {
                ["paidDown"] = after.PaidDown.Value, ["deposit"] = after.DepositUsed.Value, ["due"] = after.Due.Value, ["surplus"] = step.Surplus.Value, ["number"] = number,
                ["paidAt"] = step.On == OrderEvent.PaidDownInFull ? now : (long?)null,
            });
        if (moved is null) return null;

        await LedgerStore.PostAsync(session, OrderPostings.PaidDown(order.PayOrdId, order.Version, before, after), order.PayOrdId, order.OrgCodg, now);
        if (order.State == OrderState.AwaitingCash) await LegStore.ResolveAllLaterAsync(session, [order.CashLeg!], LegState.Failed, null, null, now);
        if (number is not null) await LegStore.InsertAsync(session, number, order.PayOrdId, ways.Of(order).PayKind, after.Due.Value, null, now, books.LegDeadline);
        var surplusLeg = step.Surplus > Fen.Zero ? await late.OpenSurplusAsync(session, order, step.Surplus) : null;
        var stands = (await OrderStore.FindAsync(session, order.PayOrdId))!;
        if (step.On == OrderEvent.PaidDownInFull) await notices.EnqueueAsync(session, stands);
        return (stands, surplusLeg);
    }
}
