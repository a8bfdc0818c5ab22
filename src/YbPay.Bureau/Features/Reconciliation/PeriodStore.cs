using YbPay.Bureau.Features.Settlements;
using YbPay.Storage;

namespace YbPay.Bureau.Features.Reconciliation;

internal sealed record PeriodTotals(long Count, long Medfee, long Fund, long Account);

/// <summary>A settlement or cancellation as a detail check looks at it; the person still sealed.</summary>
internal sealed record PeriodRow(string SetlId, string MdtrtId, string PersonKey, string Msgid, bool Refunded, long Medfee, long FundSum, long AccountPaid, byte[] Profile);

/// <summary>A settlement that a check looked for in vain: reversed, of another day, or of another clearing category.</summary>
internal sealed record ElsewhereRow(string SetlId, string Msgid, SettlementState State, string ClrType, long SettledAt, bool InSpan);

/// <summary>What an institution settled in a span of days. Cancelled settlements and their cancellations both count; reversed ones never were.</summary>
internal static class PeriodStore
{
    /// <param name="refunded">Null for both, otherwise cancellations only or settlements only.</param>
    public static async Task<PeriodTotals> TotalsAsync(DbSession session, string institution, long from, long to, string insutype, string clrType, bool? refunded) =>
        await session.FirstOrDefaultAsync<PeriodTotals>(
            """
            SELECT CAST(COUNT(*) AS BIGINT) AS count, CAST(COALESCE(SUM(medfee), 0) AS BIGINT) AS medfee,
              CAST(COALESCE(SUM(fund_sum), 0) AS BIGINT) AS fund, CAST(COALESCE(SUM(account_paid), 0) AS BIGINT) AS account
            FROM settlement
            WHERE institution = @institution AND settled_at >= @from AND settled_at < @to AND insutype = @insutype AND clr_type = @clrType
              AND state IN (1, 2, 3) AND (@refunded = -1 OR (state = 3) = (@refunded = 1))
            """,
            new { institution, from, to, insutype, clrType, refunded = refunded switch { null => -1, true => 1, false => 0 } })
        ?? throw new InvalidOperationException("A sum over no rows is still a row.");

    /// <param name="clrType">Empty for every clearing category.</param>
    public static Task<IReadOnlyList<PeriodRow>> RowsAsync(DbSession session, string institution, long from, long to, string clrType) => session.QueryAsync<PeriodRow>(
        """
        SELECT s.setl_id, s.mdtrt_id, s.person_key, s.msgid, CASE WHEN s.state = 3 THEN 1 ELSE 0 END AS refunded, s.medfee, s.fund_sum, s.account_paid, p.profile
        FROM settlement s JOIN person p ON p.person_key = s.person_key
        WHERE s.institution = @institution AND s.settled_at >= @from AND s.settled_at < @to AND s.state IN (1, 2, 3) AND (@clrType = '' OR s.clr_type = @clrType)
        ORDER BY s.settled_at, s.setl_id
        """,
        new { institution, from, to, clrType });

    private const int NumbersAtOnce = 400;

    /// <param name="numbers">setl_id or msgid.</param>
    public static async Task<IReadOnlyList<ElsewhereRow>> ElsewhereAsync(DbSession session, string institution, long from, long to, IReadOnlyList<string> numbers)
    {
        var found = new Dictionary<string, ElsewhereRow>();
        foreach (var some in numbers.Chunk(NumbersAtOnce))
        foreach (var row in await session.QueryAsync<ElsewhereRow>(
            """
            SELECT setl_id, msgid, state, clr_type, settled_at, CASE WHEN settled_at >= @from AND settled_at < @to THEN 1 ELSE 0 END AS in_span
            FROM settlement WHERE institution = @institution AND (setl_id IN @some OR msgid IN @some)
            """,
            new { institution, from, to, some }))
            found[row.SetlId] = row;
        return [.. found.Values];
    }
}
