using System.Globalization;
using System.Text;
using YbPay.Engine.Money;

namespace YbPay.Bureau.Features.Reconciliation;

/// <summary>
/// The detail file's text: a row a line, cells separated by TAB, <c>null</c> for empty. Ten columns: psn_no, mdtrt_id, setl_id,
/// msgid, stmt_rslt, refd_setl_flag, memo, medfee_sumamt, fund_pay_sumamt, acct_pay. Seven are read too: setl_id, mdtrt_id,
/// psn_no, medfee_sumamt, fund_pay_sumamt, acct_pay, refd_setl_flag.
/// </summary>
internal static class StatementText
{
    private const string Empty = "null";
    private const int MostRows = 200_000;

    /// <summary>Null when a line is no row; <paramref name="problem"/> then names the line.</summary>
    public static List<StatementRow>? Read(string text, out string problem)
    {
        problem = "";
        var rows = new List<StatementRow>();
        var number = 0;
        foreach (var line in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            number++;
            if (line.IsEmpty) continue;
            var row = rows.Count < MostRows ? Row(line.ToString().Split('\t')) : null;
            if (row is null)
            {
                problem = string.Create(CultureInfo.InvariantCulture, $"第{number}行");
                return null;
            }

            rows.Add(row);
        }

        return rows;
    }

    public static string Write(IEnumerable<StatementRow> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
            AppendLine(
                text, row.PsnNo, row.MdtrtId, row.SetlId, row.Msgid, row.Result, row.Refunded ? "1" : "0", row.Memo, row.Medfee.ToString(), row.Fund.ToString(), row.Account.ToString());
        return text.ToString();
    }

    /// <summary>One line of any of the core's files: cells separated by TAB, <c>null</c> for empty, closed by a line feed.</summary>
    public static void AppendLine(StringBuilder text, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++) text.Append(i == 0 ? "" : "\t").Append(Cell(cells[i]));
        text.Append('\n');
    }

    private static StatementRow? Row(string[] cells) => cells.Length switch
    {
        10 => Row(cells[0], cells[1], cells[2], cells[3], cells[5], cells[7], cells[8], cells[9]),
        7 => Row(cells[2], cells[1], cells[0], Empty, cells[6], cells[3], cells[4], cells[5]),
        _ => null,
    };

    private static StatementRow? Row(string psnNo, string mdtrtId, string setlId, string msgid, string refunded, string medfee, string fund, string account)
    {
        var row = (SetlId: Text(setlId), Msgid: Text(msgid), Medfee: Amount(medfee), Fund: Amount(fund), Account: Amount(account));
        if (row.SetlId.Length + row.Msgid.Length == 0 || row.Medfee is null || row.Fund is null || row.Account is null || refunded is not ("0" or "1" or Empty)) return null;
        return new StatementRow
        {
            PsnNo = Text(psnNo), MdtrtId = Text(mdtrtId), SetlId = row.SetlId, Msgid = row.Msgid, Refunded = refunded == "1",
            Medfee = row.Medfee.Value, Fund = row.Fund.Value, Account = row.Account.Value,
        };
    }

    private static string Text(string cell) => cell == Empty ? "" : cell;

    private static string Cell(string text) => text.Length == 0 ? Empty : text;

    private static Fen? Amount(string cell)
    {
        if (cell is "" or Empty) return Fen.Zero;
        const NumberStyles Form = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(cell, Form, CultureInfo.InvariantCulture, out var yuan) ? Fen.FromYuan(yuan) : null;
    }
}
