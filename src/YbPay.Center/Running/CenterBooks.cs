using YbPay.Center.Core;
using YbPay.Center.Orders;
using YbPay.Center.Partners;
using YbPay.Center.Vouchers;
using YbPay.Storage;
using YbPay.Storage.Columns;
using YbPay.Storage.Legs;

namespace YbPay.Center.Running;

/// <summary>What every use case needs to keep its records: the database, the clock, serial numbers and the order's party.</summary>
internal sealed class CenterBooks(IDatabase database, ColumnCipher cipher, TimeProvider clock, PartnerRegistry partners, SerialNumbers serials, CenterOptions options)
{
    /// <summary>So many taken numbers in a row are no accident.</summary>
    private const int MostNumbers = 5;

    public IDatabase Database => database;

    public ColumnCipher Cipher => cipher;

    public CenterOptions Options => options;

    public SerialNumbers Serials => serials;

    public long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public DateTimeOffset Time => clock.GetUtcNow();

    public TimeProvider Clock => clock;

    /// <summary>Until then a leg's own sender is expected to record what came of it; afterwards the resolver takes over.</summary>
    public long LegDeadline => Now + (long)(options.Core.Timeout + TimeSpan.FromSeconds(3)).TotalMilliseconds;

    public Task<OrderRow?> FindOrderAsync(string payOrdId) => database.ReadAsync(session => OrderStore.FindAsync(session, payOrdId));

    /// <summary>An order that must be there because a leg or a message of ours names it.</summary>
    public async Task<OrderRow> OrderAsync(string payOrdId) =>
        await FindOrderAsync(payOrdId) ?? throw new InvalidDataException($"Order {payOrdId} is gone.");

    public CoreParty PartyOf(OrderRow order) => new(order.OrgCodg, InstitutionOf(order).OrgName, Person.Open(cipher, order.Person));

    public InstitutionOptions InstitutionOf(OrderRow order) =>
        partners.OfInstitution(order.OrgCodg)?.Institution ?? throw new InvalidDataException($"Institution {order.OrgCodg} is no longer registered.");

    /// <summary>
    /// One transaction that writes legs down. Where another node took a number in the same second nothing is written: all of
    /// <paramref name="work"/> is done again, and takes another.
    /// </summary>
    public async Task<T> WriteLegsAsync<T>(Func<DbSession, Task<T>> work)
    {
        for (var left = MostNumbers; ; left--)
        {
            try
            {
                return await database.WriteAsync(work);
            }
            catch (System.Data.Common.DbException error) when (left > 1 && LegStore.IsTaken(error))
            {
                // Nothing was sent under it.
            }
        }
    }

    /// <summary>Writes a leg down before it is sent, in <see cref="WriteLegsAsync"/>; gives its message id.</summary>
    public async Task<string> OpenLegAsync(DbSession session, OrderRow order, string ownerId, string kind, long amount = 0)
    {
        var msgid = Serials.Msgid(order.OrgCodg);
        await OpenLegAsync(session, msgid, ownerId, kind, amount);
        return msgid;
    }

    /// <inheritdoc cref="OpenLegAsync(DbSession, OrderRow, string, string, long)"/>
    public Task OpenLegAsync(DbSession session, string msgid, string ownerId, string kind, long amount = 0) =>
        LegStore.InsertAsync(session, msgid, ownerId, kind, amount, null, Now, LegDeadline);

    /// <summary>When the resolver asks next after so many attempts: doubling, five minutes at most.</summary>
    public long NextAttempt(int attempts) =>
        Now + (long)Math.Min(options.Core.ResolveAfter.TotalMilliseconds * Math.Pow(2, Math.Min(attempts, 12)), 300_000);
}
