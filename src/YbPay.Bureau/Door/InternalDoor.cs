using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace YbPay.Bureau.Door;

/// <summary>Addresses for the core's own operators, under a shared secret; without it, or with another, they do not exist.</summary>
internal static class InternalDoor
{
    private const string TokenHeader = "X-Internal-Token";

    /// <summary>False: the answer is 404 and is already set. The time it takes tells nothing of the token but its length.</summary>
    public static bool Opens(HttpContext http, BureauOptions options)
    {
        var given = Encoding.UTF8.GetBytes(http.Request.Headers[TokenHeader].ToString());
        if (options.InternalToken.Length > 0 && CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(options.InternalToken))) return true;
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return false;
    }
}
