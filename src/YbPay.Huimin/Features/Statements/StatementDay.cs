using System.Globalization;
using YbPay.Contracts;

namespace YbPay.Huimin.Features.Statements;

/// <summary>A day in China, which has no summer time, as a statement covers it.</summary>
internal readonly record struct StatementDay(DateOnly Day) : IComparable<StatementDay>
{
    private const string Form = "yyyyMMdd";
    private static readonly TimeSpan Noon = TimeSpan.FromHours(12);

    /// <summary>As the wire and the database write it.</summary>
    public string Text => Day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Milliseconds since 1970 UTC of its first moment.</summary>
    public long Begins => Midnight.ToUnixTimeMilliseconds();

    /// <summary>Of the first moment after it.</summary>
    public long Ends => Midnight.AddDays(1).ToUnixTimeMilliseconds();

    /// <summary>Its statement is made from noon of the next day on (document, HOS00013).</summary>
    public DateTimeOffset ReadyAt => Midnight.AddDays(1) + Noon;

    public StatementDay Next => new(Day.AddDays(1));

    private DateTimeOffset Midnight => ChinaTime.Midnight(Day);

    /// <param name="text">Eight digits that name a day; null for what does not.</param>
    public static StatementDay? Parse(string text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue.AddDays(-2) ? new(day) : null;

    /// <param name="milliseconds">Since 1970 UTC.</param>
    public static StatementDay Of(long milliseconds) => new(ChinaTime.Day(ChinaTime.Of(milliseconds)));

    /// <summary>The last day whose statement can be made by now.</summary>
    public static StatementDay Latest(DateTimeOffset now) => Of((now - Noon).AddDays(-1).ToUnixTimeMilliseconds());

    public int CompareTo(StatementDay other) => Day.CompareTo(other.Day);

    public override string ToString() => Text;
}
