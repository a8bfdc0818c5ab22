using System.Globalization;
using System.Text;
using YbPay.Engine.Money;

namespace YbPay.Center.Cash.WeChat;

/// <summary>Reads a trade bill: CSV in yuan whose values begin with a backtick, columns found by their names, totals last. Pure.</summary>
internal static class WeChatBill
{
    /// <summary>Null when columns are missing, a value is no amount, or the lines do not add up to the totals.</summary>
    public static IReadOnlyList<ChannelStatementLine>? Read(ReadOnlySpan<byte> file)
    {
        var rows = Encoding.UTF8.GetString(file).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (rows.Length < 3) return null;
        string[] columns = rows[0].Split(','), sums = rows[^2].Split(','), totals = Values(rows[^1]);
        string[] names = ["商户订单号", "商户退款单号", "交易状态", "订单金额", "申请退款金额"];
        var at = names.Select(name => Array.IndexOf(columns, name)).ToArray();
        var (paidTotal, backTotal) = (Amount(totals, Array.IndexOf(sums, "订单总金额")), Amount(totals, Array.IndexOf(sums, "申请退款总金额")));
        if (at.Contains(-1) || paidTotal is null || backTotal is null) return null;
        var lines = new List<ChannelStatementLine>();
        var (paid, back) = (Fen.Zero, Fen.Zero);
        foreach (var values in rows[1..^2].Select(Values))
        {
            if (values.Length != columns.Length) return null;
            var refund = values[at[2]] == "REFUND";
            if (!refund && values[at[2]] != "SUCCESS") continue;
            if (Amount(values, at[refund ? 4 : 3]) is not { } amount) return null;
            lines.Add(new(values[at[refund ? 1 : 0]], values[at[0]], refund ? -amount : amount));
            if (refund) back += amount;
            else paid += amount;
        }

        return paid == paidTotal && back == backTotal ? lines : null;
    }

    private static string[] Values(string row) => [.. row.TrimStart('`').Split(",`")];

    private static Fen? Amount(string[] values, int at) =>
        at >= 0 && at < values.Length && decimal.TryParse(values[at], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) ? Fen.FromYuan(yuan) : null;
}
