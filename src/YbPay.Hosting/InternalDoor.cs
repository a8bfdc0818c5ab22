using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace YbPay.Hosting;

/// <summary>Addresses for a role's own operators and feeds, under a shared secret; without it, or with another, they do not exist.</summary>
public static class InternalDoor
{
    private const string TokenHeader = "X-Internal-Token";

    /// <summary>False: the answer is 404 and is already set. The time it takes tells nothing of the token but its length.</summary>
    /// <param name="token">The role's; empty when it has no such addresses.</param>
    public static bool Opens(HttpContext http, string token)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(token);
        var given = Encoding.UTF8.GetBytes(http.Request.Headers[TokenHeader].ToString());
        if (token.Length > 0 && CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(token))) return true;
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return false;
    }
}
