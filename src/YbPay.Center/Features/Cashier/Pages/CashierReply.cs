using Microsoft.AspNetCore.Http;

namespace YbPay.Center.Features.Cashier.Pages;

/// <summary>How a page goes out: nothing of it is kept, framed, told to the next site, or fetched from elsewhere.</summary>
internal static class CashierReply
{
    /// <summary>Forms lead to this site, whose answer may send the browser on to a bank: https, or the sandbox's bank on this machine.</summary>
    public const string ContentPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        + "form-action 'self' https: http://127.0.0.1:*; frame-ancestors 'none'; base-uri 'none'";

    public static IResult Page(string html, int status = StatusCodes.Status200OK) => new Reply(html, status);

    /// <summary>Also for redirects of the cashier: an address must not leak through the referrer or a cache.</summary>
    public static void Protect(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex";
    }

    private sealed record Reply(string Html, int Status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            Protect(httpContext.Response);
            return Results.Content(Html, "text/html; charset=utf-8", statusCode: Status).ExecuteAsync(httpContext);
        }
    }
}
