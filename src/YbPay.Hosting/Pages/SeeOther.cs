using Microsoft.AspNetCore.Http;

namespace YbPay.Hosting.Pages;

/// <summary>303: the browser goes there with GET, whatever it came with.</summary>
/// <param name="Address">Decided by this site, never taken from a request as it came.</param>
public sealed record SeeOther(string Address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = Address;
        return Task.CompletedTask;
    }
}
