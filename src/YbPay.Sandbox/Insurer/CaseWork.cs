using YbPay.Storage;

namespace YbPay.Sandbox.Insurer;

/// <summary>Moves cases from stage to stage, and decides where it has to be decided.</summary>
internal sealed class CaseWork(InsurerOptions options)
{
    private long Pause => (long)options.StagePause.TotalMilliseconds;

    /// <summary>All that is due by the clock; a case that was long not looked at goes through several stages, each at its own moment.</summary>
    public async Task MoveDueAsync(DbSession session, long now)
    {
        foreach (var due in await CaseTable.DueAsync(session, now))
        {
            var row = due;
            while (row is { NextAt: { } at } && at <= now) row = await MoveAsync(session, row, at);
        }
    }

    /// <summary>One stage on; the case as it stands then.</summary>
    public async Task<CaseRow?> MoveAsync(DbSession session, CaseRow row, long at)
    {
        var plan = options.Book.Find(row.InsuranceId)!;
        if (CaseStage.After(row.Stage, plan.Kind) is not { } next) return row;
        var to = CaseStage.IsDecision(next) ? await DecideAsync(session, row, plan, next, at)
            : next == CaseStage.Settled && !await PolicyTable.UseAsync(session, row.Person, row.InsuranceId, row.Amount) ? Refused(row, at, "保险额度已用完")
            : Moved(row, plan, next, at, row.Amount);
        if (!await CaseTable.MoveAsync(session, row, to) && next == CaseStage.Settled && to.Stage == next)
            await PolicyTable.GiveBackAsync(session, row.Person, row.InsuranceId, row.Amount); // it was withdrawn meanwhile
        return await CaseTable.FindAsync(session, row.Merchant, row.CaseNo);
    }

    public CaseRow Received(CaseRow row, long at) => row with { Stage = CaseStage.Received, StageAt = at, NextAt = at + Pause, Message = CaseStage.Said(CaseStage.Received) };

    private async Task<CaseRow> DecideAsync(DbSession session, CaseRow row, InsurancePlan plan, string next, long at)
    {
        if (row.Refusal.Length > 0) return Refused(row, at, row.Refusal);
        var left = plan.Cap;
        if (plan.Kind == InsuranceKind.Commercial)
        {
            var policy = (await PolicyTable.OfAsync(session, row.Person)).FirstOrDefault(held => held.InsuranceId == row.InsuranceId);
            if (policy is null) return Refused(row, at, "未投保该保险");
            if (policy.Holder != row.Holder) return Refused(row, at, "被保险人姓名不符");
            left = policy.Cap - policy.Used;
        }

        var amount = InsurerRules.Payable(plan, row.Base, left);
        return amount > 0 ? Moved(row, plan, next, at, amount) : Refused(row, at, left == 0 ? "保险额度已用完" : "未超过免赔额");
    }

    private CaseRow Moved(CaseRow row, InsurancePlan plan, string stage, long at, long amount) => row with
    {
        Stage = stage, StageAt = at, NextAt = CaseStage.After(stage, plan.Kind) is null ? null : at + Pause, Amount = amount, Message = CaseStage.Said(stage),
    };

    private static CaseRow Refused(CaseRow row, long at, string why) => row with { Stage = CaseStage.Refused, StageAt = at, NextAt = null, Amount = 0, Message = why };
}
