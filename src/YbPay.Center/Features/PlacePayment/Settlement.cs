using System.Globalization;
using Microsoft.Extensions.Logging;
using YbPay.Center.Core;
using YbPay.Center.Features.Cash;
using YbPay.Center.Features.SyncOrder;
using YbPay.Center.Notices;
using YbPay.Center.Orders;
using YbPay.Center.Running;
using YbPay.Contracts.MobilePay;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;
using YbPay.Protocol.Outgoing;
using YbPay.Storage;
using YbPay.Storage.Idempotency;
using YbPay.Storage.Ledger;
using YbPay.Storage.Legs;

namespace YbPay.Center.Features.PlacePayment;

/// <summary>A settlement written down and ready to be sent.</summary>
internal sealed record StartedSettlement(OrderRow Order, string Msgid);

/// <summary>
/// The settlement leg (2207 / 2304): begun here before it is sent, ended here whoever learns its outcome, the request that
/// sent it or the resolver that asked later.
/// </summary>
internal sealed class Settlement(CenterBooks books, CashCollection cash, CashWays ways, SettlementNotices notices, OrderSync sync, ILogger<Settlement> log)
{
    private static readonly TimeSpan KeyLife = TimeSpan.FromDays(7);

    /// <summary>One transaction: the key, the order on its way, the leg. Null when the key or the order was taken by a rival.</summary>
    public Task<StartedSettlement?> StartAsync(OrderRow order, PaymentKey key, Fen deposit, string via = PaidVia.Hospital) => OvertakenException.NullAsync(() => books.WriteLegsAsync(async session =>
    {
        var now = books.Now;
        await IdempotencyStore.ClaimLaterAsync(session, key.Scope, key.Key, key.Digest, now, now + (long)KeyLife.TotalMilliseconds, OvertakenException.New);
        List<OrderStep> steps = [new(OrderEvent.PaymentStarted, order.AppId, "settlement asked for")];
        if (order.State == OrderState.Uploaded) steps.Insert(0, new(OrderEvent.PreSettled, order.AppId, "pre-settled"));
        var msgid = books.Serials.Msgid(order.OrgCodg);
        var state = await OrderStore.MoveLaterAsync(
            session, order, steps, now, ", settle_leg = @msgid, acct_used_flag = @acctUsedFlag, deposit_asked = @deposit, via = @via",
            new() { ["msgid"] = msgid, ["acctUsedFlag"] = order.AcctUsedFlag, ["deposit"] = deposit.Value, ["via"] = via });
        await books.OpenLegAsync(session, msgid, order.PayOrdId, order.IsInpatient ? LegKinds.SettleStay : LegKinds.Settle, order.FeeSum);
        return new StartedSettlement(order.After(state, steps.Count) with { SettleLeg = msgid, DepositAsked = deposit.Value, Via = via }, msgid);
    }));

    /// <summary>Records what came of the settlement; gives the order as it then stands.</summary>
    /// <param name="key">The request to answer, when there is one waiting.</param>
    public async Task<OrderRow> EndAsync(OrderRow order, string msgid, Answer<CoreSettlement> answer, PaymentKey? key)
    {
        var ended = answer switch
        {
            Answer<CoreSettlement>.Given given => await SettledAsync(order, msgid, given.Value, key),
            Answer<CoreSettlement>.Unknown unknown => await UnknownAsync(order, msgid, unknown.Note),
            _ => await RefusedAsync(order, msgid, answer.Note, key),
        };
        if (answer is not Answer<CoreSettlement>.Given || ended.State != OrderState.AwaitingCash) return ended;
        ended = await cash.CreateAsync(ended);
        await books.Database.WriteAsync(session => AnswerAsync(session, key, ended));
        return ended;
    }

    /// <summary>The first answer to the request that waits for it, when there is one.</summary>
    private Task AnswerAsync(DbSession session, PaymentKey? key, OrderRow order) => key is null
        ? Task.CompletedTask
        : IdempotencyStore.AnswerAsync(session, key.Scope, key.Key, books.Cipher.Seal(PaymentKey.Column, MobileJson.Write(OrderView.Payment(order))));

