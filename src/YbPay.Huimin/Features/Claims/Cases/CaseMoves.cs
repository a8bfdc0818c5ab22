using YbPay.Engine.Claims;
using YbPay.Huimin.Features.Claims.Notices;
using YbPay.Huimin.Running;
using YbPay.Storage;
using YbPay.Storage.Audit;

namespace YbPay.Huimin.Features.Claims.Cases;

/// <summary>What is learnt with a step.</summary>
/// <param name="Actor">Who moved the case, for the audit: a hospital, "insurer", "platform".</param>
/// <param name="Amount">Fen that the insurer names, kept once they mean something (<see cref="ClaimStates.HasAmount"/>); null when it names none.</param>
/// <param name="Note">What the insurer says about it, or null.</param>
internal sealed record CaseNews(string Actor, long? Amount = null, string? Note = null);

/// <summary>The one place where a case's status changes: with it the hospital is told of each node it comes to.</summary>
internal sealed class CaseMoves(HuiminBooks books, ClaimNotices notices)
{
    /// <param name="row">Taken in this transaction (<see cref="CaseStore.TakeAsync"/>).</param>
    /// <param name="steps">By the machine; none leaves everything as it is.</param>
    public async Task<CaseRow> MoveAsync(DbSession session, CaseRow row, IReadOnlyList<ClaimStep> steps, CaseNews news)
    {
        if (steps.Count == 0) return row;
        var now = books.Now;
        var to = row with { Amount = steps[^1].To.HasAmount() ? news.Amount ?? row.Amount : row.Amount, Note = news.Note is { Length: > 0 } ? news.Note : row.Note };
        foreach (var step in steps)
        {
            to = to with { Status = step.To, Version = to.Version + 1 };
            var node = step.To.ToClaimNode();
            if (node != to.ToldNode && (to.ToldNode is not null || step.On == ClaimEvent.HospitalReported))
            {
                await notices.TellAsync(session, to, node, now);
                to = to with { ToldNode = node };
            }

            await AuditStore.AppendAsync(session, news.Actor, $"case.{step.On}", row.CaseId, $"{step.To.ToClaimStatus() ?? step.To.ToClaimNode()}", now);
        }

        await CaseStore.UpdateAsync(session, row, to, now);
        return await PutAwayAsync(session, to, except: "");
    }

    /// <summary>The one event that the machine knows in this state; null when it refuses it.</summary>
    public async Task<CaseRow?> MoveAsync(DbSession session, CaseRow row, ClaimEvent on, CaseNews news) =>
        ClaimMachine.Next(row.Way, row.Status, on) is { } next ? await MoveAsync(session, row, [new(on, next)], news) : null;

    /// <summary>A case whose outcome everybody has been told is put away (9).</summary>
    /// <param name="except">A notice that is delivered in this same transaction; empty for none.</param>
    public async Task<CaseRow> PutAwayAsync(DbSession session, CaseRow row, string except)
    {
        if (ClaimMachine.Next(row.Way, row.Status, ClaimEvent.Closed) is null || await ClaimNotices.AnyUndeliveredAsync(session, row.CaseId, except)) return row;
        return await MoveAsync(session, row, ClaimEvent.Closed, new("platform")) ?? row;
    }
}
