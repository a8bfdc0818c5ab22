using System.Globalization;
using YbPay.Cli.Days.Books;

namespace YbPay.Cli.Days;

/// <summary>What a run came to. <see cref="Result"/> is the same for the same seed, on either database.</summary>
internal sealed record DaysSummary(DaysSettings Settings, int Lived, Notebook Notes, IReadOnlyDictionary<string, int> Faults, IReadOnlyList<string> Breaches, TimeSpan Took)
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["-"] = "bill never taken", ["6"] = "completed", ["7"] = "refunded", ["8"] = "insurance refunded", ["9"] = "cash refunded", ["10"] = "cash refunded in part",
        ["11"] = "insurance and some cash refunded", ["12"] = "revoked or closed unpaid", ["13"] = "withdrawn, cash did not come",
    };

    /// <summary>Orders by how they ended, faults met, money by kind.</summary>
    public IReadOnlyList<string> Result() =>
    [
        Line($"visits                            {Notes.Visits,14:N0}"),
        .. Notes.Ends.OrderBy(end => end.Key.Length).ThenBy(end => end.Key, StringComparer.Ordinal).Select(end => Line($"  {end.Key,2} {Names.GetValueOrDefault(end.Key, "not an end"),-29}{end.Value,14:N0}")),
        Line($"  steps given up                  {Notes.GivenUp,14:N0}"),
        "faults met",
        .. Faults.OrderBy(fault => fault.Key, StringComparer.Ordinal).Select(fault => Line($"  {fault.Key,-32}{fault.Value,14:N0}")),
        "money that stands, in yuan",
        Money("fund", Notes.Standing.Fund), Money("personal accounts", Notes.Standing.Account), Money("paid down by accounts", Notes.Standing.PaidDown), Money("other", Notes.Standing.Other), Money("deposits", Notes.Standing.Deposit),
        Money("cash at the bank", Notes.Standing.Cash), Money("  paid in", Notes.CashPaid), Money("  given back", Notes.CashBack),
    ];

    public void WriteTo(TextWriter output)
    {
        foreach (var line in Result()) output.WriteLine(line);
        output.WriteLine(Line($"{Lived} days in {Took.TotalSeconds:0.0} s, seed {Settings.Seed}"));
        foreach (var breach in Breaches) output.WriteLine($"BREACH {breach}");
        output.WriteLine(Breaches.Count == 0
            ? "Every order came to its end, and all books agree."
            : Line($"{Breaches.Count} breaches. To repeat: ybpay demo --days {Lived} --seed {Settings.Seed} --orders-per-day {Settings.OrdersPerDay}"));
    }

    private static string Money(string what, Engine.Money.Fen amount) => Line($"  {what,-32}{amount.ToYuan(),14:N2}");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
