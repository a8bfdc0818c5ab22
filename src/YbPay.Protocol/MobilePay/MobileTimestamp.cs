using System.Buffers.Text;
using System.Globalization;
using YbPay.Contracts;

namespace YbPay.Protocol.MobilePay;

/// <summary>The three forms of an envelope's time (ruling A.6). Times without a zone are China's, +08:00.</summary>
public static class MobileTimestamp
{
    /// <summary>13 digits: milliseconds since 1970; 14: yyyyMMddHHmmss; 17: the same with milliseconds. Nothing else.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset stamp)
    {
        stamp = default;
        if (text.Length is not (13 or 14 or 17) || text.ContainsAnyExceptInRange((byte)'0', (byte)'9')) return false;
        if (text.Length == 13)
        {
            stamp = DateTimeOffset.FromUnixTimeMilliseconds(Number(text));
            return true;
        }

        var year = Number(text[..4]);
        var month = Number(text.Slice(4, 2));
        var day = Number(text.Slice(6, 2));
        var hour = Number(text.Slice(8, 2));
        var minute = Number(text.Slice(10, 2));
        var second = Number(text.Slice(12, 2));
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth((int)year, (int)month)) return false;
        if (hour > 23 || minute > 59 || second > 59) return false;
        if (year == 1 && month == 1 && day == 1) return false;
        var local = new DateTime((int)year, (int)month, (int)day, (int)hour, (int)minute, (int)second, DateTimeKind.Unspecified);
        stamp = new DateTimeOffset(local.AddMilliseconds(text.Length == 17 ? Number(text[14..]) : 0), ChinaTime.Zone);
        return true;
    }

    /// <summary>What we send: 13 digits.</summary>
    public static string Write(DateTimeOffset stamp) => stamp.ToUnixTimeMilliseconds().ToString("D13", CultureInfo.InvariantCulture);

    private static long Number(ReadOnlySpan<byte> digits) => Utf8Parser.TryParse(digits, out long value, out _) ? value : 0;
}
