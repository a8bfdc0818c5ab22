using YbPay.Center.Core;
using YbPay.Center.Orders;
using YbPay.Center.Running;
using YbPay.Protocol.Outgoing;
using YbPay.Storage.Ledger;

namespace YbPay.Center.Features.Books;

/// <summary>
/// What accounts paid of paid orders' cash, ours against the core's (5203), newest first. An order that differs is put right by asking for it (6301) where cash can go
/// back; otherwise a human must look: the patient paid twice, or accounts took back what they had paid.
/// </summary>
internal sealed class AccountsStatement(CenterBooks books, ICore core)
{
    private const string Name = "what accounts paid agrees";

    /// <summary>The core is asked one by one, so not for more.</summary>
    private const int Most = 200;

    public async Task<BooksClaim> CheckAsync(DateTimeOffset from)
    {
        var orders = await books.Database.ReadAsync(session => OrderStore.PaidBesideInsuranceAsync(session, from.ToUnixTimeMilliseconds(), Most));
        var breaches = new List<string>();
        foreach (var order in orders)
        {
            switch (await core.AccountsPaidAsync(books.PartyOf(order), order))
            {
                case Answer<AccountsPaid?>.Given { Value: null }:
                    // Another core, which knows no such payments.
                    return new BooksClaim(Name, 0, []);
                case Answer<AccountsPaid?>.Given { Value: { Undecided.Value: 0 } told } when told.PaidDown.Value != order.PaidDown:
                    breaches.Add($"amount: {order.PayOrdId} is {order.PaidDown} here and {told.PaidDown.Value} there");
                    break;
                case Answer<AccountsPaid?>.Given:
                    break;
                case var other:
                    return new BooksClaim(Name, 0, [], $"the core: {other.Note}");
            }
        }

        return new BooksClaim(Name, orders.Count, breaches);
    }
}
