using Microsoft.Extensions.Logging;
using YbPay.Center.Cash;
using YbPay.Center.Core;
using YbPay.Center.Features.Cash;
using YbPay.Center.Orders;
using YbPay.Center.Running;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;
using YbPay.Engine.Refunds;
using YbPay.Protocol.Outgoing;
using YbPay.Storage;
using YbPay.Storage.Ledger;
using YbPay.Storage.Legs;

namespace YbPay.Center.Features.Refunds;

/// <summary>
/// The legs of a refund: insurance first (2208 / 2305), then cash at the channel that took it (ruling C10). Each step is
/// written down with the outcome of the one before; <see cref="RunAsync"/> carries on from wherever a refund stands.
/// </summary>
internal sealed class RefundFlow(CenterBooks books, ICore core, CashWays ways, ILogger<RefundFlow> log)
{
    /// <summary>One transaction: the refund, its hold on the order, its first leg. False when a rival was first.</summary>
    public async Task<bool> OpenAsync(RefundRow refund, OrderRow order, bool isReversal)
    {
        try
        {
            return await books.WriteLegsAsync(async session =>
            {
                if (await RefundStore.FindByPartnerAsync(session, refund.AppId, refund.AppRefdSn) is not null) return false;
                if (!await RefundStore.OpenAsync(session, refund, order, isReversal)) return false;
                await OpenNextLegAsync(session, order, refund);
                await Storage.Audit.AuditStore.AppendAsync(session, order.AppId, "RefundOpened", order.PayOrdId, $"{refund.RefdSn} {refund.Kind}", books.Now);
                return true;
            });
        }
        catch (System.Data.Common.DbException e) when (StorageErrors.IsDuplicateKey(e))
        {
            // Two nodes opened the same refund at once; the unique key let one through.
            return false;
        }
    }

    /// <summary>Carries a refund on as far as it goes; gives it as it then stands.</summary>
    public async Task<RefundRow> RunAsync(RefundRow refund)
    {
        while (refund.Status == RefundStatus.Pending)
        {
            var legs = await books.Database.ReadAsync(session => LegStore.OfOwnerAsync(session, refund.RefdSn));
            var leg = legs.LastOrDefault(l => l.State is LegState.Pending or LegState.Unknown && l.Kind != LegKinds.Reverse);
            if (leg is null || !await StepAsync(refund, leg)) return await ReadAsync(refund.RefdSn);
            refund = await ReadAsync(refund.RefdSn);
        }

        return refund;
    }

    /// <summary>True when the leg is settled one way or the other.</summary>
    private async Task<bool> StepAsync(RefundRow refund, LegRow leg)
    {
        var order = await books.OrderAsync(refund.PayOrdId);
        return LegKinds.IsCashRefund(leg.Kind) ? await CashAsync(refund, order, leg) : await InsuranceAsync(refund, order, leg);
    }

    private async Task<bool> InsuranceAsync(RefundRow refund, OrderRow order, LegRow leg)
    {
        var party = books.PartyOf(order);
        if (leg.State == LegState.Unknown || leg.Attempts > 0)
        {
            // It was sent before: ask whether it stands, and keep a late arrival out before sending another.
            switch (await core.FindSettlementAsync(party, order, leg.LegId, cancellation: true))
            {
                case Answer<Landing>.Given { Value: Landing.Landed landed }:
                    await InsuranceDoneAsync(refund, order, leg, landed.Settlement.SetlId);
                    return true;
                case Answer<Landing>.Given when await FenceAsync(order, party, leg):
                    return await books.WriteLegsAsync(async session =>
                    {
                        await LegStore.ResolveAsync(session, leg.LegId, LegState.Failed, null, null, "reversed and sent again", books.Now);
                        await OpenNextLegAsync(session, order, refund);
                        return true;
                    });
                default:
                    return await UnknownAsync(leg, "the core does not say");
            }
        }

        var answer = await core.CancelSettlementAsync(leg.LegId, party, order);
        log.LogInformation("{RefdSn}: {Kind} {Note}", refund.RefdSn, leg.Kind, answer.Note);
        switch (answer)
        {
            case Answer<string>.Given given:
                await InsuranceDoneAsync(refund, order, leg, given.Value);
                return true;
            case Answer<string>.Unknown unknown:
                return await UnknownAsync(leg, unknown.Note);
            default:
                await FailAsync(refund, leg, answer.Note);
                return true;
        }
    }

    private async Task InsuranceDoneAsync(RefundRow refund, OrderRow order, LegRow leg, string cancellingSetlId)
    {
        await books.Database.WriteAsync(async session =>
        {
            if (!await LegStore.ResolveAsync(session, leg.LegId, LegState.Succeeded, cancellingSetlId, null, null, books.Now)) return;
            await RefundStore.InsuranceDoneAsync(session, refund.RefdSn, cancellingSetlId, books.Now);
            await LedgerStore.PostAsync(session, OrderPostings.InsuranceRefunded(order.PayOrdId, leg.LegId, order.Split, new Fen(order.PaidDown)), order.PayOrdId, order.OrgCodg, books.Now);
            if (refund.Cash > 0) await OpenNextLegAsync(session, order, refund with { InsuranceDone = 1 });
            else await EndAsync(session, refund, RefundStatus.Succeeded, cashDone: false, null);
        });
    }

