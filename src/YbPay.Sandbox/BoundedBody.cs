using Microsoft.AspNetCore.Http;

namespace YbPay.Sandbox;

/// <summary>Reads a request's body, but not more than the reader wants.</summary>
internal static class BoundedBody
{
    /// <summary>Null when the body is larger than <paramref name="largest"/> bytes; no more than that is read.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int largest)
    {
        if (request.ContentLength > largest) return null;
        using var body = new MemoryStream();
        var piece = new byte[8192];
        while (await request.Body.ReadAsync(piece, request.HttpContext.RequestAborted) is var read and > 0)
        {
            if (body.Length + read > largest) return null;
            body.Write(piece, 0, read);
        }

        return body.ToArray();
    }
}
