using YbPay.Bureau.Door;
using YbPay.Engine.Benefits;
using YbPay.Engine.Money;
using YbPay.Storage;

namespace YbPay.Bureau.Features.FeeLines;

/// <summary>A line as stored: split when it came, so that a settlement only sums.</summary>
internal sealed record StoredLine(string FeedetlSn, string ItemCode, CatalogueClass Class, long Quantity, LineSplit Split);

/// <summary>What stands uncancelled under a charge batch: how many lines, settled and not, and the sum of those not settled.</summary>
internal sealed record BatchSums(int Unsettled, int Settled, long Amount, long OwnPaid, long OverLimit, long FirstOwnPaid, long InScope)
{
    public LineSplit Sum => new(new Fen(Amount), new Fen(OwnPaid), new Fen(OverLimit), new Fen(FirstOwnPaid), new Fen(InScope));
}

/// <summary>Fee lines. An empty batch number means all lines of the visit.</summary>
internal static class FeeLineStore
{
    /// <summary>One statement for all lines, from a JSON text, because a stay has hundreds; rows that exist are left out.</summary>
    public static Task<int> InsertAsync(DbSession session, string mdtrtId, string batch, string msgid, IReadOnlyList<StoredLine> lines) => session.ExecuteAsync(
        session.Dialect == Dialect.Postgres
            ? """
              INSERT INTO fee_line (mdtrt_id, feedetl_sn, msgid, chrg_bchno, item_code, item_class, quantity, amount, own_paid, over_limit, first_own_paid, in_scope)
              SELECT @mdtrtId, l->>0, @msgid, @batch, l->>1, (l->>2)::smallint, (l->>3)::bigint, (l->>4)::bigint, (l->>5)::bigint, (l->>6)::bigint, (l->>7)::bigint, (l->>8)::bigint
              FROM jsonb_array_elements(CAST(@json AS jsonb)) AS t(l) WHERE true
              ON CONFLICT DO NOTHING
              """
            : """
              INSERT INTO fee_line (mdtrt_id, feedetl_sn, msgid, chrg_bchno, item_code, item_class, quantity, amount, own_paid, over_limit, first_own_paid, in_scope)
              SELECT @mdtrtId, json_extract(value, '$[0]'), @msgid, @batch, json_extract(value, '$[1]'), json_extract(value, '$[2]'), json_extract(value, '$[3]'),
                json_extract(value, '$[4]'), json_extract(value, '$[5]'), json_extract(value, '$[6]'), json_extract(value, '$[7]'), json_extract(value, '$[8]')
              FROM json_each(@json) WHERE true
              ON CONFLICT DO NOTHING
              """,
        new { mdtrtId, batch, msgid, json = LineRows.Write(lines) });

    public static Task<BatchSums> SumAsync(DbSession session, string mdtrtId, string batch) => SumAsync(AskSum(session, mdtrtId, batch));

    public static async Task<BatchSums> SumAsync(Asked<BatchSums> asked) => await asked.FirstOrDefaultAsync() ?? throw new InvalidOperationException("A sum over no rows is still a row.");

    public static Asked<BatchSums> AskSum(DbSession session, string mdtrtId, string batch) => session.Ask<BatchSums>(
        """
        SELECT CAST(COALESCE(SUM(CASE WHEN setl_id IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT) AS unsettled,
          CAST(COALESCE(SUM(CASE WHEN setl_id IS NULL THEN 0 ELSE 1 END), 0) AS BIGINT) AS settled,
          CAST(COALESCE(SUM(CASE WHEN setl_id IS NULL THEN amount ELSE 0 END), 0) AS BIGINT) AS amount,
          CAST(COALESCE(SUM(CASE WHEN setl_id IS NULL THEN own_paid ELSE 0 END), 0) AS BIGINT) AS own_paid,
          CAST(COALESCE(SUM(CASE WHEN setl_id IS NULL THEN over_limit ELSE 0 END), 0) AS BIGINT) AS over_limit,
          CAST(COALESCE(SUM(CASE WHEN setl_id IS NULL THEN first_own_paid ELSE 0 END), 0) AS BIGINT) AS first_own_paid,
          CAST(COALESCE(SUM(CASE WHEN setl_id IS NULL THEN in_scope ELSE 0 END), 0) AS BIGINT) AS in_scope
        FROM fee_line WHERE mdtrt_id = @mdtrtId AND cancelled_by IS NULL AND (@batch = '' OR chrg_bchno = @batch)
        """,
        new { mdtrtId, batch });

