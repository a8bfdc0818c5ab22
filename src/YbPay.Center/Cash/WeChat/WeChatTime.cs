using System.Globalization;

namespace YbPay.Center.Cash.WeChat;

/// <summary>WeChat's times: RFC 3339, to the second, in China's zone.</summary>
internal static class WeChatTime
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static string Write(DateTimeOffset at) => at.ToOffset(China).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(China).DateTime);

    public static DateTimeOffset? Read(string? text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
}
