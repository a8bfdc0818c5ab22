using YbPay.Contracts.Huimin;
using YbPay.Contracts.Outcomes;
using YbPay.Engine;
using YbPay.Engine.Claims;
using YbPay.Huimin.Door;
using YbPay.Huimin.Features.Claims.Cases;
using YbPay.Huimin.Features.Claims.Documents;
using YbPay.Huimin.Features.Claims.Insurers;
using YbPay.Huimin.Features.Claims.Notices;
using YbPay.Huimin.Running;
using YbPay.Storage;
using YbPay.Storage.Audit;
using YbPay.Storage.Legs;

namespace YbPay.Huimin.Features.Claims.Reporting;

/// <summary>HOS00027 保险理赔. Status 1: all documents are there, the insurer gets the case. Status 2 changes nothing and is noted.</summary>
internal sealed class ReportClaim(HuiminBooks books, CaseFinder cases, CaseMoves moves, CaseSubmission submission, ClaimNotices notices) : Transaction<ReportClaimRequest>("HOS00027")
{
    private const string Complete = "1";

    protected override async Task<Outcome<TransactionReply>> HandleAsync(Call call, ReportClaimRequest request, ContentReceiver content)
    {
        var written = await books.Database.WriteAsync<Outcome<LegRow?>>(async session =>
        {
            var found = await cases.TakeForDocumentAsync(session, call, request.TreatmentSerialNo, request.IdNo);
            if (found is not Outcome<CaseRow>.Ok { Value: var row }) return ((Outcome<CaseRow>.No)found).Why;
            if (request.Status != Complete)
            {
                await AuditStore.AppendAsync(session, call.HospitalId, "case.DocumentsToCome", row.CaseId, "", call.Now);
                return (Outcome<LegRow?>)(LegRow?)null;
            }

            var verdict = ClaimRules.Report(row.Way, row.Status, await CaseDocumentStore.KindsAsync(session, row.CaseId));
            if (verdict is not Verdict<ClaimState, ClaimRefusal>.Ok { Value: var next }) return ClaimRefusals.Of(((Verdict<ClaimState, ClaimRefusal>.No)verdict).Why);
            var reported = await moves.MoveAsync(session, row, [new(ClaimEvent.HospitalReported, next)], new(call.HospitalId));
            return (Outcome<LegRow?>)await submission.OpenAsync(session, reported);
        });
        if (written is not Outcome<LegRow?>.Ok { Value: var leg }) return ((Outcome<LegRow?>.No)written).Why;
        notices.Ring();
        if (leg is not null) await submission.CarryOutAsync(leg, isFirst: true, CancellationToken.None);
        return TransactionReply.Empty;
    }
}
