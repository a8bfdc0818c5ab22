using YbPay.Contracts.Huimin;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Discharge;
using YbPay.Huimin.Door;
using YbPay.Huimin.Running;
using YbPay.Storage;

namespace YbPay.Huimin.Features.Discharge;

/// <summary>HOS00015, retired: takes a settled discharge back. The insurer's part goes first; surplus that went back to the person stays with him.</summary>
internal sealed class CancelDischarge(HuiminBooks books, DischargeSteps steps, DischargeLegs legs) : Transaction<CancelDischargeRequest>("HOS00015")
{
    public override bool IsRetired => true;

    protected override (string HospitalId, string CityCode)? Hospital(CancelDischargeRequest request) => (request.HospitalId, request.CityCode);

    protected override async Task<Outcome<TransactionReply>> HandleAsync(Call call, CancelDischargeRequest request, ContentReceiver content)
    {
        var begun = await books.Database.WriteAsync(session => BeginAsync(session, call, request));
        return await begun.Match<Task<Outcome<TransactionReply>>>(
            async beginning =>
            {
                await legs.RunAsync(beginning.Legs);
                var cancellation = (await books.Database.ReadAsync(session => CancellationStore.FindByOrderAsync(session, call.HospitalId, request.OrderId)))!;
                return Reply(DischargeReplies.Cancellation(cancellation), cancellation.Stands is DischargeState.CancelFailed ? DischargeRefusals.CancellationRefused : null);
            },
            why => Task.FromResult<Outcome<TransactionReply>>(why));
    }

    /// <summary>The legs to send; none for an order that is known, or when there is nothing to take back outside.</summary>
    private async Task<Outcome<Beginning>> BeginAsync(DbSession session, Call call, CancelDischargeRequest request)
    {
        if (await DischargeStore.FindAsync(session, request.OrigOrderId) is not { } found || found.HospitalId != call.HospitalId) return DischargeRefusals.DischargeUnknown;
        var file = await DischargeFile.LockAsync(session, found.QueryId);
        if (await CancellationStore.FindByOrderAsync(session, call.HospitalId, request.OrderId) is { } known)
            return known.DischargeId == found.QueryId ? new Beginning([]) : Refusals.OrderIdUsed;
        var on = DischargeStep.Cancellation(file.Sums);
        if (DischargeMachine.Next(file.Row.Stands, on) is not { } next) return DischargeRefusals.CancellationImpossible;

        var row = new CancellationRow
        {
            QueryId = books.Ids.Next(QueryIds.Cancellation), HospitalId = call.HospitalId, OrderId = request.OrderId, DischargeId = found.QueryId, State = (long)next, CreatedAt = books.Now,
        };
        if (!await OrderNumberStore.TakeAsync(session, call.HospitalId, request.OrderId, QueryIds.Cancellation, row.QueryId, books.Now)) return Refusals.OrderIdUsed;
        await CancellationStore.InsertAsync(session, row);
        return new Beginning(await steps.HappenAsync(session, file, on));
    }

    private sealed record Beginning(IReadOnlyList<string> Legs);
}
