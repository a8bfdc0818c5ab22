using Microsoft.Extensions.Logging;
using YbPay.Center.Core;
using YbPay.Center.Orders;
using YbPay.Center.Running;
using YbPay.Engine.Orders;
using YbPay.Protocol.Outgoing;
using YbPay.Storage.Legs;

namespace YbPay.Center.Features.PlacePayment;

/// <summary>
/// A settlement without an answer (2207 / 2304): the core is asked whether it stands. If it does, the order goes on as if the
/// answer had come. If not, it is reversed by its msgid, which also keeps a message still on its way from settling later,
/// and the payment has failed: the hospital may pay again or revoke.
/// </summary>
internal sealed class SettlementResolver(CenterBooks books, ICore core, Settlement settlement, ILogger<SettlementResolver> log)
{
    /// <summary>About an hour of asking; then a human must look.</summary>
    private const int MostAttempts = 20;

    public async Task ResolveAsync(OrderRow order, LegRow leg)
    {
        var party = books.PartyOf(order);
        var found = await core.FindSettlementAsync(party, order, leg.LegId, cancellation: false);
        log.LogInformation("{PayOrdId}: asked for settlement {Msgid}, {Note}", order.PayOrdId, leg.LegId, found.Note);
        switch (found)
        {
            case Answer<Landing>.Given { Value: Landing.Landed landed }:
                await settlement.EndAsync(order, leg.LegId, new Answer<CoreSettlement>.Given(landed.Settlement), null);
                return;
            case Answer<Landing>.Given when await ReverseAsync(order, party, leg):
                await settlement.EndAsync(order, leg.LegId, new Answer<CoreSettlement>.NotSent("it did not reach the core and was reversed"), null);
                return;
        }

        if (leg.Attempts >= MostAttempts && order.State == OrderState.Paying) await GiveUpAsync(order, leg, found.Note);
        else
            await books.Database.WriteAsync(session => LegStore.ResolveAsync(
                session, leg.LegId, LegState.Unknown, null, null, found.Note, books.Now, books.NextAttempt(leg.Attempts)));
    }

    private async Task<bool> ReverseAsync(OrderRow order, CoreParty party, LegRow leg)
    {
        var msgid = await books.WriteLegsAsync(session => books.OpenLegAsync(session, order, order.PayOrdId, LegKinds.Reverse));
        var answer = await core.ReverseAsync(msgid, party, LegKinds.Infno(leg.Kind), leg.LegId);
        await books.Database.WriteAsync(session => LegStore.ResolveAsync(
            session, msgid, answer is Answer<Done>.Given ? LegState.Succeeded : LegState.Unknown, null, null, answer.Note, books.Now));
        return answer is Answer<Done>.Given;
    }

    /// <summary>The leg stays Unknown on the list of open questions; the order shows 14 so that a human looks.</summary>
    private async Task GiveUpAsync(OrderRow order, LegRow leg, string note)
    {
        log.LogError("{PayOrdId}: nobody knows whether settlement {Msgid} stands after {Attempts} attempts; a human must look", order.PayOrdId, leg.LegId, leg.Attempts);
        await books.Database.WriteAsync(async session =>
        {
            await LegStore.ResolveAsync(session, leg.LegId, LegState.Unknown, null, null, note, books.Now);
            return await OrderStore.MoveAsync(session, order, OrderEvent.FellApart, books.Now, "center", "settlement unknown for too long");
        });
    }
}
