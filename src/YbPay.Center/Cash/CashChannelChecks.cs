using System.Security.Cryptography;
using YbPay.Center.Cash.UnionPay;
using YbPay.Center.Cash.WeChat;

namespace YbPay.Center.Cash;

/// <summary>What a channel must be told before a centre starts: everything that is missing, in one line, and keys that can be read.</summary>
internal static class CashChannelChecks
{
    /// <summary>Null when a centre with these channels can start.</summary>
    public static string? WhyNot(CenterOptions options)
    {
        var cash = options.Cash;
        foreach (var kind in cash.ByInstitution.Values.Append(cash.Kind).Distinct())
        {
            if (kind == CashChannelKind.WeChat && cash.WeChat is null) return "Cash.WeChat: WX is chosen, but not configured";
            if (kind == CashChannelKind.UnionPay && cash.UnionPay is null) return "Cash.UnionPay: CARD is chosen, but not configured";
            if (kind == CashChannelKind.Bank && options.Bank.BaseUrl.Length == 0) return "Bank.BaseUrl: BANK is chosen, but not configured";
        }

        if (options.Bank.BaseUrl.Length > 0 && Missing("Bank", Address("BaseUrl", options.Bank.BaseUrl), Address("NotifyBase", options.Bank.NotifyBase)) is { } bank) return bank;
        return (cash.WeChat is { } weChat ? WhyNot(weChat) : null) ?? (cash.UnionPay is { } unionPay ? WhyNot(unionPay) : null);
    }

    private static string? WhyNot(WeChatOptions options) =>
        Missing("Cash.WeChat", Address(nameof(options.BaseUrl), options.BaseUrl), Text(nameof(options.AppId), options.AppId), Text(nameof(options.MchId), options.MchId),
            Text(nameof(options.SerialNo), options.SerialNo), Text(nameof(options.PrivateKey), options.PrivateKey), Text(nameof(options.ApiV3Secret), options.ApiV3Secret),
            Text(nameof(options.PlatformKeys), options.PlatformKeys.Count > 0 ? "some" : ""), Address(nameof(options.NotifyUrl), options.NotifyUrl), Address(nameof(options.PublicBase), options.PublicBase),
            Text(nameof(options.AppSecret), options.AppSecret), Address(nameof(options.LoginUrl), options.LoginUrl), Address(nameof(options.UserUrl), options.UserUrl))
        ?? Unreadable("Cash.WeChat", () => WeChatKeys.Open(options));

    private static string? WhyNot(UnionPayOptions options) =>
        Missing("Cash.UnionPay", Address(nameof(options.GatewayUrl), options.GatewayUrl), Address(nameof(options.FileUrl), options.FileUrl), Text(nameof(options.MerId), options.MerId),
            Text(nameof(options.CertId), options.CertId), Text(nameof(options.SignMethod), options.SignMethod), Text(nameof(options.PrivateKey), options.PrivateKey),
            Text(nameof(options.RootCertificates), options.Algorithm == UnionPayAlgorithm.Rsa ? options.RootCertificates : "none"),
            Text(nameof(options.PlatformKeys), options.Algorithm == UnionPayAlgorithm.Rsa || options.PlatformKeys.Count > 0 ? "some" : ""),
            Address(nameof(options.PublicBase), options.PublicBase), Address(nameof(options.NotifyUrl), options.NotifyUrl))
        ?? Unreadable("Cash.UnionPay", () => UnionPayKeys.Open(options, TimeProvider.System));

    private static (string Name, bool Stands) Text(string name, string value) => (name, value.Length > 0);

    private static (string Name, bool Stands) Address(string name, string value) => (name, Uri.IsWellFormedUriString(value, UriKind.Absolute));

    private static string? Missing(string section, params (string Name, bool Stands)[] options) =>
        options.Where(option => !option.Stands).Select(option => option.Name).ToList() is { Count: > 0 } missing ? $"{section} needs {string.Join(", ", missing)}" : null;

    /// <summary>The reason names no key.</summary>
    private static string? Unreadable(string section, Func<IDisposable> open)
    {
        try
        {
            open().Dispose();
            return null;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or FormatException or InvalidOperationException)
        {
            return $"{section}: a key cannot be read ({(e is InvalidOperationException ? e.Message : e.GetType().Name)})";
        }
    }
}
