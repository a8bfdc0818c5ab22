using YbPay.Engine.Ledger;
using YbPay.Storage;
using YbPay.Storage.Columns;
using YbPay.Storage.Ledger;
using YbPay.Storage.Legs;

namespace YbPay.Huimin.Running;

/// <summary>What every use case needs to keep its records: the database, the clock, numbers, legs and the ledger.</summary>
internal sealed class HuiminBooks(IDatabase database, ColumnCipher cipher, TimeProvider clock, QueryIds ids, LegSignal signal, HuiminOptions options)
{
    /// <summary>After a time-out, so long until the resolver takes a leg over whose sender has not recorded what came of it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    public IDatabase Database => database;

    public ColumnCipher Cipher => cipher;

    public QueryIds Ids => ids;

    public HuiminOptions Options => options;

    public DateTimeOffset Time => clock.GetUtcNow();

    public long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>
    /// Writes a leg down before it is sent; gives its number. The number is unique in the database: where another node took it, the whole
    /// transaction fails and nothing was sent.
    /// </summary>
    public async Task<string> OpenLegAsync(DbSession session, string kind, string ownerId, long amount, OutsideOptions outside)
    {
        var legId = ids.Next(QueryIds.Leg);
        await OpenLegAsync(session, legId, kind, ownerId, amount, outside);
        return legId;
    }

    /// <summary>The same under a number of <see cref="Ids"/> that other rows name already.</summary>
    public Task OpenLegAsync(DbSession session, string legId, string kind, string ownerId, long amount, OutsideOptions outside) =>
        LegStore.InsertAsync(session, legId, ownerId, kind, amount, null, Now, Now + (long)(outside.Timeout + Grace).TotalMilliseconds);

    /// <summary>The outcome is open still: the resolver asks after a pause that doubles, five minutes at most.</summary>
    public Task<bool> AskLaterAsync(DbSession session, LegRow leg, string note, OutsideOptions outside) => LegStore.ResolveAsync(
        session, leg.LegId, LegState.Unknown, null, null, note, Now,
        Now + (long)Math.Min(LongestPause.TotalMilliseconds, outside.ResolveAfter.TotalMilliseconds * Math.Pow(2, Math.Min(leg.Attempts, 16))));

    public Task PostAsync(DbSession session, LedgerEntry entry, string ownerId, string hospitalId) => LedgerStore.PostAsync(session, entry, ownerId, hospitalId, Now);

    /// <summary>A leg is due now: the resolver need not wait for its next look.</summary>
    public void WakeResolver() => signal.Ring();
}