    /// <summary>Ties the unsettled lines to a settlement; refuses when they are not as many as were summed.</summary>
    public static Task SettleAsync(DbSession session, string mdtrtId, string batch, string setlId, int lines) => session.LaterAsync(
        """
        UPDATE fee_line SET setl_id = @setlId
        WHERE mdtrt_id = @mdtrtId AND setl_id IS NULL AND cancelled_by IS NULL AND (@batch = '' OR chrg_bchno = @batch)
        """,
        new { mdtrtId, batch, setlId },
        new Guard(lines, RefusedWrite.Because(Refusals.AmountDiffers)));

    public static Task UnsettleAsync(DbSession session, string mdtrtId, string setlId) => session.LaterAsync(
        "UPDATE fee_line SET setl_id = NULL WHERE mdtrt_id = @mdtrtId AND setl_id = @setlId", new { mdtrtId, setlId });

    /// <summary>Cancels unsettled lines: all of a batch, or those named.</summary>
    public static Task<int> CancelAsync(DbSession session, string mdtrtId, string batch, IReadOnlyList<string>? named, string msgid) => session.ExecuteAsync(
        "UPDATE fee_line SET cancelled_by = @msgid WHERE mdtrt_id = @mdtrtId AND setl_id IS NULL AND cancelled_by IS NULL AND (@batch = '' OR chrg_bchno = @batch)"
            + (named is null ? "" : " AND feedetl_sn IN @named"),
        named is null ? new { mdtrtId, batch, msgid } : new { mdtrtId, batch, msgid, named });

    /// <summary>Cancels what one upload brought; null when some of it is settled.</summary>
    public static async Task<int?> WithdrawUploadAsync(DbSession session, string mdtrtId, string uploadMsgid, string msgid)
    {
        var settled = await session.FirstOrDefaultAsync<long>(
            "SELECT COUNT(*) FROM fee_line WHERE mdtrt_id = @mdtrtId AND msgid = @uploadMsgid AND cancelled_by IS NULL AND setl_id IS NOT NULL", new { mdtrtId, uploadMsgid });
        if (settled > 0) return null;
        return await session.ExecuteAsync(
            "UPDATE fee_line SET cancelled_by = @msgid WHERE mdtrt_id = @mdtrtId AND msgid = @uploadMsgid AND cancelled_by IS NULL", new { mdtrtId, uploadMsgid, msgid });
    }

    /// <summary>Brings back what a cancellation took away; false when lines with those numbers came since.</summary>
    public static async Task<bool> RestoreAsync(DbSession session, string mdtrtId, string cancelMsgid)
    {
        var replaced = await session.FirstOrDefaultAsync<long>(
            """
            SELECT COUNT(*) FROM fee_line gone JOIN fee_line now ON now.mdtrt_id = gone.mdtrt_id AND now.feedetl_sn = gone.feedetl_sn AND now.cancelled_by IS NULL
            WHERE gone.mdtrt_id = @mdtrtId AND gone.cancelled_by = @cancelMsgid
            """,
            new { mdtrtId, cancelMsgid });
        if (replaced > 0) return false;
        await session.ExecuteAsync("UPDATE fee_line SET cancelled_by = NULL WHERE mdtrt_id = @mdtrtId AND cancelled_by = @cancelMsgid", new { mdtrtId, cancelMsgid });
        return true;
    }
}
