using YbPay.Engine;
using YbPay.Engine.Claims;
using YbPay.Engine.Money;
using YbPay.Huimin.Features.Claims.Cases;
using YbPay.Huimin.Running;
using YbPay.Storage;

namespace YbPay.Huimin.Features.Claims;

/// <summary>A direct claim goes its way by trials and discharges: its insurer is paid and told there.</summary>
internal sealed class DirectClaims(CaseMoves moves) : IDirectClaims
{
    public async Task TrialledAsync(DbSession session, string hospitalId, string visitNo, string trialId, Fen budget, long now)
    {
        if (await TakeAsync(session, hospitalId, visitNo) is not { } row) return;
        var walk = Walk(ClaimWalk.Trialled(row.Status));
        if (walk.Length == 0) return;
        await moves.MoveAsync(session, row, walk, new(hospitalId, budget.Value));
        await CaseStore.NoteTrialAsync(session, row.CaseId, trialId);
    }

    public async Task DischargedAsync(DbSession session, string hospitalId, string visitNo, Fen settled, long now)
    {
        if (await TakeAsync(session, hospitalId, visitNo) is { } row) await moves.MoveAsync(session, row, Walk(ClaimWalk.Discharged(row.Status)), new(hospitalId, settled.Value));
    }

    public async Task CancelledAsync(DbSession session, string hospitalId, string visitNo, long now)
    {
        if (await TakeAsync(session, hospitalId, visitNo) is { } row) await moves.MoveAsync(session, row, ClaimEvent.SettlementCancelled, new(hospitalId));
    }

    /// <summary>Null when the visit has no direct claim.</summary>
    private static async Task<CaseRow?> TakeAsync(DbSession session, string hospitalId, string visitNo) =>
        await CaseStore.OfVisitAsync(session, hospitalId, visitNo, toWrite: true) is { Way: ClaimKind.Direct } row ? row : null;

    /// <summary>What the case refuses stops nobody.</summary>
    private static ClaimStep[] Walk(Verdict<ClaimStep[], ClaimRefusal> verdict) => verdict is Verdict<ClaimStep[], ClaimRefusal>.Ok { Value: var steps } ? steps : [];
}
