using YbPay.Storage;
using YbPay.Storage.Ledger;

namespace YbPay.Bureau.Features.Books;

/// <summary>The part of the core's check that is about accounts: balances, their movements, deductions and their legs at the bank. One statement a claim.</summary>
internal static class AccountBooksCheck
{
    public static async Task<IReadOnlyList<BooksClaim>> RunAsync(DbSession session) =>
    [
        await BooksClaim.ExamineAsync(session, "accounts hold what the ledger says", "SELECT (SELECT COUNT(*) FROM insurance) + (SELECT COUNT(*) FROM account WHERE kind <> 0)", BalancesOffAsync),
        await BooksClaim.ExamineAsync(session, "banks hold what accounts hold", "SELECT COUNT(DISTINCT account) FROM ledger_postings WHERE account LIKE 'bank:%'", BanksOffAsync),
        await BooksClaim.ExamineAsync(session, "account movements come to the balances", "SELECT COUNT(*) FROM account_movement", MovementsOffAsync),
        await BooksClaim.ExamineAsync(session, "what accounts hold back is frozen or on its way", "SELECT COUNT(*) FROM account", HeldOffAsync),
        await BooksClaim.ExamineAsync(session, "legs at the bank agree with movements and entries", "SELECT COUNT(*) FROM legs WHERE kind LIKE 'account.%'", LegsOffAsync),
        await BooksClaim.ExamineAsync(session, "what is paid down of cash is what deductions took", "SELECT COUNT(*) FROM paydown", PaydownsOffAsync),
    ];

    private static Task<IReadOnlyList<string>> BalancesOffAsync(DbSession session) => session.QueryAsync<string>("""
        SELECT account FROM (
          SELECT 'personal:' || person_key || ':' || insutype AS account, account_balance AS amount FROM insurance
          UNION ALL
          SELECT CASE kind WHEN 1 THEN 'mutual-aid:' ELSE 'wallet:' END || account_id, balance FROM account WHERE kind <> 0
          UNION ALL
          SELECT account, amount FROM ledger_postings WHERE account LIKE 'personal:%' OR account LIKE 'mutual-aid:%' OR account LIKE 'wallet:%'
        ) b GROUP BY account HAVING SUM(amount) <> 0 ORDER BY account
        """);

    private static Task<IReadOnlyList<string>> BanksOffAsync(DbSession session) => session.QueryAsync<string>("""
        SELECT bank FROM (
          SELECT CASE WHEN account LIKE 'personal:%' THEN 'bank:personal' WHEN account LIKE 'wallet:%' THEN 'bank:wallet'
            WHEN account LIKE 'mutual-aid:%' THEN 'bank:mutual-aid' ELSE account END AS bank, amount
          FROM (SELECT account, SUM(amount) AS amount FROM ledger_postings GROUP BY account) p
        ) b WHERE bank LIKE 'bank:%' GROUP BY bank HAVING SUM(amount) <> 0 ORDER BY bank
        """);

    private static Task<IReadOnlyList<string>> MovementsOffAsync(DbSession session) => session.QueryAsync<string>("""
        SELECT account_id FROM (
          SELECT person_key || ':' || insutype AS account_id, account_balance AS amount FROM insurance
          UNION ALL
          SELECT account_id, balance FROM account WHERE kind <> 0
          UNION ALL
          SELECT account_id, -change FROM account_movement
        ) b GROUP BY account_id HAVING SUM(amount) <> 0 ORDER BY account_id
        """);

    /// <summary>Frozen is what is not released; held is what a bank was asked for and has not answered.</summary>
    private static Task<IReadOnlyList<string>> HeldOffAsync(DbSession session) => session.QueryAsync<string>("""
        SELECT account_id FROM (
          SELECT person_key || ':' || insutype AS account_id, account_frozen AS frozen, account_held AS held FROM insurance
          UNION ALL
          SELECT account_id, frozen, held FROM account WHERE kind <> 0
          UNION ALL
          SELECT account_id, -amount, 0 FROM account_freeze WHERE released_at IS NULL
          UNION ALL
          SELECT account_id, 0, -amount FROM deduction_part WHERE state = 1
        ) h GROUP BY account_id HAVING SUM(frozen) <> 0 OR SUM(held) <> 0 ORDER BY account_id
        """);

