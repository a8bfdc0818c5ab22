using System.Globalization;
using YbPay.Contracts;

namespace YbPay.Center.Cash.WeChat;

/// <summary>WeChat's times: RFC 3339 in any zone. Those that go there are <see cref="ChinaTime.Iso"/>.</summary>
internal static class WeChatTime
{
    public static DateTimeOffset? Read(string? text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
}
