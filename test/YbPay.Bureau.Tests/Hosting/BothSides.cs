using YbPay.Engine.Ledger;

namespace YbPay.Bureau.Tests.Hosting;

/// <summary>Compares the core's accounts with the bank's, and the core's rows with each other. No leg may be open.</summary>
internal static class BothSides
{
    public static async Task AgreeAsync(BankedBureau host)
    {
        (await NumberAsync(host, "SELECT COUNT(*) FROM legs WHERE state IN (0, 3)")).ShouldBe(0);
        await Books.AreCleanAsync(host.Core);
        (await NumberAsync(host, "SELECT COALESCE(SUM(held), 0) FROM account")).ShouldBe(0);
        (await NumberAsync(host, "SELECT COALESCE(SUM(account_held), 0) FROM insurance")).ShouldBe(0);
        (await NumberAsync(host, "SELECT COALESCE(SUM(reserved), 0) FROM deduction")).ShouldBe(0);

        // What is not owed any more is what living deductions took.
        (await NumberAsync(
            host,
            """
            SELECT COUNT(*) FROM paydown w WHERE w.cash - w.owed <> COALESCE((
              SELECT SUM(p.amount) FROM deduction d JOIN deduction_part p ON p.deduction_id = d.deduction_id
              WHERE d.setl_id = w.setl_id AND d.state IN (1, 2) AND p.state = 2), 0)
            """)).ShouldBe(0);

        (await NumberAsync(
            host,
            """
            SELECT COUNT(*) FROM account a LEFT JOIN insurance i ON a.kind = 0 AND i.person_key = a.person_key AND i.insutype = a.insutype
            WHERE COALESCE(i.account_frozen, a.frozen) <> COALESCE((SELECT SUM(f.amount) FROM account_freeze f WHERE f.account_id = a.account_id AND f.released_at IS NULL), 0)
            """)).ShouldBe(0);

        // Statements: each row follows from the one before, the last is the balance, the years say the same.
        (await NumberAsync(
            host,
            """
            SELECT COUNT(*) FROM account_movement m WHERE m.balance <> m.change + COALESCE((
              SELECT b.balance FROM account_movement b WHERE b.account_id = m.account_id AND b.number < m.number ORDER BY b.number DESC LIMIT 1), 0)
            """)).ShouldBe(0);
        (await NumberAsync(host, "SELECT COUNT(*) FROM account a WHERE a.kind <> 0 AND a.balance <> COALESCE((SELECT SUM(change) FROM account_movement m WHERE m.account_id = a.account_id), 0)")).ShouldBe(0);
        (await NumberAsync(
            host,
            """
            SELECT COUNT(*) FROM insurance i WHERE i.account_balance <> COALESCE((SELECT SUM(change) FROM account_movement m WHERE m.account_id = i.person_key || ':' || i.insutype), 0)
            """)).ShouldBe(0);
        (await NumberAsync(
            host,
            """
            SELECT COUNT(*) FROM account_year y WHERE y.opening + y.income - y.outgo <> COALESCE((SELECT SUM(change) FROM account_movement m WHERE m.account_id = y.account_id), 0)
            """)).ShouldBe(0);

        // The books hold what the accounts hold, and every bank moved what our legs say.
        (await NumberAsync(host, "SELECT COUNT(*) FROM account a WHERE a.kind = 2 AND a.balance <> -COALESCE((SELECT SUM(amount) FROM ledger_postings WHERE account = 'wallet:' || a.account_id), 0)")).ShouldBe(0);
        (await NumberAsync(host, "SELECT COUNT(*) FROM account a WHERE a.kind = 1 AND a.balance <> -COALESCE((SELECT SUM(amount) FROM ledger_postings WHERE account = 'mutual-aid:' || a.account_id), 0)")).ShouldBe(0);
        var bank = await host.AccountsAsync();
        bank.Values.Sum(account => account.Deducted).ShouldBe(await NumberAsync(host, "SELECT COALESCE(SUM(amount), 0) FROM legs WHERE kind = 'account.deduct' AND state = 1"));
        bank.Values.Sum(account => account.Credited).ShouldBe(await NumberAsync(host, "SELECT COALESCE(SUM(amount), 0) FROM legs WHERE kind <> 'account.deduct' AND state = 1"));
        bank.Values.ShouldAllBe(account => account.Opening - account.Deducted + account.Credited == account.Balance);
        foreach (var kind in new[] { AccountKind.Wallet, AccountKind.MutualAid })
        {
            var numbers = BureauSeed.Default.Persons.SelectMany(person => person.Accounts).Where(account => account.Kind == kind).Select(account => account.Number.Reveal());
            numbers.Sum(number => bank[number].Balance).ShouldBe(await NumberAsync(host, $"SELECT SUM(balance) FROM account WHERE kind = {(int)kind}"));
        }
    }

    private static Task<long> NumberAsync(BankedBureau host, string sql) =>
        host.Core.Database.ReadAsync(session => session.FirstOrDefaultAsync<long>($"SELECT CAST(({sql}) AS BIGINT)"));
}
