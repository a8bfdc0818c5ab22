using Microsoft.Extensions.Logging;
using YbPay.Center.Cash;
using YbPay.Center.Core;
using YbPay.Center.Features.Cash;
using YbPay.Center.Orders;
using YbPay.Center.Running;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;
using YbPay.Protocol.Outgoing;
using YbPay.Storage;
using YbPay.Storage.Ledger;
using YbPay.Storage.Legs;

namespace YbPay.Center.Features.Withdrawal;

/// <summary>
/// Takes an order back before the hospital relied on it: by 6401, or because its time limit is over (ruling C11).
/// Unsettled: the fee lines are cancelled (2205 / 2302). Settled but the cash did not come: the channel closes its payment
/// first, then the core cancels the settlement (2208 / 2305), then the fee lines.
/// </summary>
internal sealed class Withdrawal(CenterBooks books, ICore core, CashCollection cash, ILogger<Withdrawal> log)
{
    /// <summary>The order as it then stands; refused when its state forbids it or a system did not answer.</summary>
    public async Task<Outcome<OrderRow>> RunAsync(OrderRow order, string actor) => order.State switch
    {
        OrderState.Revoked or OrderState.InsuranceRevoked => order,
        OrderState.Uploaded or OrderState.Priced or OrderState.SettlementFailed => await RevokeAsync(order, actor),
        OrderState.AwaitingCash => await WithdrawAsync(order, actor),
        OrderState.Revoking or OrderState.Withdrawing => Refusals.CoreSilent,
        OrderState.Uploading => Refusals.OrderBeingUploaded,
        OrderState.Paying => Refusals.PaymentUnderWay,
        OrderState.PaidByInsurance or OrderState.PaidWithCash or OrderState.HospitalSettled or OrderState.Completed => Refusals.AlreadyPaid,
        _ => Refusals.OrderStateForbids,
    };

    /// <summary>The resolver: a cancellation whose outcome nobody knows is asked for again; asking twice does no harm.</summary>
    public async Task ResumeAsync(OrderRow order, LegRow leg)
    {
        switch (order.State)
        {
            case OrderState.Revoking:
                await CancelLinesAsync(order, await AgainAsync(order, leg));
                break;
            case OrderState.Withdrawing:
                await ResumeCancellationAsync(order, leg);
                break;
            default:
                await books.Database.WriteAsync(session => SupersedeAsync(session, leg));
                break;
        }
    }

    private async Task<Outcome<OrderRow>> RevokeAsync(OrderRow order, string actor)
    {
        var begun = await BeginAsync(order, OrderEvent.RevocationStarted, LinesKind(order), 0, actor, "revocation");
        return begun is var (revoking, msgid) ? await CancelLinesAsync(revoking, msgid) : await RunAsync(await books.OrderAsync(order.PayOrdId), actor);
    }

    private async Task<Outcome<OrderRow>> CancelLinesAsync(OrderRow order, string msgid)
    {
        var answer = await core.CancelLinesAsync(msgid, books.PartyOf(order), order);
        log.LogInformation("{PayOrdId}: {Kind} {Note}", order.PayOrdId, LinesKind(order), answer.Note);
        var (state, on) = answer switch
        {
            Answer<Done>.Given => (LegState.Succeeded, (OrderEvent?)OrderEvent.FeesCancelled),
            Answer<Done>.Unknown => (LegState.Unknown, null),
            // The core says these lines are settled, and we know of no settlement: a human must look.
            Answer<Done>.Refused { Code: CoreRefusals.Settled } => (LegState.Failed, OrderEvent.FellApart),
            _ => (LegState.Failed, OrderEvent.RevocationRefused),
        };
        var ended = await books.Database.WriteAsync(async session =>
        {
            await LegStore.ResolveAsync(session, msgid, state, null, null, answer.Note, books.Now, state == LegState.Unknown ? books.NextAttempt(0) : null);
            if (on is { } happened) await OrderStore.MoveAsync(session, order, happened, books.Now, "core", answer.Note);
            return (await OrderStore.FindAsync(session, order.PayOrdId))!;
        });
        return answer switch
        {
            Answer<Done>.Given => ended,
            Answer<Done>.Refused refused => Refusals.CoreRefused.With(refused.Text),
            _ => Refusals.CoreSilent,
        };
    }

    private async Task<Outcome<OrderRow>> WithdrawAsync(OrderRow order, string actor)
    {
        var closed = await cash.CloseAsync(order);
        switch (closed)
        {
            case Answer<ChannelPayment>.Given { Value.State: ChannelPaymentState.Paid } paid:
                await cash.RecordAsync(order, paid.Value);
                return Refusals.AlreadyPaid;
            case Answer<ChannelPayment>.Given { Value.State: ChannelPaymentState.Closed }:
                await books.Database.WriteAsync(session => LegStore.ResolveAsync(session, order.CashLeg!, LegState.Failed, null, null, "closed unpaid", books.Now));
                break;
            default:
                return Refusals.BankSilent;
        }

        var begun = await BeginAsync(order, OrderEvent.WithdrawalStarted, SettlementKind(order), order.Split.Insurance.Value, actor, "cash did not come");
        // Lost to cash, to accounts that paid, or to another who takes it back: what is true now is the answer.
        return begun is var (withdrawing, msgid) ? await CancelSettlementAsync(withdrawing, msgid, 0) : await RunAsync(await books.OrderAsync(order.PayOrdId), actor);
    }

