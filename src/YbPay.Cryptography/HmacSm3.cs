namespace YbPay.Cryptography;

/// <summary>HMAC-SM3 (GB/T 15852.2, mechanism 2) under one key. Thread-safe. Prints as <c>***</c>.</summary>
public sealed class HmacSm3 : IDisposable
{
    private readonly HmacHandle handle;
    private volatile bool disposed;

    /// <param name="key">Any length; more than 64 bytes are hashed first.</param>
    public HmacSm3(ReadOnlySpan<byte> key)
        : this(key, CryptoBackends.Current)
    {
    }

    /// <inheritdoc cref="HmacSm3(ReadOnlySpan{byte})"/>
    public HmacSm3(ReadOnlySpan<byte> key, CryptoBackend backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        handle = backend.OpenHmac(key);
    }

    /// <returns>32 bytes.</returns>
    public byte[] Compute(ReadOnlySpan<byte> data)
    {
        var tag = new byte[Sm3.Size];
        Compute(data, tag);
        return tag;
    }

    /// <param name="tag">32 bytes.</param>
    public void Compute(ReadOnlySpan<byte> data, Span<byte> tag) => Compute(data, default, default, tag);

    /// <summary>Over the three pieces as if they were one text.</summary>
    internal void Compute(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, Span<byte> tag)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentOutOfRangeException.ThrowIfNotEqual(tag.Length, Sm3.Size);
        handle.Compute(first, second, third, tag);

        // A key cleared meanwhile by another thread would have made a wrong tag.
        ObjectDisposedException.ThrowIf(disposed, this);
    }

    public override string ToString() => "***";

    public void Dispose()
    {
        disposed = true;
        handle.Dispose();
    }
}
