using System.Globalization;

namespace YbPay.Sandbox.Time;

/// <summary>Wall time in China, +08:00 the whole year: what the sandbox prints and what a statement's day means.</summary>
public static class ChinaTime
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    /// <summary>ISO 8601 with +08:00, to the second.</summary>
    public static string Print(DateTimeOffset time) => time.ToOffset(Zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The first millisecond of a day in China, as milliseconds since 1970 UTC.</summary>
    public static long StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Zone).ToUnixTimeMilliseconds();

    public static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(Zone).DateTime);
}
