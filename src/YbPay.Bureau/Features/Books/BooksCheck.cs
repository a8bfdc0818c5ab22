using YbPay.Storage;
using YbPay.Storage.Ledger;

namespace YbPay.Bureau.Features.Books;

/// <summary>
/// The core's part of <c>ybpay books check</c>: every claim is one statement over whole tables, all of them see the same moment.
/// Read only; breaches name settlements, entries and accounts by their keys.
/// </summary>
internal static class BooksCheck
{
    private const string Settlements = "SELECT COUNT(*) FROM settlement";

    public static async Task<BooksReport> RunAsync(DbSession session) => new(
    [
        await BooksClaim.ExamineAsync(session, "the core's entries balance", "SELECT COUNT(*) FROM ledger_entries", LedgerStore.UnbalancedAsync),
        await BooksClaim.ExamineAsync(session, "the core's settlements have their entries and no others", Settlements, EntriesOffAsync),
        await BooksClaim.ExamineAsync(session, "the core's settlements agree with their entries", Settlements, AmountsOffAsync),
        await BooksClaim.ExamineAsync(session, "the core's cancellations mirror what they cancel", Settlements + " WHERE state IN (2, 3)", MirrorsOffAsync),
        await BooksClaim.ExamineAsync(session, "the core's settlements own the lines that they settled", Settlements + " WHERE state = 1", LinesOffAsync),
        .. await AccountBooksCheck.RunAsync(session),
        await BooksClaim.ExamineAsync(session, "accumulators agree with settlements in force", "SELECT COUNT(*) FROM accumulator", AccumulatorsOffAsync),
        await BooksClaim.ExamineAsync(session, "statements of days agree with the ledger", "SELECT COUNT(*) FROM day_statement", StatementsOffAsync),
    ]);

    /// <summary>A row has the entry of its beginning, and when it was reversed that of its end; such an entry has its row.</summary>
    private static Task<IReadOnlyList<string>> EntriesOffAsync(DbSession session) => session.QueryAsync<string>("""
        SELECT CASE WHEN SUM(owed) > 0 THEN 'missing: ' ELSE 'without its event: ' END || entry_id FROM (
          SELECT CASE WHEN origin_setl_id IS NULL THEN 'settled:' ELSE 'cancelled:' END || setl_id AS entry_id, 1 AS owed FROM settlement
          UNION ALL
          SELECT CASE WHEN origin_setl_id IS NULL THEN 'reversed:' ELSE 'restored:' END || setl_id, 1 FROM settlement WHERE state = 4
          UNION ALL
          SELECT entry_id, -1 FROM ledger_entries WHERE reason IN ('settlement', 'settlement cancelled', 'settlement reversed', 'cancellation reversed')
        ) e GROUP BY entry_id HAVING SUM(owed) <> 0 ORDER BY entry_id
        """);

