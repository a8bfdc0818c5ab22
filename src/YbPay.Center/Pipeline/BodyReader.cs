using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace YbPay.Center.Pipeline;

/// <summary>Reads a body up to a limit; what is longer is refused without being kept.</summary>
internal static class BodyReader
{
    /// <summary>Null when the body is longer than <paramref name="largest"/>.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int largest, CancellationToken cancel)
    {
        if (request.ContentLength > largest) return null;
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancel);
            if (read.Buffer.Length > largest)
            {
                reader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
