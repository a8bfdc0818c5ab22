using YbPay.Contracts.Huimin;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Claims;
using YbPay.Huimin.Door;
using YbPay.Huimin.Features.Claims.Cases;
using YbPay.Huimin.Running;

namespace YbPay.Huimin.Features.Claims.Reporting;

/// <summary>HOS00029 查询案件状态. A visit without a case is at node 0, which is no refusal.</summary>
internal sealed class QueryCase(HuiminBooks books) : Transaction<QueryCaseRequest>("HOS00029")
{
    protected override async Task<Outcome<TransactionReply>> HandleAsync(Call call, QueryCaseRequest request, ContentReceiver content)
    {
        if (request.HospitalId != call.HospitalId) return Refusals.HospitalDiffers;
        var row = await books.Database.ReadAsync(session => CaseStore.OfVisitAsync(session, call.HospitalId, request.TreatmentSerialNo, toWrite: false));
        if (row is null) return Reply(new QueryCaseReply { TreatmentSerialNo = request.TreatmentSerialNo, ClaimNode = ClaimStates.NoCase });
        if (!row.IsOf(books.Cipher, request.IdNo)) return ClaimRefusals.CasePersonDiffers;
        return Reply(new QueryCaseReply
        {
            TreatmentSerialNo = row.VisitNo, ClaimNode = row.Status.ToClaimNode(), InsuranceId = row.InsuranceId, InsuranceName = row.InsuranceName, ClaimType = row.ClaimType,
        });
    }
}
