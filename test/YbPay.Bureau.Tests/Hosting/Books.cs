using YbPay.Storage;
using YbPay.Storage.Ledger;

namespace YbPay.Bureau.Tests.Hosting;

/// <summary>The core's books as its own check sees them.</summary>
internal static class Books
{
    public static Task<BooksReport> CheckAsync(BureauHost host) => BureauBooks.CheckAsync(host.Place, CancellationToken.None);

    /// <summary>Every claim was examined and holds.</summary>
    public static async Task AreCleanAsync(BureauHost host) => (await CheckAsync(host)).Claims.SelectMany(Breaches).ShouldBeEmpty();

    /// <summary>Each breach behind its claim's name.</summary>
    public static IEnumerable<string> Breaches(BooksClaim claim) => claim.Breaches.Append(claim.Skipped).OfType<string>().Select(breach => $"{claim.Name}: {breach}");

    /// <summary>Changes the books as no program of ours can: the guards go first.</summary>
    public static Task TamperAsync(BureauHost host, string sql) => host.Database.WriteAsync(async session =>
    {
        foreach (var table in new[] { "ledger_entries", "ledger_postings", "account_movement" })
            if (session.Dialect == Dialect.Postgres) await session.ExecuteAsync($"ALTER TABLE {table} DISABLE TRIGGER ALL");
            else foreach (var guard in new[] { "stay", "keep" }) await session.ExecuteAsync($"DROP TRIGGER IF EXISTS {table}_{guard}");
        await session.ExecuteAsync(sql);
    });
}
