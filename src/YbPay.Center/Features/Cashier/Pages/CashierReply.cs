using Microsoft.AspNetCore.Http;
using YbPay.Hosting.Pages;

namespace YbPay.Center.Features.Cashier.Pages;

/// <summary>How a page of the cashier goes out.</summary>
internal static class CashierReply
{
    /// <summary>Forms lead to this site, whose answer may send the browser on to a bank: https, or the sandbox's bank on this machine.</summary>
    public const string ContentPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        + "form-action 'self' https: http://127.0.0.1:*; frame-ancestors 'none'; base-uri 'none'";

    public static IResult Page(string html, int status = StatusCodes.Status200OK) => PageReply.Page(html, ContentPolicy, status);

    /// <summary>Also for redirects of the cashier.</summary>
    public static void Protect(HttpResponse response) => PageReply.Protect(response, ContentPolicy);
}
