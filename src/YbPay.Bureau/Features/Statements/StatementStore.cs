using YbPay.Engine.Money;
using YbPay.Storage;

namespace YbPay.Bureau.Features.Statements;

/// <summary>Statements and the entries that they are made of.</summary>
internal static class StatementStore
{
    private sealed record Row(string Institution, string Day, long Entries, long Medfee, long FundSum, long AccountPaid, long Cash, long HospPart, string Previous, string Digest, byte[] Content);

    /// <exception cref="InvalidDataException">The stored bytes are not those whose digest is stored.</exception>
    public static async Task<DayStatement?> FindAsync(DbSession session, string institution, DateOnly day)
    {
        var row = await session.FirstOrDefaultAsync<Row>(
            """
            SELECT institution, day, entries, medfee, fund_sum, account_paid, cash, hosp_part, previous, digest, content
            FROM day_statement WHERE institution = @institution AND day = @day
            """,
            new { institution, day = DayStatement.Text(day) });
        if (row is null) return null;
        if (DayStatement.DigestOf(row.Content) != row.Digest) throw new InvalidDataException($"The statement of {institution} for {row.Day} is not what it was when it was made.");
        var totals = new StatementTotals(row.Entries, new Fen(row.Medfee), new Fen(row.FundSum), new Fen(row.AccountPaid), new Fen(row.Cash), new Fen(row.HospPart));
        return new DayStatement(institution, day, totals, row.Previous, row.Digest, row.Content);
    }

    /// <summary>The last day that has a statement, with its digest.</summary>
    public static async Task<(string Day, string Digest)?> LastAsync(DbSession session, string institution)
    {
        var rows = await session.QueryAsync<(string Day, string Digest)>(
            "SELECT day, digest FROM day_statement WHERE institution = @institution ORDER BY ends_at DESC LIMIT 1", new { institution });
        return rows.Count == 0 ? null : rows[0];
    }

    /// <summary>When the institution's first entry was posted.</summary>
    public static Task<long?> BeganAsync(DbSession session, string institution) =>
        session.FirstOrDefaultAsync<long?>("SELECT MIN(posted_at) FROM ledger_entries WHERE institution = @institution", new { institution });

    /// <summary>
    /// The institution's entries of a span; a reversal counts against what it reverses. A deduction's entry is owned by its leg at the bank, and the leg by the
    /// settlement; what accounts pay the person owes no longer.
    /// </summary>
    public static Task<IReadOnlyList<StatementEntry>> EntriesAsync(DbSession session, string institution, long from, long to) => session.QueryAsync<StatementEntry>(
        """
        SELECT e.posted_at, e.entry_id, e.reason, e.setl_id, e.mdtrt_id, e.msgid, e.insutype, e.clr_type, e.sign * e.medfee AS medfee, e.sign * e.fund_sum AS fund_sum,
          e.sign * e.account_paid AS account_paid, e.sign * e.cash AS cash, e.sign * e.hosp_part AS hosp_part
        FROM (
          SELECT l.posted_at, l.entry_id, l.reason, s.setl_id, s.mdtrt_id, s.msgid, s.insutype, s.clr_type, s.medfee, s.fund_sum, s.account_paid, s.cash, s.hosp_part,
            CASE WHEN l.reason IN ('settlement reversed', 'cancellation reversed') THEN -1 ELSE 1 END AS sign
          FROM ledger_entries l JOIN settlement s ON s.setl_id = l.owner_id
          WHERE l.institution = @institution AND l.posted_at >= @from AND l.posted_at < @to
        ) e
        UNION ALL
        SELECT l.posted_at, l.entry_id, l.reason || ' ' || SUBSTR(b.account, 6), s.setl_id, s.mdtrt_id, s.msgid, s.insutype, s.clr_type, 0, 0, -p.amount, p.amount, 0
        FROM ledger_entries l
        JOIN legs g ON g.leg_id = l.owner_id
        JOIN settlement s ON s.setl_id = g.owner_id
        JOIN ledger_postings p ON p.entry_id = l.entry_id AND p.account = 'institution:' || l.institution
        JOIN ledger_postings b ON b.entry_id = l.entry_id AND b.account LIKE 'bank:%'
        WHERE l.institution = @institution AND l.posted_at >= @from AND l.posted_at < @to AND l.reason IN ('account deduction', 'account deduction given back')
        """,
        new { institution, from, to });

    /// <summary>Whoever comes second finds the first one's, which is the same.</summary>
    public static Task AddAsync(DbSession session, DayStatement statement, long endsAt) => session.ExecuteAsync(
        """
        INSERT INTO day_statement (institution, day, ends_at, entries, medfee, fund_sum, account_paid, cash, hosp_part, previous, digest, content)
        VALUES (@Institution, @day, @endsAt, @Entries, @Medfee, @FundSum, @AccountPaid, @Cash, @HospPart, @Previous, @Digest, @Content) ON CONFLICT DO NOTHING
        """,
        new
        {
            statement.Institution, day = DayStatement.Text(statement.Day), endsAt, statement.Totals.Entries, statement.Totals.Medfee, statement.Totals.FundSum,
            statement.Totals.AccountPaid, statement.Totals.Cash, statement.Totals.HospPart, statement.Previous, statement.Digest, statement.Content,
        });
}
