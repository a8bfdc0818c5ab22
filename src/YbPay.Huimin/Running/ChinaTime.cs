using System.Globalization;

namespace YbPay.Huimin.Running;

/// <summary>Stored times as the wire prints them: China's time, which has no summer time.</summary>
internal static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <param name="milliseconds">Since 1970 UTC.</param>
    public static DateTimeOffset Of(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToOffset(Offset);

    /// <summary>yyyyMMddHHmmss.</summary>
    public static string Stamp(long milliseconds) => Of(milliseconds).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
}