    /// <summary>
    /// A part that was taken (2, 4, 5) has a leg that succeeded, a movement and an entry; one on its way back (4, 5) its leg back, and one that is back (5) that leg's
    /// success, movement and entry; another part has none of them. A top-up that succeeded has its movement and entry. No entry stands alone.
    /// </summary>
    private static Task<IReadOnlyList<string>> LegsOffAsync(DbSession session) => session.QueryAsync<string>("""
        SELECT leg_id FROM (
          SELECT p.leg_id, p.amount, p.state, p.taken, p.returned,
            CASE WHEN l.owner_id = p.setl_id AND l.amount = p.amount THEN l.state END AS leg,
            CASE WHEN b.owner_id = p.setl_id AND b.amount = p.amount THEN b.state END AS leg_back,
            COALESCE(m.change, 0) AS moved, COALESCE(g.change, 0) AS moved_back, COALESCE(d.amount, 0) AS posted, COALESCE(r.amount, 0) AS posted_back
          FROM (
            SELECT q.leg_id, q.setl_id, q.account_id, q.amount, q.state, CASE WHEN q.state IN (2, 4, 5) THEN 1 ELSE 0 END AS taken, CASE WHEN q.state = 5 THEN 1 ELSE 0 END AS returned,
              CASE a.kind WHEN 0 THEN 'personal:' WHEN 1 THEN 'mutual-aid:' ELSE 'wallet:' END || q.account_id AS account
            FROM deduction_part q JOIN account a ON a.account_id = q.account_id
          ) p
          LEFT JOIN legs l ON l.leg_id = p.leg_id AND l.kind = 'account.deduct'
          LEFT JOIN legs b ON b.leg_id = 'R' || p.leg_id AND b.kind = 'account.give-back'
          LEFT JOIN account_movement m ON m.account_id = p.account_id AND m.reason = 'deducted' AND m.reference = p.leg_id
          LEFT JOIN account_movement g ON g.account_id = p.account_id AND g.reason = 'given back' AND g.reference = 'R' || p.leg_id
          LEFT JOIN ledger_postings d ON d.entry_id = 'deducted:' || p.leg_id AND d.account = p.account
          LEFT JOIN ledger_postings r ON r.entry_id = 'given-back:' || p.leg_id AND r.account = p.account
        ) c
        WHERE leg IS NULL OR (leg = 1 AND taken = 0) OR (leg <> 1 AND taken = 1) OR (leg = 2 AND state <> 3) OR (leg <> 2 AND state = 3)
          OR (leg_back IS NULL AND state IN (4, 5)) OR (leg_back IS NOT NULL AND state NOT IN (4, 5)) OR (leg_back = 1 AND returned = 0) OR (leg_back <> 1 AND returned = 1)
          OR moved <> -amount * taken OR posted <> amount * taken OR moved_back <> amount * returned OR posted_back <> -amount * returned
        UNION
        SELECT e.owner_id FROM ledger_entries e LEFT JOIN deduction_part p ON p.leg_id = e.owner_id
        WHERE e.reason IN ('account deduction', 'account deduction given back') AND p.leg_id IS NULL
        UNION
        SELECT l.leg_id FROM legs l
        LEFT JOIN ledger_entries e ON e.entry_id = 'topped-up:' || l.leg_id
        LEFT JOIN account_movement m ON m.account_id = l.owner_id AND m.reason = 'topped up' AND m.reference = l.leg_id AND m.change = l.amount
        WHERE l.kind = 'account.top-up' AND ((l.state = 1 AND (e.entry_id IS NULL OR m.account_id IS NULL)) OR (l.state <> 1 AND (e.entry_id IS NOT NULL OR m.account_id IS NOT NULL)))
        UNION
        SELECT e.owner_id FROM ledger_entries e LEFT JOIN legs l ON l.leg_id = e.owner_id AND l.kind = 'account.top-up'
        WHERE e.reason = 'top-up' AND l.leg_id IS NULL
        ORDER BY 1
        """);

    /// <summary>What living deductions reserve, hold and have taken is what the person owes less; deductions live only on settlements in force.</summary>
    private static Task<IReadOnlyList<string>> PaydownsOffAsync(DbSession session) => session.QueryAsync<string>("""
        SELECT w.setl_id FROM paydown w
        JOIN settlement s ON s.setl_id = w.setl_id
        LEFT JOIN (
          SELECT setl_id, SUM(amount) AS amount FROM (
            SELECT setl_id, reserved AS amount FROM deduction WHERE state IN (1, 2)
            UNION ALL
            SELECT p.setl_id, p.amount FROM deduction_part p JOIN deduction d ON d.deduction_id = p.deduction_id WHERE d.state IN (1, 2) AND p.state IN (1, 2)
          ) u GROUP BY setl_id
        ) t ON t.setl_id = w.setl_id
        WHERE w.cash <> s.cash OR w.cash - w.owed <> COALESCE(t.amount, 0)
        UNION
        SELECT d.setl_id FROM deduction d JOIN settlement s ON s.setl_id = d.setl_id LEFT JOIN paydown w ON w.setl_id = d.setl_id
        WHERE w.setl_id IS NULL OR (d.state IN (1, 2) AND s.state <> 1)
        ORDER BY 1
        """);
}
