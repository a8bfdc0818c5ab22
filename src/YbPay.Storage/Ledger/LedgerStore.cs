using System.Text;
using YbPay.Engine.Ledger;

namespace YbPay.Storage.Ledger;

/// <summary>The double-entry ledger: entries are only ever added (the database refuses UPDATE and DELETE).</summary>
public static class LedgerStore
{
    private const int MostLinesAtOnce = 32;
    private static readonly string[] InsertLines = [.. Enumerable.Range(1, MostLinesAtOnce).Select(InsertOf)];

    /// <summary>Writes one balanced entry; the entry id is unique, so posting twice fails in the database.</summary>
    public static async Task PostAsync(DbSession session, LedgerEntry entry, string ownerId, string institution, long now)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(entry);
        await session.LaterAsync("""
            INSERT INTO ledger_entries (entry_id, reason, owner_id, institution, lines, posted_at) VALUES (@EntryId, @Reason, @ownerId, @institution, @lines, @now)
            """, new { entry.EntryId, entry.Reason, ownerId, institution, lines = entry.Postings.Count, now }).ConfigureAwait(false);

        for (var from = 0; from < entry.Postings.Count; from += MostLinesAtOnce)
        {
            var count = Math.Min(MostLinesAtOnce, entry.Postings.Count - from);
            var values = new Dictionary<string, object?> { ["entryId"] = entry.EntryId, ["ownerId"] = ownerId, ["now"] = now };
            for (var i = 0; i < count; i++)
            {
                values["line" + i] = from + i + 1;
                values["account" + i] = entry.Postings[from + i].Account;
                values["amount" + i] = entry.Postings[from + i].Amount;
            }

            await session.LaterAsync(InsertLines[count - 1], values).ConfigureAwait(false);
        }
    }

    /// <summary>Sum of fen per account over an owner's entries.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> BalancesOfAsync(DbSession session, string ownerId)
    {
        var sums = await session.QueryAsync<(string Account, long Sum)>(
            "SELECT account, SUM(amount) FROM ledger_postings WHERE owner_id = @ownerId GROUP BY account", new { ownerId }).ConfigureAwait(false);
        return sums.ToDictionary(s => s.Account, s => s.Sum, StringComparer.Ordinal);
    }

    /// <summary>Sum of fen per account over the whole ledger, read from the account index alone.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> TotalsAsync(DbSession session)
    {
        var sums = await session.QueryAsync<(string Account, long Sum)>("SELECT account, SUM(amount) FROM ledger_postings GROUP BY account").ConfigureAwait(false);
        return sums.ToDictionary(s => s.Account, s => s.Sum, StringComparer.Ordinal);
    }

    /// <summary>One account's sum; <paramref name="before"/> (exclusive) gives the opening balance of a day.</summary>
    public static Task<long> BalanceAsync(DbSession session, string account, long before = long.MaxValue) =>
        session.FirstOrDefaultAsync<long>("SELECT SUM(amount) FROM ledger_postings WHERE account = @account AND posted_at < @before", new { account, before });

    /// <summary>Entry ids whose lines do not sum to zero or are not as many as were written; empty when the books hold.</summary>
    public static Task<IReadOnlyList<string>> UnbalancedAsync(DbSession session) => session.QueryAsync<string>("""
        SELECT e.entry_id FROM ledger_entries e
        LEFT JOIN (SELECT entry_id, SUM(amount) AS total, COUNT(*) AS lines FROM ledger_postings GROUP BY entry_id) p ON p.entry_id = e.entry_id
        WHERE COALESCE(p.total, 0) <> 0 OR COALESCE(p.lines, 0) <> e.lines
        ORDER BY e.entry_id
        """);

    private static string InsertOf(int count)
    {
        var sql = new StringBuilder("INSERT INTO ledger_postings (entry_id, line, owner_id, account, amount, posted_at) VALUES ");
        for (var i = 0; i < count; i++)
            sql.Append(i == 0 ? "" : ", ").Append(null, $"(@entryId, @line{i}, @ownerId, @account{i}, @amount{i}, @now)");
        return sql.ToString();
    }
}
