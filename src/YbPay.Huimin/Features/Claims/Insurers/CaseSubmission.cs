using YbPay.Engine.Claims;
using YbPay.Huimin.Features.Claims.Cases;
using YbPay.Huimin.Features.Claims.Notices;
using YbPay.Huimin.Insurers;
using YbPay.Huimin.Outside;
using YbPay.Huimin.Running;
using YbPay.Storage;
using YbPay.Storage.Legs;

namespace YbPay.Huimin.Features.Claims.Insurers;

/// <summary>A reported case goes to its insurer (leg case.submit); from then on the insurer is asked how far it has come.</summary>
internal sealed class CaseSubmission(HuiminBooks books, CaseInsurer insurer, CaseMoves moves, CaseFollowing following, ClaimNotices notices) : ILegOwner
{
    public IReadOnlyList<string> Kinds { get; } = [LegKinds.SubmitCase];

    public Task ResolveAsync(LegRow leg, CancellationToken cancel) => CarryOutAsync(leg, isFirst: false, cancel);

    /// <summary>In the transaction that reports the case. A direct claim is paid by its discharge and is not handed in.</summary>
    public async Task<LegRow?> OpenAsync(DbSession session, CaseRow row)
    {
        if (!ClaimRules.IsHandedIn(row.Way)) return null;
        var legId = await books.OpenLegAsync(session, LegKinds.SubmitCase, row.CaseId, 0, books.Options.Insurer);
        return await LegStore.FindAsync(session, legId);
    }

    /// <summary>The one home of sending: after the commit, and from the resolver.</summary>
    public async Task CarryOutAsync(LegRow leg, bool isFirst, CancellationToken cancel)
    {
        var word = await insurer.SubmitAsync(leg, isFirst, cancel);
        await books.Database.WriteAsync(session => word switch
        {
            Word<InsurerDone>.Done { Value: var done } => TakenAsync(session, leg, done),
            Word<InsurerDone>.Refused { Text: var text } => RefusedAsync(session, leg, text),
            _ => books.AskLaterAsync(session, leg, word.Note, books.Options.Insurer),
        }, CancellationToken.None);
        books.WakeResolver();
        notices.Ring();
    }

    private async Task TakenAsync(DbSession session, LegRow leg, InsurerDone done)
    {
        if (!await LegStore.ResolveAsync(session, leg.LegId, LegState.Succeeded, done.InsurerNo, null, "done", books.Now)) return;
        var row = await CaseStore.TakeAsync(session, leg.OwnerId);
        if (row.Status.IsAwaited()) await following.OpenAsync(session, row);
    }

    /// <summary>The insurer does not take the case at all: that is its decision.</summary>
    private async Task RefusedAsync(DbSession session, LegRow leg, string text)
    {
        if (!await LegStore.ResolveAsync(session, leg.LegId, LegState.Failed, null, null, text, books.Now)) return;
        var row = await CaseStore.TakeAsync(session, leg.OwnerId);
        await moves.MoveAsync(session, row, ClaimEvent.Refused, new("insurer", Amount: 0, text));
    }
}
