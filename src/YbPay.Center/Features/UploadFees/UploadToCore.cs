using Microsoft.Extensions.Logging;
using YbPay.Center.Core;
using YbPay.Center.Orders;
using YbPay.Center.Outside;
using YbPay.Center.Running;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Orders;
using YbPay.Storage.Legs;

namespace YbPay.Center.Features.UploadFees;

/// <summary>
/// The legs of an upload: the visit (2201 / 2401 unless the core knows it), an outpatient's diagnoses (2203), the fee lines (2204 / 2301).
/// Each is written down in the transaction that records the one before. What stops half way is undone by
/// <see cref="UploadUndo"/>; the hospital then uploads anew.
/// </summary>
internal sealed class UploadToCore(CenterBooks books, ICore core, UploadUndo undo, ILogger<UploadToCore> log)
{
    /// <summary>A leg under way.</summary>
    private sealed record Leg(string Msgid, string Kind);

    /// <summary>Writes the order with its first leg; gives that leg's msgid, or null when a living order holds the hospital's number.</summary>
    public Task<string?> OpenAsync(OrderRow order, byte[] message) => books.WriteLegsAsync(async session =>
        await OrderStore.InsertAsync(session, order, books.Cipher.Seal("bill", message))
            ? await books.OpenLegAsync(session, order, order.PayOrdId, FirstKind(order))
            : null);

    /// <summary>Sends the legs one after the other, the first under <paramref name="firstMsgid"/>; gives the order as uploaded.</summary>
    public async Task<Outcome<OrderRow>> SendAsync(OrderRow order, string firstMsgid, CoreParty party, UploadFeesRequest bill)
    {
        var leg = new Leg(firstMsgid, FirstKind(order));
        var mdtrtId = order.MdtrtId ?? "";
        if (mdtrtId.Length > 0)
        {
            var told = await TellAsync(leg, party, mdtrtId, bill);
            if (told is Answer<Done>.Refused { Code: CoreRefusals.VisitUnknown } && !string.IsNullOrEmpty(bill.EcToken))
                // A hospital may number its visits itself; the core then gets one of its own.
                (leg, mdtrtId) = (await NextAsync(order, leg, LegState.Failed, "", RegisterKind(order)), "");
            else if (told is not Answer<Done>.Given) return await StopAsync(order, leg, told);
        }

        if (mdtrtId.Length == 0)
        {
            var registered = await core.RegisterVisitAsync(leg.Msgid, party, new CoreVisit(bill, order.IsInpatient));
            if (registered is not Answer<string>.Given { Value: var given }) return await StopAsync(order, leg, registered);
            mdtrtId = given;
            leg = await NextAsync(order, leg, LegState.Succeeded, mdtrtId, ToldKind(order));
            var told = await TellAsync(leg, party, mdtrtId, bill);
            if (told is not Answer<Done>.Given) return await StopAsync(order, leg, told);
        }

        if (leg.Kind != LegKinds.Diagnoses) return await UploadedAsync(order, leg, mdtrtId);
        leg = await NextAsync(order, leg, LegState.Succeeded, mdtrtId, LegKinds.UploadLines);
        var lines = await core.UploadLinesAsync(leg.Msgid, party, mdtrtId, bill);
        return lines is Answer<Done>.Given ? await UploadedAsync(order, leg, mdtrtId) : await StopAsync(order, leg, lines);
    }

    /// <summary>What follows the visit: an outpatient's diagnoses (2203), or a stay's fee lines, whose diagnoses went with its admission.</summary>
    private Task<Answer<Done>> TellAsync(Leg leg, CoreParty party, string mdtrtId, UploadFeesRequest bill) => leg.Kind == LegKinds.Diagnoses
        ? core.SendDiagnosesAsync(leg.Msgid, party, mdtrtId, bill)
        : core.UploadLinesAsync(leg.Msgid, party, mdtrtId, bill);

    private static string ToldKind(OrderRow order) => order.IsInpatient ? LegKinds.UploadStayLines : LegKinds.Diagnoses;

    private static string FirstKind(OrderRow order) => order.MdtrtId is null ? RegisterKind(order) : ToldKind(order);

    private static string RegisterKind(OrderRow order) => order.IsInpatient ? LegKinds.AdmitVisit : LegKinds.RegisterVisit;

    /// <summary>One transaction: what came of this leg, and the next one.</summary>
    private Task<Leg> NextAsync(OrderRow order, Leg leg, LegState state, string reference, string nextKind) => books.WriteLegsAsync(async session =>
    {
        await LegStore.ResolveLaterAsync(session, leg.Msgid, state, reference, books.Now);
        return new Leg(await books.OpenLegAsync(session, order, order.PayOrdId, nextKind), nextKind);
    });

    private async Task<Outcome<OrderRow>> UploadedAsync(OrderRow order, Leg leg, string mdtrtId)
    {
        var moved = await books.Database.WriteAsync(async session =>
        {
            await LegStore.ResolveLaterAsync(session, leg.Msgid, LegState.Succeeded, mdtrtId, books.Now);
            return await OrderStore.MoveAsync(
                session, order, OrderEvent.FeesUploaded, books.Now, order.AppId, "fee lines at the core", ", core_mdtrt_id = @mdtrtId", new() { ["mdtrtId"] = mdtrtId });
        });
        if (moved is { } state) return order.After(state) with { CoreMdtrtId = mdtrtId };

        // The resolver thought us dead and is taking the upload back; the truth is in the database.
        log.LogWarning("{PayOrdId}: the upload was taken back while it was under way", order.PayOrdId);
        return Refusals.CoreSilent;
    }

    private async Task<Outcome<OrderRow>> StopAsync<T>(OrderRow order, Leg leg, Answer<T> answer)
    {
        var unknown = answer is Answer<T>.Unknown;
        await books.Database.WriteAsync(session => LegStore.ResolveAsync(
            session, leg.Msgid, unknown ? LegState.Unknown : LegState.Failed, null, null, answer.Note, books.Now, unknown ? books.Now : null));
        log.LogInformation("{PayOrdId}: {Kind} {Note}", order.PayOrdId, leg.Kind, answer.Note);
        if (unknown) return Refusals.CoreSilent;
        await undo.RunAsync(order);
        return answer is Answer<T>.Refused refused ? Refusals.CoreRefused.With(refused.Text) : Refusals.CoreSilent;
    }
}
