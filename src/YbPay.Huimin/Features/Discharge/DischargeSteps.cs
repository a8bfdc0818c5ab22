using YbPay.Engine.Discharge;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Huimin.Features.Payments;
using YbPay.Huimin.Running;
using YbPay.Storage;
using YbPay.Storage.Audit;

namespace YbPay.Huimin.Features.Discharge;

/// <summary>
/// What a discharge does next, inside the caller's transaction, which has locked the discharge and its deposits. Whatever is to be done outside is
/// written down in the same transaction, so that a discharge under way always has an open leg: a process that dies leaves all that is needed to go on.
/// </summary>
internal sealed class DischargeSteps(HuiminBooks books, CreditRefunds refunds, IDirectClaims claims)
{
    /// <summary>For a discharge that was just written. Gives the numbers of the legs to send after the commit, as the other methods do.</summary>
    public async Task<IReadOnlyList<string>> BeginAsync(DbSession session, DischargeFile file)
    {
        var legs = new List<string>();
        await EnterAsync(session, file, legs);
        await GoOnAsync(session, file.Row.QueryId, legs);
        return legs;
    }

    /// <param name="with">What else has changed.</param>
    public async Task<IReadOnlyList<string>> HappenAsync(DbSession session, DischargeFile file, DischargeEvent on, Func<DischargeRow, DischargeRow>? with = null)
    {
        var legs = new List<string>();
        await MoveAsync(session, file, on, with ?? (row => row), legs);
        await GoOnAsync(session, file.Row.QueryId, legs);
        return legs;
    }

    /// <summary>After a refund has its answer.</summary>
    public async Task<IReadOnlyList<string>> GoOnAsync(DbSession session, string queryId)
    {
        var legs = new List<string>();
        await GoOnAsync(session, queryId, legs);
        return legs;
    }

    private async Task GoOnAsync(DbSession session, string queryId, List<string> legs)
    {
        while (true)
        {
            var row = await DischargeStore.FindAsync(session, queryId) ?? throw new InvalidDataException($"There is no discharge {queryId}.");
            var file = await DischargeFile.ReadAsync(session, row);
            switch (DischargeStep.Of(file.Work))
            {
                case DischargeStep.Happen { On: var on }:
                    await MoveAsync(session, file, on, same => same, legs);
                    break;
                case DischargeStep.Refund { Refunds: var surplus }:
                    foreach (var one in surplus) legs.Add(await OpenRefundAsync(session, file, one));
                    return;
                default:
                    return; // the insurer's legs were written down on entering their states; the rest waits for somebody
            }
        }
    }

    private async Task MoveAsync(DbSession session, DischargeFile file, DischargeEvent on, Func<DischargeRow, DischargeRow> with, List<string> legs)
    {
        var from = file.Row;
        var next = DischargeMachine.Next(from.Stands, on) ?? throw new InvalidOperationException($"Discharge {from.QueryId} is {from.Stands}: {on} cannot be.");
        var to = with(from) with { State = (long)next };
        if (next is DischargeState.Settled or DischargeState.SettledByHand && to.SettledAt is null) to = to with { SettledAt = books.Now };
        await DischargeStore.MoveAsync(session, from, to, Stands(next), books.Now);
        await AuditStore.AppendAsync(session, from.HospitalId, $"Discharge{on}", from.QueryId, $"{from.OrderId}: {from.Stands} -> {next}", books.Now);
        await EnterAsync(session, file with { Row = to with { Version = from.Version + 1 } }, legs);
    }

    /// <summary>A discharge of the visit that is none of these is in the way of another.</summary>
    private static bool Stands(DischargeState state) => state is not (DischargeState.Failed or DischargeState.Cancelled);

    private async Task EnterAsync(DbSession session, DischargeFile file, List<string> legs)
    {
        var row = file.Row;
        switch (row.Stands)
        {
            case DischargeState.SettlingClaim:
                legs.Add(await books.OpenLegAsync(session, LegKinds.ClaimOfDischarge, row.QueryId, row.Budget, books.Options.Insurer));
                await DischargeStore.NameInsurerLegAsync(session, row.QueryId, legs[^1]);
                break;
            case DischargeState.Undoing:
                legs.Add(await books.OpenLegAsync(session, LegKinds.ClaimOfDischargeBack, row.QueryId, row.Insured, books.Options.Insurer));
                break;
            case DischargeState.Cancelling:
                var cancellation = await CancellationStore.OpenOfDischargeAsync(session, row.QueryId) ?? throw new InvalidDataException($"Nobody cancels {row.QueryId}.");
                legs.Add(await books.OpenLegAsync(session, LegKinds.ClaimOfDischargeBack, cancellation.QueryId, row.Insured, books.Options.Insurer));
                break;
            case DischargeState.Settled or DischargeState.SettledByHand:
                await DepositStore.UseUpAsync(session, row.QueryId, file.Deposits.Count, books.Now);
                await books.PostAsync(session, HuiminPostings.Discharged(row.QueryId, file.Used), row.QueryId, row.HospitalId);
                if (row.Insured > 0) await claims.DischargedAsync(session, row.HospitalId, row.VisitNo, new(row.Insured), books.Now);
                break;
            case DischargeState.Failed:
                await DepositStore.FreeAsync(session, row.QueryId, books.Now);
                await TrialStore.ReleaseAsync(session, row.QueryId, row.HospitalId, row.TrialId);
                break;
            case DischargeState.Cancelled:
                await DepositStore.FreeAsync(session, row.QueryId, books.Now);
                await books.PostAsync(session, HuiminPostings.DischargeCancelled(row.QueryId, file.Used), row.QueryId, row.HospitalId);
                if (row.Budget > 0) await claims.CancelledAsync(session, row.HospitalId, row.VisitNo, books.Now);
                break;
            case DischargeState.Refunding or DischargeState.RefundRefused or DischargeState.UndoRefused or DischargeState.CancelFailed:
                break; // what there is to do is the next step's, or somebody's
        }
    }

    private async Task<string> OpenRefundAsync(DbSession session, DischargeFile file, SurplusRefund surplus)
    {
        var payment = await PaymentStore.TakeAsync(session, surplus.QueryId);
        var origin = new RefundOrigin(LegKinds.RefundOfDischarge, books.Ids.Next(QueryIds.Refund), payment.OrderId, file.Row.Digest, file.Row.QueryId, file.Row.Round);
        var refund = await refunds.OpenAsync(session, payment, surplus.Amount, origin)
            ?? throw new InvalidOperationException($"Deposit {payment.QueryId} of discharge {file.Row.QueryId} does not hold {surplus.Amount}.");
        return refund.LegId;
    }
}
