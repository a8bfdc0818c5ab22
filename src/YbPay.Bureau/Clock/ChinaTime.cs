using System.Globalization;

namespace YbPay.Bureau.Clock;

/// <summary>The wire's times are China's (UTC+8, no summer time) and carry no zone.</summary>
internal static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static string Digits(DateTimeOffset moment) => moment.ToOffset(Offset).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    public static string Text(DateTimeOffset moment) => moment.ToOffset(Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Text(long milliseconds) => Text(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

    public static string Year(DateTimeOffset moment) => moment.ToOffset(Offset).ToString("yyyy", CultureInfo.InvariantCulture);

    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    /// <summary>The moment at which a day begins.</summary>
    public static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);

    /// <summary>Null when the 14 digits are no moment.</summary>
    public static DateTimeOffset? FromDigits(ReadOnlySpan<char> digits) =>
        DateTime.TryParseExact(digits, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? new DateTimeOffset(local, Offset) : null;

    /// <summary>The first millisecond of a day (yyyy-MM-dd, a time behind it is ignored); null when the text is no day.</summary>
    public static long? StartOfDay(string text) =>
        DateTime.TryParseExact(text.AsSpan(0, Math.Min(10, text.Length)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, Offset).ToUnixTimeMilliseconds()
            : null;
}