    private async Task<Outcome<OrderRow>> CancelSettlementAsync(OrderRow order, string msgid, int attempts)
    {
        var answer = await core.CancelSettlementAsync(msgid, books.PartyOf(order), order);
        log.LogInformation("{PayOrdId}: {Kind} {Note}", order.PayOrdId, SettlementKind(order), answer.Note);
        if (answer is Answer<string>.Given given) return await CancelledAsync(order, msgid, given.Value);
        await books.Database.WriteAsync(session => LegStore.ResolveAsync(session, msgid, LegState.Unknown, null, null, answer.Note, books.Now, books.NextAttempt(attempts)));
        return Refusals.CoreSilent;
    }

    /// <summary>A cancellation without an answer: done if the core has it, otherwise reversed (fenced off) and sent anew.</summary>
    private async Task ResumeCancellationAsync(OrderRow order, LegRow leg)
    {
        var party = books.PartyOf(order);
        switch (await core.FindSettlementAsync(party, order, leg.LegId, cancellation: true))
        {
            case Answer<Landing>.Given { Value: Landing.Landed landed }:
                await CancelledAsync(order, leg.LegId, landed.Settlement.SetlId);
                return;
            case Answer<Landing>.Given:
                var reversal = await books.WriteLegsAsync(session => books.OpenLegAsync(session, order, order.PayOrdId, LegKinds.Reverse));
                var reversed = await core.ReverseAsync(reversal, party, LegKinds.Infno(leg.Kind), leg.LegId);
                await books.Database.WriteAsync(session => LegStore.ResolveAsync(
                    session, reversal, reversed is Answer<Done>.Given ? LegState.Succeeded : LegState.Unknown, null, null, reversed.Note, books.Now));
                if (reversed is Answer<Done>.Given) await CancelSettlementAsync(order, await AgainAsync(order, leg), leg.Attempts);
                else await WaitAsync(leg, reversed.Note);
                return;
            case var unknown:
                await WaitAsync(leg, unknown.Note);
                return;
        }
    }

    private async Task<Outcome<OrderRow>> CancelledAsync(OrderRow order, string msgid, string cancellingSetlId)
    {
        var ended = await books.Database.WriteAsync(async session =>
        {
            if (await LegStore.ResolveAsync(session, msgid, LegState.Succeeded, cancellingSetlId, null, null, books.Now)
                && await OrderStore.MoveAsync(session, order, OrderEvent.SettlementCancelled, books.Now, "core", "settlement cancelled") is not null)
                await LedgerStore.PostAsync(session, OrderPostings.Withdrawn(order.PayOrdId, msgid, order.Split, order.CashSplit), order.PayOrdId, order.OrgCodg, books.Now);
            return (await OrderStore.FindAsync(session, order.PayOrdId))!;
        });

        // No money depends on the lines any more; should the core not answer now, they lapse there with the visit.
        var linesLeg = await books.WriteLegsAsync(session => books.OpenLegAsync(session, order, order.PayOrdId, LinesKind(order)));
        var lines = await core.CancelLinesAsync(linesLeg, books.PartyOf(order), order);
        await books.Database.WriteAsync(session => LegStore.ResolveAsync(
            session, linesLeg, lines is Answer<Done>.Given ? LegState.Succeeded : LegState.Failed, null, null, lines.Note, books.Now));
        return ended;
    }

    private static string LinesKind(OrderRow order) => order.IsInpatient ? LegKinds.CancelStayLines : LegKinds.CancelLines;

    private static string SettlementKind(OrderRow order) => order.IsInpatient ? LegKinds.CancelStaySettlement : LegKinds.CancelSettlement;

    /// <summary>One transaction: the order on its way back, and the leg. Null when the order moved on.</summary>
    private Task<(OrderRow Order, string Msgid)?> BeginAsync(OrderRow order, OrderEvent on, string kind, long amount, string actor, string detail) =>
        books.WriteLegsAsync<(OrderRow, string)?>(async session =>
            await OrderStore.MoveAsync(session, order, on, books.Now, actor, detail) is { } state
                ? (order.After(state), await books.OpenLegAsync(session, order, order.PayOrdId, kind, amount))
                : null);

    /// <summary>One transaction: the old leg is done with, a new one of the same kind takes its place.</summary>
    private Task<string> AgainAsync(OrderRow order, LegRow leg) => books.WriteLegsAsync(async session =>
    {
        await SupersedeAsync(session, leg);
        return await books.OpenLegAsync(session, order, order.PayOrdId, leg.Kind, leg.Amount);
    });

    private Task SupersedeAsync(DbSession session, LegRow leg) => LegStore.ResolveAsync(session, leg.LegId, LegState.Failed, null, null, "asked again", books.Now);

    private Task WaitAsync(LegRow leg, string note) => books.Database.WriteAsync(session =>
        LegStore.ResolveAsync(session, leg.LegId, LegState.Unknown, null, null, note, books.Now, books.NextAttempt(leg.Attempts)));
}
