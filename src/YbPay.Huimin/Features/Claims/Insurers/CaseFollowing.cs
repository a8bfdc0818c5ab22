using Microsoft.Extensions.Logging;
using YbPay.Engine;
using YbPay.Engine.Claims;
using YbPay.Huimin.Features.Claims.Cases;
using YbPay.Huimin.Features.Claims.Notices;
using YbPay.Huimin.Running;
using YbPay.Storage;
using YbPay.Storage.Legs;
using Stage = YbPay.Engine.Claims.InsurerStage;

namespace YbPay.Huimin.Features.Claims.Insurers;

/// <summary>
/// Asks the insurer how far a case has come (leg case.follow), with pauses that double up to five minutes and begin anew with every step. A stage
/// that was missed is walked through all the same, so that the hospital is told of each node.
/// </summary>
internal sealed class CaseFollowing(HuiminBooks books, CaseInsurer insurer, CaseMoves moves, ClaimNotices notices, ILogger<CaseFollowing> log) : ILegOwner
{
    public IReadOnlyList<string> Kinds { get; } = [LegKinds.FollowCase];

    /// <summary>The insurer has the case: it is asked about from now on.</summary>
    public Task OpenAsync(DbSession session, CaseRow row) => LegStore.InsertAsync(
        session, books.Ids.Next(QueryIds.Leg), row.CaseId, LegKinds.FollowCase, 0, null, books.Now, books.Now + (long)books.Options.Insurer.ResolveAfter.TotalMilliseconds);

    public async Task ResolveAsync(LegRow leg, CancellationToken cancel)
    {
        var said = await insurer.StageAsync(leg.OwnerId, cancel);
        await books.Database.WriteAsync(async session =>
        {
            var row = await CaseStore.TakeAsync(session, leg.OwnerId);
            if (!row.Status.IsAwaited()) await LegStore.ResolveAsync(session, leg.LegId, LegState.Succeeded, null, null, "nothing more to ask", books.Now);
            else if (said is null || StageOf(said.Stage) is not { } stage) await books.AskLaterAsync(session, leg, "the insurer does not say", books.Options.Insurer);
            else await WalkAsync(session, leg, row, stage, said);
        }, CancellationToken.None);
        notices.Ring();
    }

    private async Task WalkAsync(DbSession session, LegRow leg, CaseRow row, Stage stage, Huimin.Insurers.InsurerStage said)
    {
        var walk = ClaimWalk.To(row.Way, row.Status, stage);
        if (walk is Verdict<ClaimStep[], ClaimRefusal>.No)
        {
            log.LogError("{CaseId} stands at {State}, and its insurer says {Stage}: a human must ask it", row.CaseId, row.Status, stage);
            await books.AskLaterAsync(session, leg, $"impossible: {stage} at {row.Status}", books.Options.Insurer);
            return;
        }

        var steps = ((Verdict<ClaimStep[], ClaimRefusal>.Ok)walk).Value;
        if (steps.Length == 0)
        {
            await books.AskLaterAsync(session, leg, said.Stage, books.Options.Insurer);
            return;
        }

        if (!await LegStore.ResolveAsync(session, leg.LegId, LegState.Succeeded, null, null, said.Stage, books.Now)) return;
        var moved = await moves.MoveAsync(session, row, steps, new("insurer", said.Amount?.Value, said.Text));
        if (moved.Status.IsAwaited()) await OpenAsync(session, moved);
    }

    private static Stage? StageOf(string stage) => stage switch
    {
        "RECEIVED" => Stage.Received,
        "DECLARED" => Stage.Declared,
        "COSTED" => Stage.Costed,
        "ASSESSED" => Stage.Assessed,
        "SETTLED" => Stage.Settled,
        "PAID" => Stage.Paid,
        "REFUSED" => Stage.Refused,
        "WITHDRAWN" => Stage.Withdrawn,
        "APPROVED" => Stage.Approved,
        "GRANTED" => Stage.Granted,
        _ => null,
    };
}
