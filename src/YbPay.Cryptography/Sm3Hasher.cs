namespace YbPay.Cryptography;

/// <summary>SM3 of a text that comes in pieces. For one thread at a time.</summary>
public sealed class Sm3Hasher : IDisposable
{
    private readonly Sm3Handle handle;
    private bool disposed;

    public Sm3Hasher()
        : this(CryptoBackends.Current)
    {
    }

    public Sm3Hasher(CryptoBackend backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        handle = backend.OpenSm3();
    }

    public void Append(ReadOnlySpan<byte> data)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        handle.Append(data);
    }

    /// <summary>The digest of all that was appended; the hasher then starts afresh.</summary>
    public byte[] Finish()
    {
        var digest = new byte[Sm3.Size];
        Finish(digest);
        return digest;
    }

    /// <inheritdoc cref="Finish()"/>
    /// <param name="digest">32 bytes.</param>
    public void Finish(Span<byte> digest)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentOutOfRangeException.ThrowIfNotEqual(digest.Length, Sm3.Size);
        handle.Finish(digest);
    }

    public void Dispose()
    {
        disposed = true;
        handle.Dispose();
    }
}
