using Microsoft.Extensions.Logging;
using YbPay.Center.Core;
using YbPay.Center.Orders;
using YbPay.Center.Running;
using YbPay.Engine.Orders;
using YbPay.Protocol.Outgoing;
using YbPay.Storage.Legs;

namespace YbPay.Center.Features.UploadFees;

/// <summary>
/// Takes an unfinished upload back, the last leg first: what is known to stand is cancelled (2205, 2202), what is unknown is
/// reversed by its msgid (2601), which also fences off a message still on its way. Then the order is gone and the
/// hospital's number free.
/// </summary>
internal sealed class UploadUndo(CenterBooks books, ICore core, ILogger<UploadUndo> log)
{
    /// <summary>True when nothing of the upload stands at the core any more.</summary>
    public async Task<bool> RunAsync(OrderRow order)
    {
        var legs = await books.Database.ReadAsync(session => LegStore.OfOwnerAsync(session, order.PayOrdId));
        // The visit last, once nothing hangs on it any more; otherwise the latest leg first.
        foreach (var leg in legs.Reverse().OrderBy(leg => leg.Kind is LegKinds.RegisterVisit or LegKinds.AdmitVisit))
        {
            if (!await UndoAsync(order, leg)) return false;
        }

        var moved = await books.Database.WriteAsync(session => OrderStore.MoveAsync(
            session, order, OrderEvent.UploadFailed, books.Now, "center", "upload taken back"));
        log.LogInformation("{PayOrdId}: upload taken back", order.PayOrdId);
        return moved is not null;
    }

    private async Task<bool> UndoAsync(OrderRow order, LegRow leg)
    {
        var party = books.PartyOf(order);
        switch (leg)
        {
            case { State: LegState.Unknown or LegState.Pending, Kind: LegKinds.RegisterVisit or LegKinds.AdmitVisit or LegKinds.Diagnoses or LegKinds.UploadLines or LegKinds.UploadStayLines }:
                if (!await SendAsync(order, LegKinds.Reverse, msgid => core.ReverseAsync(msgid, party, leg.Kind, leg.LegId))) return false;
                await books.Database.WriteAsync(session => LegStore.ResolveAsync(session, leg.LegId, LegState.Failed, null, null, "reversed", books.Now));
                return true;
            case { State: LegState.Unknown or LegState.Pending, Kind: LegKinds.CancelVisit }:
                // Asked for once without an answer: the visit's own leg asks again.
                await books.Database.WriteAsync(session => LegStore.ResolveAsync(session, leg.LegId, LegState.Failed, null, null, "asked again", books.Now));
                return true;
            case { State: LegState.Succeeded, Kind: LegKinds.RegisterVisit, Reference: { } mdtrtId }:
                return await SendAsync(order, LegKinds.CancelVisit, msgid => core.CancelVisitAsync(msgid, party, order with { CoreMdtrtId = mdtrtId }));
            case { State: LegState.Succeeded, Kind: LegKinds.AdmitVisit }:
                // An admission has no cancellation of its own. Should the core keep it: it holds no fee lines and no money, and may stay.
                await SendAsync(order, LegKinds.Reverse, msgid => core.ReverseAsync(msgid, party, leg.Kind, leg.LegId));
                return true;
            default:
                return true;
        }
    }

    private async Task<bool> SendAsync(OrderRow order, string kind, Func<string, Task<Answer<Done>>> send)
    {
        var msgid = await books.WriteLegsAsync(session => books.OpenLegAsync(session, order, order.PayOrdId, kind));
        var answer = await send(msgid);
        var (state, nextAt) = answer switch
        {
            Answer<Done>.Given => (LegState.Succeeded, (long?)null),
            Answer<Done>.Refused => (LegState.Failed, null),
            // A reversal is not chased itself: the leg it belongs to is, and asks again with a new one.
            _ when kind == LegKinds.Reverse => (LegState.Unknown, null),
            _ => (LegState.Unknown, books.NextAttempt(0)),
        };
        await books.Database.WriteAsync(session => LegStore.ResolveAsync(session, msgid, state, null, null, answer.Note, books.Now, nextAt));

        // A visit that the core will not cancel holds no fee lines and no money: it may stay.
        return answer is Answer<Done>.Given || (kind == LegKinds.CancelVisit && answer is Answer<Done>.Refused);
    }
}
