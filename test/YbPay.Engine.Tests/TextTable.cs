using System.Globalization;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Money;

namespace YbPay.Engine.Tests;

/// <summary>
/// Tests written as tables: one row, one case. Columns are parted by blanks, a bar is only there for the eye, <c>-</c>
/// means absent, and <c>#</c> starts a remark. Amounts are yuan, so that the tables can be read by a cashier.
/// </summary>
internal static class TextTable
{
    public static TheoryData<string> Rows(string table)
    {
        var rows = new TheoryData<string>();
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (!line.StartsWith('#')) rows.Add(line);
        return rows;
    }

    public static string[] Cells(string row) =>
        row.Split('#')[0].Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries);

    public static decimal Yuan(string cell) => decimal.Parse(cell, CultureInfo.InvariantCulture);

    public static decimal? YuanIfAny(string cell) => cell == "-" ? null : Yuan(cell);

    public static Fen Amount(string cell) =>
        Fen.FromYuan(Yuan(cell)) ?? throw new FormatException($"The table's amount {cell} is not an amount.");

    public static Fen? AmountIfAny(string cell) => cell == "-" ? null : Amount(cell);

    /// <summary>What a row calls a result: the refusal's name, or what <paramref name="ok"/> makes of the value.</summary>
    public static string Named<T>(this Outcome<T> outcome, Func<T, string> ok) => outcome.Match(ok, why => why.Name);
}
