using Microsoft.Extensions.Logging;
using YbPay.Engine.Claims;
using YbPay.Huimin.Features.Claims.Cases;
using YbPay.Huimin.Features.Claims.Notices;
using YbPay.Huimin.Insurers;
using YbPay.Huimin.Outside;
using YbPay.Huimin.Running;
using YbPay.Storage;
using YbPay.Storage.Legs;

namespace YbPay.Huimin.Features.Claims.Insurers;

/// <summary>
/// Takes a case back from an insurer that has it (leg case.withdraw). The insurer decides the race with its own decision: only when it has withdrawn the
/// case is it withdrawn here. Until it has the case for sure there is nothing to take back, so that a submission still open is waited for.
/// </summary>
internal sealed class CaseWithdrawal(HuiminBooks books, CaseInsurer insurer, CaseMoves moves, ClaimNotices notices, ILogger<CaseWithdrawal> log) : ILegOwner
{
    public IReadOnlyList<string> Kinds { get; } = [LegKinds.WithdrawCase];

    public async Task ResolveAsync(LegRow leg, CancellationToken cancel) => await CarryOutAsync(leg, isFirst: leg.Note == NotSentYet, cancel);

    private const string NotSentYet = "waits for the submission";

    /// <summary>The withdrawal of the case that is open, or a new one.</summary>
    public async Task<(LegRow Leg, bool IsNew)> OpenAsync(DbSession session, CaseRow row)
    {
        if ((await LegStore.OfOwnerAsync(session, row.CaseId)).FirstOrDefault(leg => leg.Kind == LegKinds.WithdrawCase && leg.State is LegState.Pending or LegState.Unknown) is { } open) return (open, false);
        var legId = await books.OpenLegAsync(session, LegKinds.WithdrawCase, row.CaseId, 0, books.Options.Insurer);
        return ((await LegStore.FindAsync(session, legId))!, true);
    }

    /// <summary>The one home of sending. True: withdrawn; false: the insurer refuses; null: not known yet.</summary>
    public async Task<bool?> CarryOutAsync(LegRow leg, bool isFirst, CancellationToken cancel)
    {
        var submission = await books.Database.ReadAsync(
            async session => (await LegStore.OfOwnerAsync(session, leg.OwnerId)).LastOrDefault(one => one.Kind == LegKinds.SubmitCase), cancel);
        if (submission is { State: LegState.Pending or LegState.Unknown }) return await WaitAsync(leg, NotSentYet);
        var word = await insurer.WithdrawAsync(leg, isFirst, cancel);
        var outcome = word switch
        {
            Word<InsurerDone>.Done { Value: var done } => await WithdrawnAsync(leg, done),
            Word<InsurerDone>.Refused { Text: var text } => await RefusedAsync(leg, text),
            _ => await WaitAsync(leg, word.Note),
        };
        notices.Ring();
        return outcome;
    }

    private async Task<bool?> WaitAsync(LegRow leg, string note)
    {
        await books.Database.WriteAsync(session => books.AskLaterAsync(session, leg, note, books.Options.Insurer), CancellationToken.None);
        return null;
    }

    private Task<bool?> WithdrawnAsync(LegRow leg, InsurerDone done) => books.Database.WriteAsync<bool?>(async session =>
    {
        if (await LegStore.ResolveAsync(session, leg.LegId, LegState.Succeeded, done.InsurerNo, null, "done", books.Now))
        {
            var row = await CaseStore.TakeAsync(session, leg.OwnerId);
            if (row.Status is not ClaimState.Withdrawn && await moves.MoveAsync(session, row, ClaimEvent.Withdrawn, new(row.HospitalId)) is null)
                log.LogError("{CaseId} stands at {State}, and its insurer has withdrawn it: a human must ask it", row.CaseId, row.Status);
        }

        return true;
    }, CancellationToken.None);

    private Task<bool?> RefusedAsync(LegRow leg, string text) => books.Database.WriteAsync<bool?>(async session =>
    {
        await LegStore.ResolveAsync(session, leg.LegId, LegState.Failed, null, null, text, books.Now);
        return false;
    }, CancellationToken.None);
}