    /// <summary>What a row's columns say, account by account, against the sum of its entries; nothing is left of a reversed row.</summary>
    private static Task<IReadOnlyList<string>> AmountsOffAsync(DbSession session) => session.QueryAsync<string>("""
        SELECT s.setl_id FROM (
          SELECT setl_id, fund_sum, hosp_part, account_paid, cash, hifp, cvlserv, hifes, hifmi, hifob, hifdm, maf, oth, CASE WHEN state = 4 THEN 0 ELSE 1 END AS stands
          FROM settlement
        ) s
        LEFT JOIN (
          SELECT owner_id,
            SUM(amount) FILTER (WHERE account = 'fund:hifp') AS hifp, SUM(amount) FILTER (WHERE account = 'fund:cvlserv') AS cvlserv,
            SUM(amount) FILTER (WHERE account = 'fund:hifes') AS hifes, SUM(amount) FILTER (WHERE account = 'fund:hifmi') AS hifmi,
            SUM(amount) FILTER (WHERE account = 'fund:hifob') AS hifob, SUM(amount) FILTER (WHERE account = 'fund:hifdm') AS hifdm,
            SUM(amount) FILTER (WHERE account = 'fund:maf') AS maf, SUM(amount) FILTER (WHERE account = 'fund:oth') AS oth,
            SUM(amount) FILTER (WHERE account LIKE 'personal:%') AS account_paid, SUM(amount) FILTER (WHERE account = 'bank-settlement') AS bank,
            SUM(amount) FILTER (WHERE account LIKE 'institution:%') AS institution, SUM(amount) FILTER (WHERE account LIKE 'cash:%') AS cash,
            SUM(amount) FILTER (WHERE account LIKE 'share:%') AS share
          FROM ledger_postings GROUP BY owner_id
        ) l ON l.owner_id = s.setl_id
        WHERE COALESCE(l.hifp, 0) <> s.stands * s.hifp OR COALESCE(l.cvlserv, 0) <> s.stands * s.cvlserv OR COALESCE(l.hifes, 0) <> s.stands * s.hifes
          OR COALESCE(l.hifmi, 0) <> s.stands * s.hifmi OR COALESCE(l.hifob, 0) <> s.stands * s.hifob OR COALESCE(l.hifdm, 0) <> s.stands * s.hifdm
          OR COALESCE(l.maf, 0) <> s.stands * s.maf OR COALESCE(l.oth, 0) <> s.stands * s.oth
          OR COALESCE(l.account_paid, 0) <> s.stands * s.account_paid OR COALESCE(l.bank, 0) <> s.stands * s.account_paid
          OR COALESCE(l.institution, 0) <> -s.stands * (s.fund_sum + s.account_paid)
          OR COALESCE(l.cash, 0) <> s.stands * s.cash OR COALESCE(l.share, 0) <> s.stands * s.hosp_part
        ORDER BY s.setl_id
        """);

    /// <summary>A cancelled settlement has one cancellation that stands, a cancellation one cancelled settlement, and their amounts are opposite.</summary>
    private static Task<IReadOnlyList<string>> MirrorsOffAsync(DbSession session) => session.QueryAsync<string>("""
        SELECT o.setl_id FROM settlement o LEFT JOIN settlement c ON c.origin_setl_id = o.setl_id AND c.state = 3
        WHERE o.state = 2 AND c.setl_id IS NULL
        UNION
        SELECT c.setl_id FROM settlement c LEFT JOIN settlement o ON o.setl_id = c.origin_setl_id
        WHERE c.state = 3 AND (o.setl_id IS NULL OR o.state <> 2 OR o.institution <> c.institution OR o.person_key <> c.person_key OR o.insutype <> c.insutype
          OR o.medfee + c.medfee <> 0 OR o.hifp + c.hifp <> 0 OR o.cvlserv + c.cvlserv <> 0 OR o.hifes + c.hifes <> 0 OR o.hifmi + c.hifmi <> 0
          OR o.hifob + c.hifob <> 0 OR o.hifdm + c.hifdm <> 0 OR o.maf + c.maf <> 0 OR o.oth + c.oth <> 0 OR o.fund_sum + c.fund_sum <> 0
          OR o.account_paid + c.account_paid <> 0 OR o.cash + c.cash <> 0 OR o.hosp_part + c.hosp_part <> 0)
        ORDER BY 1
        """);

    /// <summary>Lines belong to a settlement in force and come to its bill.</summary>
    private static Task<IReadOnlyList<string>> LinesOffAsync(DbSession session) => session.QueryAsync<string>("""
        SELECT setl_id FROM (
          SELECT setl_id, medfee AS amount, in_scope FROM settlement WHERE state = 1
          UNION ALL
          SELECT setl_id, -amount, -in_scope FROM fee_line WHERE setl_id IS NOT NULL
        ) b GROUP BY setl_id HAVING SUM(amount) <> 0 OR SUM(in_scope) <> 0 ORDER BY setl_id
        """);

