using YbPay.Huimin.Partners;
using YbPay.Huimin.Running;

namespace YbPay.Huimin.Features.Statements;

/// <summary>Makes a hospital's statement of a day once; whoever asks later, and on whatever node, gets the same bytes.</summary>
internal sealed class StatementMaking(HuiminBooks books, PartnerRegistry partners)
{
    /// <summary>Of a day that is ready; made now when it was not made before.</summary>
    public async Task<StoredStatement> GetAsync(Partner partner, StatementDay day, CancellationToken cancel)
    {
        if (await FindAsync(partner.HospitalId, day.Text, cancel) is { } stored) return stored;
        var orders = await books.Database.ReadAsync(session => StatementStore.OrdersAsync(session, books, partner.HospitalId, day), cancel);
        await StatementStore.AddAsync(books, partner.HospitalId, day, StatementFile.Make(partner, day, orders));
        return await FindAsync(partner.HospitalId, day.Text, cancel) ?? throw new InvalidOperationException("A statement was stored and is not there.");
    }

    public Task<StoredStatement?> FindAsync(string hospitalId, string day, CancellationToken cancel) =>
        books.Database.ReadAsync(session => StatementStore.FindAsync(session, books, hospitalId, day), cancel);

    /// <summary>Makes what is missing of every hospital, from the day of its first order on.</summary>
    /// <param name="latest">The last day; it is ready.</param>
    public async Task CatchUpAsync(StatementDay latest, CancellationToken cancel)
    {
        foreach (var partner in partners.All)
        {
            if (await books.Database.ReadAsync(session => StatementStore.FirstDayAsync(session, partner.HospitalId), cancel) is not { } day || day.CompareTo(latest) > 0) continue;
            var made = await books.Database.ReadAsync(session => StatementStore.DaysAsync(session, partner.HospitalId), cancel);
            for (; day.CompareTo(latest) <= 0; day = day.Next)
            {
                cancel.ThrowIfCancellationRequested();
                if (!made.Contains(day.Text)) await GetAsync(partner, day, cancel);
            }
        }
    }
}
