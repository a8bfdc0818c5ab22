namespace YbPay.Huimin;

/// <summary>What must be there before a platform starts. Secrets are parsed by those who own them.</summary>
internal static class HuiminChecks
{
    private const int ShortestSecret = 16;
    private static readonly (int Least, int Most) RefundDays = (30, 90);

    public static void Check(HuiminOptions options)
    {
        Demand(options.Database is not null, "Database");
        Demand(options.MasterKeys is { Count: > 0 }, "MasterKeys");
        Demand(options.ImageFolder.Length > 0, "ImageFolder");
        Demand(Uri.TryCreate(options.PublicBase, UriKind.Absolute, out var home) && IsPrivate(home), "PublicBase: HTTPS, or a loopback address");
        Check(options.CreditBank, nameof(options.CreditBank));
        Check(options.Insurer, nameof(options.Insurer));
        foreach (var partner in options.Partners)
        {
            Demand(partner.PlatformId.Length is > 0 and <= 32, "Partners: platformId of up to 32 characters");
            Demand(partner.HospitalId.Length is >= 8 and <= 40, $"{partner.PlatformId}: hospitalId of 8 to 40 characters");
            Demand(partner.CityCode.Length == 6, $"{partner.PlatformId}: cityCode of six digits");
            Demand(partner.RefundDays >= RefundDays.Least && partner.RefundDays <= RefundDays.Most, $"{partner.PlatformId}: RefundDays from {RefundDays.Least} to {RefundDays.Most}");
            Demand(partner.CallbackUrl.Length == 0 || (Uri.TryCreate(partner.CallbackUrl, UriKind.Absolute, out var hospital) && hospital.Scheme is "http" or "https"), $"{partner.PlatformId}: CallbackUrl");
        }

        Demand(options.Partners.Select(partner => partner.PlatformId).Distinct().Count() == options.Partners.Count, "Partners: every platformId once");
        Demand(options.Partners.Select(partner => partner.HospitalId).Distinct().Count() == options.Partners.Count, "Partners: every hospitalId once");
    }

    private static void Check(OutsideOptions outside, string name)
    {
        Demand(Uri.TryCreate(outside.BaseUrl, UriKind.Absolute, out var address) && address.Scheme is "http" or "https", $"{name}.BaseUrl");
        Demand(outside.Merchant.Length > 0, $"{name}.Merchant");
        Demand(outside.Secret.Length >= ShortestSecret, $"{name}.Secret of {ShortestSecret} characters or more");
        Demand(outside.Timeout > TimeSpan.Zero && outside.ResolveAfter > TimeSpan.Zero, $"{name}: times must be positive");
    }

    private static bool IsPrivate(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.IsLoopback;

    private static void Demand(bool holds, string what)
    {
        if (!holds) throw new InvalidOperationException($"The huimin platform's configuration is not complete: {what}.");
    }
}
