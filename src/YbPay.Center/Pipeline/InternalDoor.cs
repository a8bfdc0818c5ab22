using Microsoft.AspNetCore.Http;
using YbPay.Center.Running;

namespace YbPay.Center.Pipeline;

/// <summary>Addresses for the centre's own operators and feeds, under a shared secret; without it, or with another, they do not exist.</summary>
internal static class InternalDoor
{
    private const string TokenHeader = "X-Internal-Token";

    /// <summary>False: the answer is 404 and is already set.</summary>
    public static bool Opens(HttpContext http, CenterOptions options)
    {
        if (options.InternalToken.Length > 0 && Credentials.Same(options.InternalToken, http.Request.Headers[TokenHeader].ToString())) return true;
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return false;
    }
}
