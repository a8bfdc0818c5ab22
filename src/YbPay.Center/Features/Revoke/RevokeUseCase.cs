using YbPay.Center.Orders;
using YbPay.Center.Pipeline;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Outcomes;

namespace YbPay.Center.Features.Revoke;

/// <summary>6401: takes an upload back that has not been paid. Revoking what is revoked succeeds again.</summary>
internal sealed class RevokeUseCase(OrderAccess access, Withdrawal.Withdrawal withdrawal) : IUseCase<RevokeRequest, RevokeReply>
{
    public async Task<Outcome<RevokeReply>> RunAsync(Caller caller, RevokeRequest request)
    {
        var found = await access.FindAsync(
            caller, new OrderClaim(request.PayOrdId, request.OrgCodg, request.PayToken, request.IdType, request.IdNo, request.UserName));
        return found switch
        {
            Outcome<OrderRow>.Ok order => (await withdrawal.RunAsync(order.Value, caller.Partner.AppId)).Then<RevokeReply>(_ => new RevokeReply { Success = true }),
            Outcome<OrderRow>.No no => no.Why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
