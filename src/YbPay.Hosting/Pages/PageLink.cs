namespace YbPay.Hosting.Pages;

/// <summary>
/// Where a link or a form may lead: a path of this site, or an absolute http or https address. Whether the host is a registered
/// one is decided before; here everything that a browser could run or misread (javascript:, data:, //host) becomes "#".
/// </summary>
public readonly record struct PageLink
{
    private const string Nowhere = "#";

    private readonly string? address;

    private PageLink(string address) => this.address = address;

    public string Address => address ?? Nowhere;

    public static PageLink To(string? address) => new(address is not null && IsSafe(address) ? address : Nowhere);

    private static bool IsSafe(string address)
    {
        if (address.Any(c => char.IsControl(c) || c is '\\' or ' ')) return false;
        if (address.StartsWith('/')) return !address.StartsWith("//", StringComparison.Ordinal);
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.UserInfo.Length == 0;
    }
}
