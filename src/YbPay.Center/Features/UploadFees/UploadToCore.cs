using Microsoft.Extensions.Logging;
using YbPay.Center.Core;
using YbPay.Center.Orders;
using YbPay.Center.Running;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Orders;
using YbPay.Protocol.Outgoing;
using YbPay.Storage;
using YbPay.Storage.Legs;

namespace YbPay.Center.Features.UploadFees;

/// <summary>
/// The legs of an upload: the visit (2201 / 2401 unless the core knows it), an outpatient's diagnoses (2203), the fee lines (2204 / 2301).
/// All are written down with the order, before the first is sent, and recorded together when the last has ended: what stops half way is
/// undone by <see cref="UploadUndo"/> whatever was recorded of it, and the hospital then uploads anew.
/// </summary>
internal sealed class UploadToCore(CenterBooks books, ICore core, UploadUndo undo, ILogger<UploadToCore> log)
{
    /// <summary>A leg that is written down.</summary>
    public sealed record Leg(string Msgid, string Kind);

    /// <summary>Writes the order with its legs; gives them in the order in which they are sent, or null when a living order holds the hospital's number.</summary>
    public Task<IReadOnlyList<Leg>?> OpenAsync(OrderRow order, byte[] message)
    {
        var sealedMessage = books.Cipher.Seal("bill", message);
        return OvertakenException.NullAsync<IReadOnlyList<Leg>>(() => books.WriteLegsAsync(async session =>
        {
            await OrderStore.InsertAsync(session, order, sealedMessage);
            return await OpenAsync(session, order, KindsOf(order));
        }));
    }

    /// <summary>Sends the legs one after the other; gives the order as uploaded.</summary>
    public async Task<Outcome<OrderRow>> SendAsync(OrderRow order, IReadOnlyList<Leg> legs, CoreParty party, UploadFeesRequest bill)
    {
        var mdtrtId = legs[0].Kind is LegKinds.RegisterVisit or LegKinds.AdmitVisit ? "" : order.MdtrtId!;
        for (var i = 0; i < legs.Count; i++)
        {
            var (leg, answer) = (legs[i], await SendAsync(order, legs[i], party, mdtrtId, bill));
            if (i == 0 && answer is Answer<string>.Refused { Code: CoreRefusals.VisitUnknown } && mdtrtId.Length > 0 && !string.IsNullOrEmpty(bill.EcToken))
                // A hospital may number its visits itself; the core then gets one of its own.
                return await SendAsync(order, await BeginAnewAsync(order, legs), party, bill);
            if (answer is not Answer<string>.Given { Value: var given }) return await StopAsync(order, legs, i, mdtrtId, answer);
            mdtrtId = given;
        }

        return await UploadedAsync(order, legs, mdtrtId);
    }

    /// <summary>Gives the visit that the core knows from then on.</summary>
    private async Task<Answer<string>> SendAsync(OrderRow order, Leg leg, CoreParty party, string mdtrtId, UploadFeesRequest bill) => leg.Kind switch
    {
        LegKinds.RegisterVisit or LegKinds.AdmitVisit => await core.RegisterVisitAsync(leg.Msgid, party, new CoreVisit(bill, order.IsInpatient)),
        LegKinds.Diagnoses => (await core.SendDiagnosesAsync(leg.Msgid, party, mdtrtId, bill)).Select(_ => mdtrtId),
        _ => (await core.UploadLinesAsync(leg.Msgid, party, mdtrtId, bill)).Select(_ => mdtrtId),
    };

    /// <summary>A stay's diagnoses go with its admission.</summary>
    private static IReadOnlyList<string> KindsOf(OrderRow order) => (order.IsInpatient, order.MdtrtId) switch
    {
        (true, null) => [LegKinds.AdmitVisit, LegKinds.UploadStayLines],
        (true, _) => [LegKinds.UploadStayLines],
        (false, null) => [LegKinds.RegisterVisit, LegKinds.Diagnoses, LegKinds.UploadLines],
        (false, _) => [LegKinds.Diagnoses, LegKinds.UploadLines],
    };

