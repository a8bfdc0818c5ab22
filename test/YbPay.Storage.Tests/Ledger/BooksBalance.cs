using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Storage.Ledger;

namespace YbPay.Storage.Tests.Ledger;

public sealed class BooksBalance
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Balances_add_up_per_owner_and_over_all(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(async s =>
        {
            await LedgerStore.PostAsync(s, Entry("E1", ("fund", -700), ("hospital", 1000), ("cash", -300)), "O1", "H1", 1000);
            await LedgerStore.PostAsync(s, Entry("E2", ("cash", 300), ("hospital", -300)), "O1", "H1", 2000);
            await LedgerStore.PostAsync(s, Entry("E3", ("fund", -50), ("hospital", 50)), "O2", "H1", 3000);
        });
        (await test.Database.ReadAsync(s => LedgerStore.BalancesOfAsync(s, "O1"))).ShouldBe(new Dictionary<string, long> { ["fund"] = -700, ["hospital"] = 700, ["cash"] = 0 }, ignoreOrder: true);
        (await test.Database.ReadAsync(LedgerStore.TotalsAsync)).ShouldBe(new Dictionary<string, long> { ["fund"] = -750, ["hospital"] = 750, ["cash"] = 0 }, ignoreOrder: true);
        (await test.Database.ReadAsync(s => LedgerStore.BalanceAsync(s, "hospital", before: 3000))).ShouldBe(700);
        (await test.Database.ReadAsync(s => LedgerStore.BalanceAsync(s, "nobody"))).ShouldBe(0);
        (await test.Database.ReadAsync(LedgerStore.UnbalancedAsync)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_entry_is_posted_once(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        var entry = Entry("E1", ("fund", -700), ("hospital", 700));
        await test.Database.WriteAsync(s => LedgerStore.PostAsync(s, entry, "O1", "H1", 1000));
        var error = await Should.ThrowAsync<Exception>(test.Database.WriteAsync(s => LedgerStore.PostAsync(s, entry, "O1", "H1", 1000)));
        StorageErrors.IsDuplicateKey(error).ShouldBeTrue();
        (await test.Database.ReadAsync(LedgerStore.TotalsAsync))["hospital"].ShouldBe(700);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Entries_of_many_lines_are_whole(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        var lines = Enumerable.Range(1, 99).Select(i => ($"account{i:00}", (long)i)).Append(("sum", -99L * 100 / 2)).ToArray();
        await test.Database.WriteAsync(s => LedgerStore.PostAsync(s, Entry("E1", lines), "O1", "H1", 1000));
        var balances = await test.Database.ReadAsync(s => LedgerStore.BalancesOfAsync(s, "O1"));
        balances.Count.ShouldBe(100);
        lines.ShouldAllBe(line => balances[line.Item1] == line.Item2);
        (await test.Database.ReadAsync(LedgerStore.UnbalancedAsync)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Posted_entries_can_be_neither_changed_nor_removed(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(s => LedgerStore.PostAsync(s, Entry("E1", ("fund", -700), ("hospital", 700)), "O1", "H1", 1000));
        foreach (var sql in (string[])["UPDATE ledger_postings SET amount = 0", "DELETE FROM ledger_postings", "UPDATE ledger_entries SET reason = ''", "DELETE FROM ledger_entries"])
            await Should.ThrowAsync<System.Data.Common.DbException>(test.Database.WriteAsync(s => s.ExecuteAsync(sql)));
        (await test.Database.ReadAsync(LedgerStore.TotalsAsync))["hospital"].ShouldBe(700);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Entries_that_were_tampered_with_are_named(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(async s =>
        {
            foreach (var id in (string[])["E1", "E2", "E3", "E4"]) await LedgerStore.PostAsync(s, Entry(id, ("fund", -700), ("hospital", 700)), "O1", "H1", 1000);
            await s.ExecuteAsync(kind == BothDatabases.Sqlite ? "DROP TRIGGER ledger_postings_stay" : "DROP TRIGGER ledger_postings_stay ON ledger_postings");
            if (kind == BothDatabases.Sqlite) await s.ExecuteAsync("DROP TRIGGER ledger_postings_keep");
            await s.ExecuteAsync("UPDATE ledger_postings SET amount = 701 WHERE entry_id = 'E2' AND line = 2");
            await s.ExecuteAsync("DELETE FROM ledger_postings WHERE entry_id = 'E4'");
        });
        (await test.Database.ReadAsync(LedgerStore.UnbalancedAsync)).ShouldBe(["E2", "E4"]);
    }

    private static LedgerEntry Entry(string id, params (string Account, long Fen)[] lines) => new(id, "test", [.. lines.Select(l => new Posting(l.Account, new Fen(l.Fen)))]);
}