    private async Task<OrderRow> SettledAsync(OrderRow order, string msgid, CoreSettlement settled, PaymentKey? key)
    {
        var due = new CashDue(settled.Split.Cash, new Fen(order.DepositAsked));
        var inFull = due.Due == Fen.Zero;
        var now = books.Now;
        var cashLeg = inFull ? "" : cash.NewNumber(order);
        var split = string.Create(CultureInfo.InvariantCulture, $"fund {settled.Split.Fund.Value}, account {settled.Split.PersonalAccount.Value}, cash {settled.Split.Cash.Value}, other {settled.Split.Other.Value} fen");
        OrderStep[] steps = [new(inFull ? OrderEvent.SettledInFull : OrderEvent.SettledWithCashDue, "core", split)];
        if (!OrderStore.MayMove(order, steps))
        {
            // The order has left this road (it fell apart while nobody knew): what is known now stands on the leg, for those who look.
            await books.Database.WriteAsync(session => LegStore.ResolveAsync(session, msgid, LegState.Succeeded, settled.SetlId, null, "it stands at the core", now));
            return await LateAsync(order, msgid, key);
        }

        var moved = await OvertakenException.NullAsync(() => books.Database.WriteAsync(async session =>
        {
            await LegStore.SucceedLaterAsync(session, msgid, settled.SetlId, now, OvertakenException.New);
            var reached = await OrderStore.MoveLaterAsync(
                session, order, steps, now,
                """
                , fund = @fund, psn_acct = @account, cash = @cash, other = @other, deposit_used = @deposit, cash_due = @due,
                  setl_id = @setlId, settled_at = @now, paid_at = CASE WHEN @due = 0 THEN @now ELSE NULL END, cash_leg = CASE WHEN @due = 0 THEN NULL ELSE @cashLeg END
                """,
                new()
                {
                    ["fund"] = settled.Split.Fund.Value, ["account"] = settled.Split.PersonalAccount.Value, ["cash"] = settled.Split.Cash.Value,
                    ["other"] = settled.Split.Other.Value, ["deposit"] = due.DepositUsed.Value, ["due"] = due.Due.Value, ["setlId"] = settled.SetlId,
                    ["now"] = now, ["cashLeg"] = cashLeg,
                });
            await LedgerStore.PostAsync(session, OrderPostings.Settled(order.PayOrdId, msgid, settled.Split, due), order.PayOrdId, order.OrgCodg, now);
            var after = order.After(reached) with
            {
                Fund = settled.Split.Fund.Value, PsnAcct = settled.Split.PersonalAccount.Value, Cash = settled.Split.Cash.Value, Other = settled.Split.Other.Value,
                DepositUsed = due.DepositUsed.Value, CashDue = due.Due.Value, SetlId = settled.SetlId, SettledAt = now, PaidAt = inFull ? now : null,
                CashLeg = inFull ? null : cashLeg, UpdatedAt = now,
            };
            if (PaidVia.IsCashier(after.Via)) await sync.EnqueueAsync(session, after);
            if (inFull)
            {
                await notices.EnqueueAsync(session, after);
                await AnswerAsync(session, key, after);
            }
            else await LegStore.InsertAsync(session, cashLeg, order.PayOrdId, ways.Of(after).PayKind, due.Due.Value, null, now, books.LegDeadline);
            return after;
        }));
        if (moved is null) return await LateAsync(order, msgid, key);
        if (inFull || PaidVia.IsCashier(moved.Via)) notices.Ring();
        log.LogInformation("{PayOrdId}: settled, {State}", order.PayOrdId, moved.State);
        return moved;
    }

    private async Task<OrderRow> RefusedAsync(OrderRow order, string msgid, string note, PaymentKey? key)
    {
        await books.Database.WriteAsync(async session =>
        {
            if (!await LegStore.ResolveAsync(session, msgid, LegState.Failed, null, null, note, books.Now)) return;
            await OrderStore.MoveAsync(session, order, OrderEvent.SettlementRefused, books.Now, "core", note);
            // Nothing happened, so the same request may be sent again.
            if (key is not null) await IdempotencyStore.ReleaseAsync(session, key.Scope, key.Key);
        });
        return await books.OrderAsync(order.PayOrdId);
    }

    private async Task<OrderRow> UnknownAsync(OrderRow order, string msgid, string note)
    {
        await books.Database.WriteAsync(session => LegStore.ResolveAsync(session, msgid, LegState.Unknown, null, null, note, books.Now, books.Now));
        log.LogWarning("{PayOrdId}: settlement unknown, {Note}", order.PayOrdId, note);
        return await books.OrderAsync(order.PayOrdId);
    }

    /// <summary>The other one of request and resolver was first; both would have written the same.</summary>
    private async Task<OrderRow> LateAsync(OrderRow order, string msgid, PaymentKey? key)
    {
        log.LogInformation("{PayOrdId}: settlement {Msgid} was recorded before", order.PayOrdId, msgid);
        var stands = await books.OrderAsync(order.PayOrdId);
        if (stands.State != OrderState.AwaitingCash) await books.Database.WriteAsync(session => AnswerAsync(session, key, stands));
        return stands;
    }
}
