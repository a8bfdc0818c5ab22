using Microsoft.AspNetCore.Http;

namespace YbPay.Bureau.Door;

/// <summary>Reads a request whole, up to a limit.</summary>
internal static class RequestBody
{
    /// <summary>Null when it is larger than allowed.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int largest, CancellationToken cancel)
    {
        if (request.ContentLength > largest) return null;
        using var buffer = new MemoryStream((int)(request.ContentLength ?? 4096));
        var piece = new byte[Math.Min(largest, 16 * 1024)];
        while (true)
        {
            var count = await request.Body.ReadAsync(piece, cancel);
            if (count == 0) return buffer.ToArray();
            if (buffer.Length + count > largest) return null;
            buffer.Write(piece, 0, count);
        }
    }
}
