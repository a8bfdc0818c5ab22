using YbPay.Contracts;

namespace YbPay.Cli.Days;

/// <summary>What <c>ybpay demo --days</c> runs.</summary>
/// <param name="Seed">The same seed draws the same days.</param>
/// <param name="OrdersPerDay">The most patients of a day; a day has none to so many.</param>
/// <param name="Folder">Null for one of its own, which is removed afterwards.</param>
/// <param name="Postgres">A connection string to a PostgreSQL server, in which the run gets a database of its own; null for SQLite.</param>
internal sealed record DaysSettings(int Days, int Seed, int OrdersPerDay = 4, string? Folder = null, string? Postgres = null)
{
    /// <summary>The first morning, whatever the wall clock shows: with it, years turn at the same day of every run.</summary>
    public static DateTimeOffset FirstMorning { get; } = new(2026, 3, 2, 7, 0, 0, ChinaTime.Zone);
}
