using System.Globalization;
using YbPay.Contracts;

namespace YbPay.Protocol.Fsi;

/// <summary>The envelope's clock readings: China's time, whatever zone the machine is in.</summary>
public static class FsiTime
{
    /// <summary><c>inf_time</c>: yyyy-MM-dd HH:mm:ss.</summary>
    public static string Second(DateTimeOffset at) => ChinaTime.Text(at);

    /// <summary><c>refmsg_time</c>, <c>respond_time</c>: yyyyMMddHHmmssSSS, a text (as a number it loses digits in a double).</summary>
    public static string Millisecond(DateTimeOffset at) => ChinaTime.Of(at).ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);

    /// <summary>The 14 digits in msgid and inf_refmsgid.</summary>
    public static string Compact(DateTimeOffset at) => ChinaTime.Digits(at);

    /// <summary>Reads <c>inf_time</c>; null when it is none.</summary>
    public static DateTimeOffset? ParseSecond(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local > DateTime.MinValue.AddDays(1)
            ? new DateTimeOffset(local, ChinaTime.Zone)
            : null;
}