    private async Task<bool> CashAsync(RefundRow refund, OrderRow order, LegRow leg)
    {
        // The channel knows the refund by the leg's number, so sending it again is asking what became of it.
        var way = ways.Of(order);
        var answer = await way.Channel.RefundAsync(leg.LegId, order.CashLeg!, new Fen(refund.Cash), CancellationToken.None);
        log.LogInformation("{RefdSn}: cash {Note}", refund.RefdSn, answer.Note);
        switch (answer)
        {
            case Answer<ChannelRefund>.Given given:
                await books.Database.WriteAsync(async session =>
                {
                    if (!await LegStore.ResolveAsync(session, leg.LegId, LegState.Succeeded, given.Value.RefundNo, null, null, books.Now)) return;
                    await LedgerStore.PostAsync(session, OrderPostings.CashRefunded(order.PayOrdId, leg.LegId, new Fen(refund.Cash), way.Account), order.PayOrdId, order.OrgCodg, books.Now);
                    await EndAsync(session, refund, RefundStatus.Succeeded, cashDone: true, null);
                });
                return true;
            case Answer<ChannelRefund>.Refused refused:
                await FailAsync(refund, leg, refused.Note);
                return true;
            default:
                return await UnknownAsync(leg, answer.Note);
        }
    }

    /// <summary>Refused: nothing went back in this step. If insurance went back before it, a CASH retry is what is left (EXP).</summary>
    private Task FailAsync(RefundRow refund, LegRow leg, string note) => books.Database.WriteAsync(async session =>
    {
        if (!await LegStore.ResolveAsync(session, leg.LegId, LegState.Failed, null, null, note, books.Now)) return;
        var insuranceBack = LegKinds.IsCashRefund(leg.Kind) && refund.Kind != RefundKind.Cash;
        await EndAsync(session, refund, insuranceBack ? RefundStatus.CashLeft : RefundStatus.Failed, cashDone: false, note);
    });

    /// <summary>The last step: the refund's status, the order's state, what is let go of.</summary>
    private async Task EndAsync(DbSession session, RefundRow refund, RefundStatus status, bool cashDone, string? note)
    {
        var now = books.Now;
        if (!await RefundStore.CloseAsync(session, refund.RefdSn, status, cashDone, note, now)) return;
        var order = await OrderStore.TakeAsync(session, refund.PayOrdId);
        var plan = new RefundPlan(refund.Kind, refund.Kind != RefundKind.Cash, new Fen(refund.Insurance), new Fen(refund.Cash), new Fen(refund.Deposit));
        var before = order.RefundBasis with { CashRefunded = new Fen(order.CashRefundHeld - refund.Cash) };
        OrderEvent? happened = status switch
        {
            RefundStatus.Succeeded => RefundRules.EventOf(plan, before),
            RefundStatus.CashLeft => OrderEvent.InsurancePartRefunded,
            _ => null,
        };
        if (happened is { } on)
        {
            if (await OrderStore.MoveAsync(session, order, on, now, "center", refund.RefdSn) is null)
                throw new InvalidOperationException($"Order {order.PayOrdId} in {order.State} does not take {on}.");
            var freed = RefundRules.DepositFreed(before, on);
            if (freed > Fen.Zero)
                await LedgerStore.PostAsync(session, OrderPostings.DepositReturned(order.PayOrdId, refund.RefdSn, freed), order.PayOrdId, order.OrgCodg, now);
        }

        await RefundStore.ReleaseAsync(
            session, order.PayOrdId, refund.RefdSn,
            cash: status == RefundStatus.Succeeded ? 0 : refund.Cash,
            insurance: status == RefundStatus.Failed && refund.Kind != RefundKind.Cash ? 1 : 0, now);
    }

    /// <summary>Insurance while it is due and not done, then cash.</summary>
    private Task OpenNextLegAsync(DbSession session, OrderRow order, RefundRow refund)
    {
        if (refund.Kind != RefundKind.Cash && refund.InsuranceDone == 0)
            return books.OpenLegAsync(session, order, refund.RefdSn, order.IsInpatient ? LegKinds.RefundStaySettlement : LegKinds.RefundSettlement, refund.Insurance);
        return LegStore.InsertAsync(session, books.Serials.Own("RTN"), refund.RefdSn, ways.Of(order).RefundKind, refund.Cash, null, books.Now, books.LegDeadline);
    }

    private async Task<bool> FenceAsync(OrderRow order, CoreParty party, LegRow leg)
    {
        var msgid = await books.WriteLegsAsync(session => books.OpenLegAsync(session, order, leg.OwnerId, LegKinds.Reverse));
        var answer = await core.ReverseAsync(msgid, party, LegKinds.Infno(leg.Kind), leg.LegId);
        await books.Database.WriteAsync(session => LegStore.ResolveAsync(
            session, msgid, answer is Answer<Done>.Given ? LegState.Succeeded : LegState.Unknown, null, null, answer.Note, books.Now));
        return answer is Answer<Done>.Given;
    }

    private async Task<bool> UnknownAsync(LegRow leg, string note)
    {
        await books.Database.WriteAsync(session => LegStore.ResolveAsync(session, leg.LegId, LegState.Unknown, null, null, note, books.Now, books.NextAttempt(leg.Attempts)));
        return false;
    }

    private async Task<RefundRow> ReadAsync(string refdSn) =>
        await books.Database.ReadAsync(session => RefundStore.FindAsync(session, refdSn)) ?? throw new InvalidDataException($"Refund {refdSn} is gone.");
}
