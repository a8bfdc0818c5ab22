using System.Globalization;

namespace YbPay.Contracts;

/// <summary>China's time, UTC+8 the whole year. The wire's times are China's and mostly carry no zone; a day, also a statement's, begins at China's midnight.</summary>
public static class ChinaTime
{
    private const string FourteenDigits = "yyyyMMddHHmmss";

    public static TimeSpan Zone { get; } = TimeSpan.FromHours(8);

    public static DateTimeOffset Of(DateTimeOffset moment) => moment.ToOffset(Zone);

    /// <param name="milliseconds">Since 1970 UTC.</param>
    public static DateTimeOffset Of(long milliseconds) => Of(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

    /// <summary>yyyyMMddHHmmss.</summary>
    public static string Digits(DateTimeOffset moment) => Of(moment).ToString(FourteenDigits, CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Digits(DateTimeOffset)"/>
    /// <param name="milliseconds">Since 1970 UTC.</param>
    public static string Digits(long milliseconds) => Digits(Of(milliseconds));

    /// <summary>yyyy-MM-dd HH:mm:ss.</summary>
    public static string Text(DateTimeOffset moment) => Of(moment).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Text(DateTimeOffset)"/>
    /// <param name="milliseconds">Since 1970 UTC.</param>
    public static string Text(long milliseconds) => Text(Of(milliseconds));

    /// <summary>ISO 8601 (RFC 3339) with +08:00, to the second.</summary>
    public static string Iso(DateTimeOffset moment) => Of(moment).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Year(DateTimeOffset moment) => Of(moment).ToString("yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day on which a moment falls in China.</summary>
    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(Of(moment).DateTime);

    /// <summary>The moment at which a day begins.</summary>
    public static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Zone);

    /// <summary>Null when the 14 digits are no moment.</summary>
    public static DateTimeOffset? FromDigits(ReadOnlySpan<char> digits) =>
        DateTime.TryParseExact(digits, FourteenDigits, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? At(local) : null;

    /// <summary>The first millisecond of a day (yyyy-MM-dd, a time behind it is ignored); null when the text is no day.</summary>
    public static long? StartOfDay(string text) =>
        DateTime.TryParseExact(text.AsSpan(0, Math.Min(10, text.Length)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? At(local)?.ToUnixTimeMilliseconds()
            : null;

    /// <summary>The first hours of the year 1 lie before all moments.</summary>
    private static DateTimeOffset? At(DateTime local) => local.Year > 1 ? new DateTimeOffset(local, Zone) : null;
}
