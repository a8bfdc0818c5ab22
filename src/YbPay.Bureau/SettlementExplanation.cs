using System.Reflection;
using YbPay.Bureau.Features.Settlements;
using YbPay.Storage;

namespace YbPay.Bureau;

/// <summary>A settlement explained from what the core stored: plain text, one step a line, nothing personal.</summary>
/// <param name="Agrees">False when what is stored does not add up; the lines say where.</param>
public sealed record SettlementExplanation(IReadOnlyList<string> Lines, bool Agrees)
{
    /// <summary>Reads a core's database; null when it knows no such settlement. A cancellation explains what it took back.</summary>
    /// <exception cref="StorageUnavailableException">The database does not answer.</exception>
    /// <exception cref="InvalidDataException">What is stored cannot be read.</exception>
    public static async Task<SettlementExplanation?> ReadAsync(DatabaseOptions options, string setlId, CancellationToken cancel)
    {
        await using var database = await Databases.OpenAsync(options, Assembly.GetExecutingAssembly(), cancel);
        return await database.ReadSnapshotAsync(session => ReadAsync(session, setlId), cancel);
    }

    private static async Task<SettlementExplanation?> ReadAsync(DbSession session, string setlId)
    {
        if (await SettlementStore.FindAsync(session, setlId) is not { } row) return null;
        if (row.OriginSetlId is { } origin)
        {
            var whole = await ReadAsync(session, origin) ?? throw new InvalidDataException($"{setlId} takes back {origin}, which is not there.");
            return whole with { Lines = [$"{setlId} 撤销结算 {origin}，金额全部取反；原结算如下。", .. whole.Lines] };
        }

        var institution = await session.FirstOrDefaultAsync<string>("SELECT name FROM institution WHERE code = @Institution", new { row.Institution });
        var lines = await session.QueryAsync<SheetLine>(
            """
            SELECT l.feedetl_sn, l.item_code, COALESCE(c.name, '') AS item_name, l.item_class, l.quantity, l.amount, l.own_paid, l.over_limit, l.first_own_paid, l.in_scope
            FROM fee_line l LEFT JOIN catalogue_item c ON c.code = l.item_code
            WHERE l.mdtrt_id = @MdtrtId AND l.setl_id = @SetlId ORDER BY l.feedetl_sn
            """,
            new { row.MdtrtId, row.SetlId });
        var (text, agrees) = SettlementSheet.Write(row, institution ?? "", lines);
        return new SettlementExplanation(text, agrees);
    }
}
