namespace YbPay.Cli.Bench.Books;

/// <summary>
/// Settlements of a core as rows, written by the database itself: the same text on SQLite and PostgreSQL. Ten settlements a person, two
/// lines a settlement; fund, account and cash each bear a part. The stored calculations are filler of their real length: nothing that is measured opens them.
/// </summary>
internal static class CoreBooksRows
{
    /// <summary>From <c>@first</c> to <c>@last</c>; k is the number with leading zeros, p the person's, t the time.</summary>
    private const string Numbers =
        """
        WITH RECURSIVE n(i) AS (SELECT @first UNION ALL SELECT i + 1 FROM n WHERE i < @last),
        s(i, k, p, t) AS (SELECT i, substr(CAST(100000000 + i AS TEXT), 2), substr(CAST(100000000 + (i - 1) / 10 AS TEXT), 2), @start + i * 20 FROM n)

        """;

    private const string EverySettlementsPerson = "WHERE (i - 1) % 10 = 0";

    private const string Settlements =
        $"""
        INSERT INTO settlement (setl_id, mdtrt_id, person_key, institution, chrg_bchno, once_key, msgid, state, insutype, med_type, clr_type, benefit_group, fund_year,
          deductible_period, mdtrt_cert_type, settled_at, medfee, own_paid, over_limit, first_own_paid, in_scope, deductible, ratio, hifp, cvlserv, hifes, hifmi, hifob, hifdm,
          maf, oth, fund_sum, hosp_part, person_part, account_paid, cash, account_left, funds, reckoning)
        {Numbers}
        SELECT '44010025010100000000' || k, 'MD' || k, @person || p, @org, 'B' || k, 'B' || k, @org || '2025010100' || k, 1, '310', '11', '11', 'outpatient', '2025', '2025', '01', t,
          10000, 0, 0, 0, 10000, 0, 6000, 6000, 0, 0, 0, 0, 0, 0, 0, 6000, 0, 4000, 1500, 2500, 0, @funds, @reckoning FROM s
        """;

    private const string Lines =
        $"""
        INSERT INTO fee_line (mdtrt_id, feedetl_sn, msgid, chrg_bchno, item_code, item_class, quantity, amount, own_paid, over_limit, first_own_paid, in_scope, setl_id)
        {Numbers}
        SELECT 'MD' || k, l.column1, @org || '2025010101' || k, 'B' || k, 'XJ01CAA040E001010101745', 1, 10000, l.column2, 0, 0, 0, l.column2, '44010025010100000000' || k
        FROM s CROSS JOIN (VALUES ('1', 4000), ('2', 6000)) AS l
        """;

    private const string Insurances =
        $"INSERT INTO insurance (person_key, insutype, state, account_balance) {Numbers} SELECT @person || p, '310', '1', 50000 FROM s {EverySettlementsPerson}";

    private const string Movements =
        $"""
        INSERT INTO account_movement (account_id, number, reason, reference, change, balance, moved_at)
        {Numbers} SELECT @person || p || ':310', 0, 'opened', '', 65000, 65000, @start FROM s {EverySettlementsPerson}
        UNION ALL SELECT @person || p || ':310', i, 'settled', k, -1500, 0, t FROM s
        """;

    private const string Accumulators =
        $"""
        INSERT INTO accumulator (person_key, insutype, period, benefit_group, deductible, shared, span_fund, fund)
        {Numbers} SELECT @person || p, '310', '2025', 'outpatient', 0, 100000, 0, 60000 FROM s {EverySettlementsPerson}
        """;

    private const string Openings =
        $"""
        INSERT INTO ledger_entries (entry_id, reason, owner_id, institution, lines, posted_at)
        {Numbers} SELECT 'opened:personal:' || @person || p || ':310', 'opening balance', 'personal:' || @person || p || ':310', '', 2, @start FROM s {EverySettlementsPerson}
        """;

    private const string OpeningLines =
        $"""
        INSERT INTO ledger_postings (entry_id, line, owner_id, account, amount, posted_at)
        {Numbers}
        SELECT 'opened:personal:' || @person || p || ':310', l.column1, 'personal:' || @person || p || ':310',
          CASE l.column1 WHEN 1 THEN 'bank:personal' ELSE 'personal:' || @person || p || ':310' END, l.column2, @start
        FROM s CROSS JOIN (VALUES (1, 65000), (2, -65000)) AS l {EverySettlementsPerson}
        """;

    private const string Entries =
        $"""
        INSERT INTO ledger_entries (entry_id, reason, owner_id, institution, lines, posted_at)
        {Numbers} SELECT 'settled:44010025010100000000' || k, 'settlement', '44010025010100000000' || k, @org, 7, t FROM s
        """;

    private const string Postings =
        $"""
        INSERT INTO ledger_postings (entry_id, line, owner_id, account, amount, posted_at)
        {Numbers}
        SELECT 'settled:44010025010100000000' || k, l.column1, '44010025010100000000' || k,
          CASE l.column1 WHEN 1 THEN 'fund:hifp' WHEN 2 THEN 'personal:' || @person || p || ':310' WHEN 3 THEN 'bank:personal' WHEN 4 THEN 'bank-settlement'
            WHEN 5 THEN 'institution:' || @org WHEN 6 THEN 'cash:' || @org ELSE 'outside:' || @org END,
          l.column2, t
        FROM s CROSS JOIN (VALUES (1, 6000), (2, 1500), (3, -1500), (4, 1500), (5, -7500), (6, 2500), (7, -2500)) AS l
        """;

    public static readonly IReadOnlyList<string> All = [Settlements, Lines, Insurances, Movements, Accumulators, Openings, OpeningLines, Entries, Postings];
}
