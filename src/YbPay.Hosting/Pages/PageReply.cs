using Microsoft.AspNetCore.Http;

namespace YbPay.Hosting.Pages;

/// <summary>How a page goes out: nothing of it is kept, framed, told to the next site, or fetched from elsewhere than its policy says.</summary>
public static class PageReply
{
    /// <param name="contentPolicy">What the page may fetch and where its forms may lead.</param>
    public static IResult Page(string html, string contentPolicy, int status = StatusCodes.Status200OK) => new Reply(html, contentPolicy, status);

    /// <summary>Also for redirects: an address must not leak through the referrer or a cache.</summary>
    public static void Protect(HttpResponse response, string contentPolicy)
    {
        ArgumentNullException.ThrowIfNull(response);
        var headers = response.Headers;
        headers.ContentSecurityPolicy = contentPolicy;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex";
    }

    private sealed record Reply(string Html, string ContentPolicy, int Status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            Protect(httpContext.Response, ContentPolicy);
            return Results.Content(Html, "text/html; charset=utf-8", statusCode: Status).ExecuteAsync(httpContext);
        }
    }
}
