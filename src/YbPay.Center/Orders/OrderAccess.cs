using YbPay.Center.Pipeline;
using YbPay.Center.Running;
using YbPay.Center.Vouchers;
using YbPay.Contracts.Outcomes;

namespace YbPay.Center.Orders;

/// <summary>What 6301 and 6401 must name to touch an order (tables 18 and 21).</summary>
internal sealed record OrderClaim(string PayOrdId, string OrgCodg, string PayToken, string IdType, string IdNo, string UserName)
{
    public override string ToString() => PayOrdId;
}

/// <summary>Finds the order that a message names. Whatever does not match is answered like an order that does not exist.</summary>
internal sealed class OrderAccess(CenterBooks books)
{
    public async Task<Outcome<OrderRow>> FindAsync(Caller caller, OrderClaim claim)
    {
        if (caller.Partner.Institution(claim.OrgCodg) is null) return Refusals.InstitutionNotPartners;
        var order = await books.FindOrderAsync(claim.PayOrdId);
        return order is not null && order.OrgCodg == claim.OrgCodg && order.AppId == caller.Partner.AppId
            && Credentials.Same(order.PayTokenHash, Credentials.Hash(claim.PayToken))
            && Credentials.Same(order.PersonIndex, Person.Index(books.Cipher, claim.IdType, claim.IdNo, claim.UserName))
            ? order
            : Refusals.OrderMissing;
    }
}
