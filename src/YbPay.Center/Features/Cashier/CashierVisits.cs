using System.Security.Cryptography;
using YbPay.Center.Orders;
using YbPay.Center.Running;
using YbPay.Engine.Money;
using YbPay.Storage;

namespace YbPay.Center.Features.Cashier;

/// <summary>A browser at the cashier: which order it may see and pay. The order's person was checked when the visit began.</summary>
internal sealed record CashierVisit
{
    public required string VisitHash { get; init; }

    public required string AddressHash { get; init; }

    public required string PayOrdId { get; init; }

    public required long Deposit { get; init; }

    /// <summary>Until then the payment may be confirmed.</summary>
    public required long ConfirmUntil { get; init; }

    /// <summary>Until then the result may be seen.</summary>
    public required long ExpiresAt { get; init; }
}

/// <summary>
/// The visits table. The browser's cookie is 32 random bytes, stored hashed; an address serves the browser that opened it
/// first and no other.
/// </summary>
internal sealed class CashierVisits(CenterBooks books)
{
    /// <summary>Results stay to be seen so long after an order's time limit: a patient may come back late from his bank.</summary>
    private static readonly TimeSpan ResultsKept = TimeSpan.FromHours(2);

    private const string Columns = "visit_hash, address_hash, pay_ord_id, deposit, confirm_until, expires_at";

    /// <summary>Begins a visit; gives the cookie, or null when another browser opened the address before.</summary>
    public async Task<string?> BeginAsync(string address, OrderRow order, Fen deposit)
    {
        var cookie = RandomNumberGenerator.GetHexString(64, lowercase: true);
        var now = books.Now;
        var begun = await books.Database.WriteAsync(session => session.ExecuteAsync(
            $"INSERT INTO cashier_visits ({Columns}) VALUES (@visit, @address, @payOrdId, @deposit, @confirmUntil, @expiresAt) ON CONFLICT DO NOTHING",
            new
            {
                visit = Credentials.Hash(cookie), address = Credentials.Hash(address), payOrdId = order.PayOrdId, deposit = deposit.Value,
                confirmUntil = Math.Min(now + (long)books.Options.CashierLimit.TotalMilliseconds, order.ClosesAt),
                expiresAt = Math.Max(now, order.ClosesAt) + (long)ResultsKept.TotalMilliseconds,
            }));
        return begun == 1 ? cookie : null;
    }

    /// <summary>The visit of a cookie, or null when there is none or it is over.</summary>
    public async Task<CashierVisit?> FindAsync(string? cookie)
    {
        if (cookie is not { Length: 64 }) return null;
        var visit = await books.Database.ReadAsync(session => session.FirstOrDefaultAsync<CashierVisit>(
            $"SELECT {Columns} FROM cashier_visits WHERE visit_hash = @visit", new { visit = Credentials.Hash(cookie) }));
        return visit is not null && visit.ExpiresAt > books.Now ? visit : null;
    }

    /// <summary>Drops visits whose credentials cannot be good any more: an address must not become new again.</summary>
    public Task<int> SweepAsync() => books.Database.WriteAsync(session => session.ExecuteAsync(
        "DELETE FROM cashier_visits WHERE expires_at < @limit", new { limit = books.Now - (long)TimeSpan.FromDays(7).TotalMilliseconds }));
}