    /// <summary>
    /// A rule's group is checked row by row in all it counts. Supplements, whose groups are never a rule's, are checked by what their
    /// funds paid in a year, because a settlement's columns know only that of them.
    /// </summary>
    private static Task<IReadOnlyList<string>> AccumulatorsOffAsync(DbSession session) => session.QueryAsync<string>("""
        SELECT person_key || ' ' || insutype || ' ' || period || ' ' || benefit_group FROM (
          SELECT person_key, insutype, fund_year AS period, benefit_group, hifp AS fund, 0 AS span_fund,
            CASE WHEN deductible_period = fund_year THEN deductible ELSE 0 END AS deductible,
            CASE WHEN deductible_period = fund_year AND reckoning IS NOT NULL THEN in_scope - deductible ELSE 0 END AS shared
          FROM settlement WHERE state = 1
          UNION ALL
          SELECT person_key, insutype, deductible_period, benefit_group, 0, CASE WHEN reckoning IS NOT NULL THEN hifp ELSE 0 END, deductible,
            CASE WHEN reckoning IS NOT NULL THEN in_scope - deductible ELSE 0 END
          FROM settlement WHERE state = 1 AND deductible_period <> fund_year
          UNION ALL
          SELECT person_key, insutype, fund_year, '(supplements)', fund_sum - hifp, 0, 0, 0 FROM settlement WHERE state = 1 AND fund_sum <> hifp
          UNION ALL
          SELECT a.person_key, a.insutype, a.period, CASE WHEN g.benefit_group IS NULL THEN '(supplements)' ELSE a.benefit_group END, -a.fund,
            CASE WHEN g.benefit_group IS NULL THEN 0 ELSE -a.span_fund END, CASE WHEN g.benefit_group IS NULL THEN 0 ELSE -a.deductible END,
            CASE WHEN g.benefit_group IS NULL THEN 0 ELSE -a.shared END
          FROM accumulator a LEFT JOIN (SELECT DISTINCT benefit_group FROM settlement) g ON g.benefit_group = a.benefit_group
        ) u GROUP BY person_key, insutype, period, benefit_group
        HAVING SUM(fund) <> 0 OR SUM(span_fund) <> 0 OR SUM(deductible) <> 0 OR SUM(shared) <> 0
        ORDER BY 1
        """);

    /// <summary>A statement's totals are the day's entries and what they moved; its digest stands in the next day's, and no day is left out.</summary>
    private static Task<IReadOnlyList<string>> StatementsOffAsync(DbSession session) => session.QueryAsync<string>("""
        SELECT d.institution || ' ' || d.day FROM (
          SELECT institution, day, ends_at, ends_at - 86400000 AS begins_at, entries, medfee, fund_sum, account_paid, cash, hosp_part, previous FROM day_statement
        ) d
        LEFT JOIN day_statement p ON p.institution = d.institution AND p.ends_at = d.begins_at
        WHERE d.previous <> COALESCE(p.digest, '')
          OR (p.day IS NULL AND EXISTS (SELECT 1 FROM day_statement o WHERE o.institution = d.institution AND o.ends_at < d.ends_at))
          OR d.medfee <> d.fund_sum + d.account_paid + d.cash + d.hosp_part
          OR d.entries <> (SELECT COUNT(*) FROM ledger_entries e WHERE e.institution = d.institution AND e.posted_at >= d.begins_at AND e.posted_at < d.ends_at)
          OR d.fund_sum + d.account_paid <> (
            SELECT COALESCE(-SUM(l.amount), 0) FROM ledger_postings l WHERE l.account = 'institution:' || d.institution AND l.posted_at >= d.begins_at AND l.posted_at < d.ends_at)
          OR d.cash <> (SELECT COALESCE(SUM(l.amount), 0) FROM ledger_postings l WHERE l.account = 'cash:' || d.institution AND l.posted_at >= d.begins_at AND l.posted_at < d.ends_at)
          OR d.hosp_part <> (SELECT COALESCE(SUM(l.amount), 0) FROM ledger_postings l WHERE l.account = 'share:' || d.institution AND l.posted_at >= d.begins_at AND l.posted_at < d.ends_at)
        ORDER BY 1
        """);
}