    private async Task<IReadOnlyList<Leg>> OpenAsync(DbSession session, OrderRow order, IReadOnlyList<string> kinds)
    {
        // The last waits for those before it, and the first is recorded with the last.
        var deadline = books.Now + (long)(books.Options.Core.Timeout * kinds.Count + TimeSpan.FromSeconds(3)).TotalMilliseconds;
        var legs = new List<Leg>(kinds.Count);
        foreach (var kind in kinds)
        {
            var leg = new Leg(books.Serials.Msgid(order.OrgCodg), kind);
            await LegStore.InsertAsync(session, leg.Msgid, order.PayOrdId, kind, 0, null, books.Now, deadline);
            legs.Add(leg);
        }

        return legs;
    }

    /// <summary>One transaction: the core does not know the hospital's visit, and the legs that begin with a visit of its own.</summary>
    private Task<IReadOnlyList<Leg>> BeginAnewAsync(OrderRow order, IReadOnlyList<Leg> legs) => books.WriteLegsAsync(async session =>
    {
        await LegStore.ResolveAllLaterAsync(session, [.. legs.Select(leg => leg.Msgid)], LegState.Failed, "", "the core does not know the visit", books.Now);
        return await OpenAsync(session, order, KindsOf(order with { MdtrtId = null }));
    });

    private async Task<Outcome<OrderRow>> UploadedAsync(OrderRow order, IReadOnlyList<Leg> legs, string mdtrtId)
    {
        var moved = await OvertakenException.NullAsync(() => books.Database.WriteAsync(async session =>
        {
            await LegStore.ResolveAllLaterAsync(session, [.. legs.Select(leg => leg.Msgid)], LegState.Succeeded, mdtrtId, null, books.Now);
            OrderStep[] steps = [new(OrderEvent.FeesUploaded, order.AppId, "fee lines at the core")];
            var state = await OrderStore.MoveLaterAsync(session, order, steps, books.Now, ", core_mdtrt_id = @mdtrtId", new() { ["mdtrtId"] = mdtrtId });
            return order.After(state) with { CoreMdtrtId = mdtrtId };
        }));
        if (moved is not null) return moved;

        // The resolver thought us dead and is taking the upload back; the truth is in the database.
        log.LogWarning("{PayOrdId}: the upload was taken back while it was under way", order.PayOrdId);
        return Refusals.CoreSilent;
    }

    /// <summary>Records how far it came: what was done, what was not, and that the rest was never sent.</summary>
    private async Task<Outcome<OrderRow>> StopAsync(OrderRow order, IReadOnlyList<Leg> legs, int at, string mdtrtId, Answer<string> answer)
    {
        var unknown = answer is Answer<string>.Unknown;
        await books.Database.WriteAsync(async session =>
        {
            await LegStore.ResolveAllLaterAsync(session, [.. legs.Take(at).Select(leg => leg.Msgid)], LegState.Succeeded, mdtrtId, null, books.Now);
            await LegStore.ResolveAllLaterAsync(session, [.. legs.Skip(at + 1).Select(leg => leg.Msgid)], LegState.Failed, null, "not sent", books.Now);
            await LegStore.ResolveAsync(
                session, legs[at].Msgid, unknown ? LegState.Unknown : LegState.Failed, null, null, answer.Note, books.Now, unknown ? books.Now : null);
        });
        log.LogInformation("{PayOrdId}: {Kind} {Note}", order.PayOrdId, legs[at].Kind, answer.Note);
        if (unknown) return Refusals.CoreSilent;
        await undo.RunAsync(order);
        return answer is Answer<string>.Refused refused ? Refusals.CoreRefused.With(refused.Text) : Refusals.CoreSilent;
    }
}
