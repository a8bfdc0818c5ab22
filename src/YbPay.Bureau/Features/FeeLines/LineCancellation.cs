using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Features.Visits;
using YbPay.Bureau.Messages;
using YbPay.Contracts.Outcomes;

namespace YbPay.Bureau.Features.FeeLines;

/// <summary>What 2205 and 2302 share. Cancelled lines stay stored, so that the cancellation itself can be reversed.</summary>
internal sealed class LineCancellation(BureauDatabase database)
{
    /// <summary>The batch or line number that means all.</summary>
    public const string All = "0000";

    /// <param name="batch">Empty for every batch.</param>
    /// <param name="named">Null for every line.</param>
    public Task<Outcome<JsonElement>> RunAsync(
        Call call, string personKey, string mdtrtId, bool inpatient, string batch, IReadOnlyList<string>? named, CancellationToken cancel) =>
        database.Get().WriteOutcomeAsync(
            async session =>
            {
                await MessageStore.ClaimAsync(session, call, personKey, mdtrtId);
                var found = await VisitLookup.OpenVisitAsync(session, call, mdtrtId, personKey, inpatient);
                if (found is Outcome<VisitRow>.No no) return no.Why;
                var cancelled = await FeeLineStore.CancelAsync(session, mdtrtId, batch, named, call.Msgid);
                if (cancelled == 0) return (await FeeLineStore.SumAsync(session, mdtrtId, batch)).Settled > 0 ? Refusals.Settled : Refusals.LinesMissing;
                return named is not null && cancelled != named.Count ? Refusals.LinesMissing : Output.None;
            },
            cancel);
}
