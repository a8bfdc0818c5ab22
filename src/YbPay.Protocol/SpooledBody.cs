using System.Buffers;

namespace YbPay.Protocol;

/// <summary>How much of a body is kept where.</summary>
/// <param name="InMemory">Bytes that stay in (rented) memory.</param>
/// <param name="Largest">Bytes that are accepted at all.</param>
/// <param name="Folder">Where longer ones are written while they are read; the system's folder for temporary files by default.</param>
public sealed record SpoolLimits(int InMemory, long Largest, string? Folder = null);

/// <summary>
/// A message's bytes as they came in, to be read more than once: short ones in rented memory, long ones in a file that has no name by the
/// time it is written (Unix) or goes with its last handle (Windows), so that nothing is left behind, not even by a killed process.
/// </summary>
public sealed class SpooledBody : IAsyncDisposable
{
    private const int FirstPiece = 8 * 1024;
    private byte[]? rented;

    private SpooledBody(Stream content, byte[]? rented) => (Content, this.rented) = (content, rented);

    /// <summary>Seekable, at its beginning when handed out; closed with the body.</summary>
    public Stream Content { get; }

    /// <summary>More than <see cref="SpoolLimits.InMemory"/> bytes came.</summary>
    public bool IsInFile => rented is null && Content is FileStream;

    /// <summary>Null when there are more than the largest number of bytes; what is too long is neither kept nor read to its end.</summary>
    /// <param name="announced">The length that the sender stated, if any: believed only where it is too much.</param>
    public static async Task<SpooledBody?> ReadAsync(Stream body, long? announced, SpoolLimits limits, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentOutOfRangeException.ThrowIfLessThan(limits.Largest, limits.InMemory);
        if (announced > limits.Largest) return null;
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(FirstPiece, limits.InMemory + 1));
        try
        {
            var length = 0;
            while (true)
            {
                var count = await body.ReadAsync(buffer.AsMemory(length), cancel).ConfigureAwait(false);
                length += count;
                if (count == 0 && length <= limits.InMemory)
                {
                    var kept = new SpooledBody(new MemoryStream(buffer, 0, length, writable: false), buffer);
                    buffer = null;
                    return kept;
                }

                if (length > limits.Largest) return null;
                if (length > limits.InMemory || count == 0) break;
                if (length == buffer.Length) buffer = Grow(buffer, length, limits.InMemory);
            }

            return await SpoolAsync(body, buffer, length, limits, cancel).ConfigureAwait(false);
        }
        finally
        {
            if (buffer is not null) ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        if (Interlocked.Exchange(ref rented, null) is { } buffer) ArrayPool<byte>.Shared.Return(buffer);
    }

    private static byte[] Grow(byte[] buffer, int length, int inMemory)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * length, inMemory + 1L));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private static async Task<SpooledBody?> SpoolAsync(Stream body, byte[] buffer, int length, SpoolLimits limits, CancellationToken cancel)
    {
        var file = Create(limits.Folder ?? Path.GetTempPath());
        try
        {
            var total = 0L;
            for (var count = length; count > 0; count = await body.ReadAsync(buffer, cancel).ConfigureAwait(false))
            {
                total += count;
                if (total > limits.Largest)
                {
                    await file.DisposeAsync().ConfigureAwait(false);
                    return null;
                }

                await file.WriteAsync(buffer.AsMemory(0, count), cancel).ConfigureAwait(false);
            }

            file.Position = 0;
            return new SpooledBody(file, null);
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static FileStream Create(string folder)
    {
        var path = Path.Combine(folder, $"ybpay-{Path.GetRandomFileName()}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (OperatingSystem.IsWindows())
        {
            options.Options = FileOptions.DeleteOnClose;
            return new FileStream(path, options);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        File.Delete(path);
        return file;
    }
}
