using YbPay.Bureau.Door;
using YbPay.Contracts.Outcomes;
using YbPay.Storage;

namespace YbPay.Bureau.Features.Visits;

/// <summary>Finds the open visit that a message speaks of, or names what is wrong with it.</summary>
internal static class VisitLookup
{
    /// <param name="inpatient">Null when the transaction serves both kinds.</param>
    public static async Task<Outcome<VisitRow>> OpenVisitAsync(DbSession session, Call call, string mdtrtId, string personKey, bool? inpatient)
    {
        if (await VisitStore.LockAsync(session, mdtrtId, personKey, call.Sender.Code) is not { } visit) return Refusals.VisitUnknown;
        if (visit.State is VisitState.Cancelled) return Refusals.VisitCancelled;
        if (inpatient is { } kind && visit.Inpatient != kind) return Refusals.VisitKind;
        return visit;
    }
}
