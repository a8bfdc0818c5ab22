using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YbPay.Engine.Discharge;
using YbPay.Engine.Ledger;
using YbPay.Hosting;
using YbPay.Huimin.Door;
using YbPay.Huimin.Running;
using YbPay.Storage;
using YbPay.Storage.Audit;
using YbPay.Storage.Legs;

namespace YbPay.Huimin.Features.Discharge;

/// <summary>
/// <c>POST /internal/discharges</c> {queryId, action, reason}: an operator ends what no leg can end. <c>claimUndone</c>: people agreed with the insurer
/// that a claim does not stand which it would not take back. <c>surplusPaidOut</c>: the hospital has paid out what the bank would not take back.
/// 200 {orderStatus}; 400 for anything else than that; 404 when there is no such discharge; 409 when it does not wait for this.
/// </summary>
internal sealed class DischargeControl(HuiminBooks books, DischargeSteps steps)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/internal/discharges", async (HttpContext http) =>
        InternalDoor.Opens(http, books.Options.InternalToken) ? await ActAsync(http) : Results.Empty);

    private async Task<IResult> ActAsync(HttpContext http)
    {
        if (await OperatorOrder.ReadAsync(http) is not { QueryId.Length: > 0 } order || EventOf(order.Action) is not { } on) return Results.BadRequest();
        return await books.Database.WriteAsync(async session =>
        {
            if (await DischargeStore.FindAsync(session, order.QueryId) is not { } found) return Results.NotFound();
            var file = await DischargeFile.LockAsync(session, found.QueryId);
            if (DischargeMachine.Next(file.Row.Stands, on) is not { } next) return Results.Conflict();
            await AuditStore.AppendAsync(session, "operator", $"Discharge{on}", file.Row.QueryId, order.Reason!, books.Now);
            if (on is DischargeEvent.ClaimUndoneByHand) await BookUndoneAsync(session, file.Row);
            await steps.HappenAsync(session, file, on, row => on is DischargeEvent.ClaimUndoneByHand ? row with { Insured = 0, Msg = "保险公司结算金额与试算不一致" } : row);
            return Results.Json(new OperatorAnswer(next.OfDischarge()), OperatorJson.Default.OperatorAnswer);
        });
    }

    /// <summary>The entry belongs to the leg by which the insurer was asked to take the claim back and would not.</summary>
    private async Task BookUndoneAsync(DbSession session, DischargeRow row)
    {
        var legs = await LegStore.OfOwnerAsync(session, row.QueryId);
        var trial = await TrialStore.FindAsync(session, row.HospitalId, row.TrialId) ?? throw new InvalidDataException($"Discharge {row.QueryId} has no trial.");
        var entry = HuiminPostings.ClaimCancelled(row.QueryId, legs.Last(leg => leg.Kind == LegKinds.ClaimOfDischargeBack).LegId, trial.InsuranceId!, new(row.Insured));
        await books.PostAsync(session, entry, row.QueryId, row.HospitalId);
    }

    private static DischargeEvent? EventOf(string? action) => action switch
    {
        "claimUndone" => DischargeEvent.ClaimUndoneByHand,
        "surplusPaidOut" => DischargeEvent.SurplusPaidOutByHand,
        _ => null,
    };
}
