using YbPay.Center.Features.Cash;
using YbPay.Center.Features.PayDown;
using YbPay.Center.Orders;
using YbPay.Center.Pipeline;
using YbPay.Center.Running;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Orders;

namespace YbPay.Center.Features.QueryOrder;

/// <summary>6301: the order as it is true now.</summary>
internal sealed class QueryOrderUseCase(CenterBooks books, OrderAccess access, CashCollection cash, AccountPayments accounts, Credentials credentials) : IUseCase<QueryOrderRequest, QueryOrderReply>
{
    public async Task<Outcome<QueryOrderReply>> RunAsync(Caller caller, QueryOrderRequest request)
    {
        var found = await access.FindAsync(
            caller, new OrderClaim(request.PayOrdId, request.OrgCodg, request.PayToken, request.IdType, request.IdNo, request.UserName));
        if (found is Outcome<OrderRow>.Ok { Value: var order }) found = await accounts.LookAsync(order);
        // Whose own order takes the cash is asked first: a hospital that was just paid hears it here, and need not wait for our next question.
        if (found is Outcome<OrderRow>.Ok { Value: { State: OrderState.AwaitingCash } waiting } && PaidVia.OwnOrderOf(waiting.Via) is not null)
            found = (await cash.AskAsync(waiting)).Order;
        return found.Then<QueryOrderReply>(stands => OrderView.Query(
            stands, books.InstitutionOf(stands).OrgName, RevsToken(stands)));
    }

    private string? RevsToken(OrderRow order) =>
        order.State.AmountsKnown() && order.SettleLeg is { } leg ? credentials.ReversalToken(order.PayOrdId, leg) : null;
}
