using System.Globalization;
using System.Text;
using YbPay.Bureau.Features.Reconciliation;
using YbPay.Contracts;
using YbPay.Cryptography;

namespace YbPay.Bureau.Features.Statements;

/// <summary>An institution's day: the bytes of its file and their digest. The same entries give the same bytes, whenever and wherever it is made.</summary>
internal sealed record DayStatement(string Institution, DateOnly Day, StatementTotals Totals, string Previous, string Digest, byte[] Content)
{
    private const string Version = "1";

    /// <summary>As wire, file names and the database write a day.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="previous">The digest of the day before; empty on the first day.</param>
    public static DayStatement Make(string institution, DateOnly day, string previous, IEnumerable<StatementEntry> entries)
    {
        var rows = entries.OrderBy(entry => entry.PostedAt).ThenBy(entry => entry.EntryId, StringComparer.Ordinal).ToList();
        var totals = StatementTotals.Of(rows);
        var text = new StringBuilder();
        StatementText.AppendLine(text, "STATEMENT", Version, institution, Text(day), previous);
        foreach (var row in rows)
            StatementText.AppendLine(
                text, ChinaTime.Text(row.PostedAt), row.Kind, row.SetlId, row.MdtrtId, row.Msgid, row.Insutype, row.ClrType,
                row.Medfee.ToString(), row.FundSum.ToString(), row.AccountPaid.ToString(), row.Cash.ToString(), row.HospPart.ToString());
        StatementText.AppendLine(
            text, "TOTAL", totals.Entries.ToString(CultureInfo.InvariantCulture),
            totals.Medfee.ToString(), totals.FundSum.ToString(), totals.AccountPaid.ToString(), totals.Cash.ToString(), totals.HospPart.ToString());
        var content = Encoding.UTF8.GetBytes(text.ToString());
        return new DayStatement(institution, day, totals, previous, DigestOf(content), content);
    }

    public static string DigestOf(byte[] content) => Convert.ToHexStringLower(Sm3.Hash(content));
}
