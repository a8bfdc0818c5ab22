using YbPay.Contracts.Huimin;
using YbPay.Contracts.Outcomes;
using YbPay.Engine;
using YbPay.Engine.Claims;
using YbPay.Huimin.Door;
using YbPay.Huimin.Features.Claims.Cases;
using YbPay.Huimin.Features.Claims.Insurers;
using YbPay.Huimin.Features.Claims.Notices;
using YbPay.Huimin.Running;
using YbPay.Storage;
using YbPay.Storage.Legs;

namespace YbPay.Huimin.Features.Claims.Reporting;

/// <summary>HOS00026 案件撤销. Where no insurer has the case it is withdrawn at once; else when the insurer has said so.</summary>
internal sealed class WithdrawCase(HuiminBooks books, CaseFinder cases, CaseMoves moves, CaseWithdrawal withdrawal, ClaimNotices notices) : Transaction<WithdrawCaseRequest>("HOS00026")
{
    protected override async Task<Outcome<TransactionReply>> HandleAsync(Call call, WithdrawCaseRequest request, ContentReceiver content)
    {
        var written = await books.Database.WriteAsync<Outcome<(LegRow? Leg, bool IsNew)>>(async session =>
        {
            var found = await cases.TakeAsync(session, call, request.TreatmentSerialNo, request.IdNo);
            if (found is not Outcome<CaseRow>.Ok { Value: var row }) return ((Outcome<CaseRow>.No)found).Why;
            var verdict = ClaimRules.Withdraw(row.Way, row.Status);
            if (verdict is Verdict<ClaimState, ClaimRefusal>.No no) return ClaimRefusals.Of(no.Why);
            if (row.Way == ClaimKind.Direct && await CaseStore.HasDischargeAsync(session, row.HospitalId, row.VisitNo)) return ClaimRefusals.CaseDecided;
            if (ClaimRules.InsurerDecidesWithdrawal(row.Way, row.Status)) return await withdrawal.OpenAsync(session, row);
            await moves.MoveAsync(session, row, ClaimEvent.Withdrawn, new(call.HospitalId));
            return (null, false);
        });
        if (written is not Outcome<(LegRow? Leg, bool IsNew)>.Ok { Value: var (leg, isNew) }) return ((Outcome<(LegRow? Leg, bool IsNew)>.No)written).Why;
        notices.Ring();
        if (leg is null) return TransactionReply.Empty;
        return await withdrawal.CarryOutAsync(leg, isNew, CancellationToken.None) switch
        {
            true => TransactionReply.Empty,
            false => ClaimRefusals.WithdrawalRefused,
            null => ClaimRefusals.WithdrawalOpen,
        };
    }
}
