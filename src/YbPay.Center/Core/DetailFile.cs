using System.Globalization;
using System.IO.Compression;
using System.Text;
using YbPay.Engine.Money;

namespace YbPay.Center.Core;

/// <summary>One row of a detail check, ours or the core's answer (3202); amounts in fen, negative for a cancellation.</summary>
internal sealed record DetailRow(string PsnNo, string MdtrtId, string SetlId, string Msgid, string StmtRslt, bool IsCancellation, Fen FeeSum, Fen Fund, Fen Account)
{
    public const string Equal = "000000";
    public const string OnlyThere = "000101";
    public const string OnlyHere = "000102";
    public const string Differs = "000103";

    public override string ToString() => SetlId;
}

/// <summary>
/// The file of a detail check: TAB-separated text in a ZIP, <c>null</c> for empty; psn_no, mdtrt_id, setl_id, msgid, stmt_rslt,
/// refd_setl_flag, memo, medfee_sumamt, fund_pay_sumamt, acct_pay. It travels as Base64.
/// </summary>
internal static class DetailFile
{
    public static string Write(IEnumerable<DetailRow> rows)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var text = new StreamWriter(zip.CreateEntry("detail.txt").Open(), new UTF8Encoding(false)))
            foreach (var row in rows)
                text.Write(Line(row) + "\n");
        return Convert.ToBase64String(bytes.ToArray());
    }

    /// <summary>Throws <see cref="InvalidDataException"/> or <see cref="FormatException"/> for what is no such file.</summary>
    public static IReadOnlyList<DetailRow> Read(string base64)
    {
        using var zip = new ZipArchive(new MemoryStream(Convert.FromBase64String(base64)), ZipArchiveMode.Read);
        if (zip.Entries.Count == 0) throw new InvalidDataException("The file is empty.");
        using var text = new StreamReader(zip.Entries[0].Open(), Encoding.UTF8);
        var rows = new List<DetailRow>();
        while (text.ReadLine() is { } line)
            if (line.Length > 0) rows.Add(Parse(line.Split('\t')));
        return rows;
    }

    private static string Line(DetailRow row) => string.Join('\t',
        row.PsnNo, row.MdtrtId, OrNull(row.SetlId), OrNull(row.Msgid), "null", row.IsCancellation ? "1" : "0", "null", row.FeeSum, row.Fund, row.Account);

    private static DetailRow Parse(string[] cells) => cells.Length >= 10
        ? new DetailRow(Text(cells[0]), Text(cells[1]), Text(cells[2]), Text(cells[3]), Text(cells[4]), cells[5] == "1", Amount(cells[7]), Amount(cells[8]), Amount(cells[9]))
        : throw new InvalidDataException($"A line of {cells.Length} cells; 10 were expected.");

    private static string OrNull(string text) => text.Length == 0 ? "null" : text;

    private static string Text(string cell) => cell == "null" ? "" : cell;

    private static Fen Amount(string cell) => cell == "null"
        ? Fen.Zero
        : Fen.FromYuan(decimal.Parse(cell, NumberStyles.Number, CultureInfo.InvariantCulture)) ?? throw new InvalidDataException("An amount with parts of a fen.");
}
