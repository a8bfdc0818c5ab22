using YbPay.Center.Orders;

namespace YbPay.Center;

/// <summary>What must be there before a centre starts. Keys are parsed by those who own them.</summary>
internal static class CenterChecks
{
    public static void Check(CenterOptions options)
    {
        Demand(options.Database is not null, "Database");
        Demand(options.MasterKeys is { Count: > 0 }, "MasterKeys");
        Demand(options.Admdvs.Length == 6, "Admdvs: six digits of the region");
        Demand(Uri.IsWellFormedUriString(options.Core.BaseUrl, UriKind.Absolute), "Core.BaseUrl");
        if (Cash.CashChannelChecks.WhyNot(options) is { } why) Demand(false, why);
        Demand(Uri.TryCreate(options.PublicBase, UriKind.Absolute, out var home) && IsPrivate(home), "PublicBase: HTTPS, or a loopback address");
        foreach (var partner in options.Partners)
        {
            Demand(partner.AppId.Length is >= 16 and <= 32, "Partners: appId of 16 to 32 characters");
            foreach (var institution in partner.Institutions)
            {
                Demand(institution.OrgCodg.Length is > 0 and <= 12, $"Institutions of {partner.AppId}: orgCodg of up to 12 characters");
                Demand(Uri.IsWellFormedUriString(institution.CallbackBase, UriKind.Absolute), $"{institution.OrgCodg}: CallbackBase");
                Demand(institution.HomePage.Length == 0 || (Uri.TryCreate(institution.HomePage, UriKind.Absolute, out var page) && IsPrivate(page)), $"{institution.OrgCodg}: HomePage");
                Demand(institution.OwnChannels.All(code => code is PaidVia.WeChat or PaidVia.Alipay), $"{institution.OrgCodg}: OwnChannels are WX and ALI");
                Demand(
                    institution.OwnChannels.Count == 0 || (Uri.TryCreate(institution.FrontReturnUrl, UriKind.Absolute, out var front) && IsPrivate(front) && front.Fragment.Length == 0),
                    $"{institution.OrgCodg}: FrontReturnUrl, HTTPS or loopback, is where OwnChannels lead");
                Demand(institution.SealedCallbacks || IsPrivate(new Uri(institution.CallbackBase)), $"{institution.OrgCodg}: clear callbacks need HTTPS or a loopback address");
            }
        }
    }

    private static bool IsPrivate(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.IsLoopback;

    private static void Demand(bool holds, string what)
    {
        if (!holds) throw new InvalidOperationException($"The centre's configuration is not complete: {what}.");
    }
}
