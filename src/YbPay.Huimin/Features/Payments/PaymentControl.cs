using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YbPay.Engine.Credit;
using YbPay.Hosting;
using YbPay.Huimin.Door;
using YbPay.Huimin.Running;

namespace YbPay.Huimin.Features.Payments;

/// <summary>
/// <c>POST /internal/payments</c> {queryId, action, reason}: an operator ends what no leg can end. <c>claimUndone</c>: people agreed with the insurer
/// that a claim does not stand which it would not take back. 200 {orderStatus}; 400 for anything else than that; 404 when there is no such payment;
/// 409 when it does not wait for this.
/// </summary>
internal sealed class PaymentControl(HuiminBooks books, PaymentBooking booking)
{
    private const string ClaimUndone = "claimUndone";

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/internal/payments", async (HttpContext http) =>
        InternalDoor.Opens(http, books.Options.InternalToken) ? await ActAsync(http) : Results.Empty);

    private async Task<IResult> ActAsync(HttpContext http)
    {
        if (await OperatorOrder.ReadAsync(http) is not { QueryId.Length: > 0, Action: ClaimUndone } order) return Results.BadRequest();
        return await books.Database.WriteAsync(async session =>
        {
            if (await PaymentStore.FindAsync(session, order.QueryId) is null) return Results.NotFound();
            var payment = await PaymentStore.TakeAsync(session, order.QueryId);
            return await booking.UndoneByHandAsync(session, payment, order.Reason!) is { } after
                ? Results.Json(new OperatorAnswer(after.Stands.ToOrderStatus()), OperatorJson.Default.OperatorAnswer)
                : Results.Conflict();
        });
    }
}
