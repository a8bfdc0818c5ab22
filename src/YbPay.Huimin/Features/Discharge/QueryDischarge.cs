using YbPay.Contracts.Huimin;
using YbPay.Contracts.Outcomes;
using YbPay.Huimin.Door;
using YbPay.Huimin.Running;
using YbPay.Storage;

namespace YbPay.Huimin.Features.Discharge;

/// <summary>HOS00016: a discharge (type 01) or a cancellation (02) as it stands, by the hospital's number of it.</summary>
internal sealed class QueryDischarge(HuiminBooks books) : Transaction<QueryDischargeRequest>("HOS00016")
{
    private const string Settlement = "01";

    protected override (string HospitalId, string CityCode)? Hospital(QueryDischargeRequest request) => (request.HospitalId, request.CityCode);

    protected override Task<Outcome<TransactionReply>> HandleAsync(Call call, QueryDischargeRequest request, ContentReceiver content) =>
        books.Database.ReadAsync<Outcome<TransactionReply>>(async session =>
        {
            var cancellation = request.Type == Settlement ? null : await CancellationStore.FindByOrderAsync(session, call.HospitalId, request.OrderId);
            var row = request.Type == Settlement
                ? await DischargeStore.FindByOrderAsync(session, call.HospitalId, request.OrderId)
                : cancellation is null ? null : await DischargeStore.FindAsync(session, cancellation.DischargeId);
            if (row is null || row.VisitNo != request.TreatmentSerialNo) return DischargeRefusals.DischargeUnknown;
            var file = await DischargeFile.ReadAsync(session, row);
            return Reply(cancellation is null ? DischargeReplies.Query(file) : DischargeReplies.Query(file, cancellation));
        });
}
