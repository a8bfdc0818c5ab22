namespace YbPay.Protocol;

/// <summary>A message's bytes as they come in, up to a limit.</summary>
public static class MessageBody
{
    private const int FirstPiece = 16 * 1024;
    private const int LargestFirstPiece = 64 * 1024;

    /// <summary>Null when there are more than <paramref name="largest"/> bytes; what is too long is neither kept nor read to its end.</summary>
    /// <param name="announced">The length that the sender stated, if any: believed only where it is too much.</param>
    public static async Task<byte[]?> ReadAsync(Stream body, long? announced, int largest, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (announced > largest) return null;
        // One byte more than announced shows the end without another growth; what is announced and never sent holds no memory.
        var buffer = new byte[(int)Math.Min(Math.Min((announced ?? FirstPiece) + 1, LargestFirstPiece), (long)largest + 1)];
        var length = 0;
        while (true)
        {
            var count = await body.ReadAsync(buffer.AsMemory(length), cancel).ConfigureAwait(false);
            length += count;
            if (length > largest) return null;
            if (count == 0) return length == buffer.Length ? buffer : buffer[..length];
            if (length == buffer.Length) Array.Resize(ref buffer, (int)Math.Min((long)largest + 1, 2L * length));
        }
    }
}
