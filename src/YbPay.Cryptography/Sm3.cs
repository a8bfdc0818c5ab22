namespace YbPay.Cryptography;

/// <summary>SM3 (GB/T 32905) of a text at hand; for a text that comes in pieces see <see cref="Sm3Hasher"/>.</summary>
public static class Sm3
{
    /// <summary>Bytes of a digest.</summary>
    public const int Size = 32;

    public static byte[] Hash(ReadOnlySpan<byte> data) => Hash(data, CryptoBackends.Current);

    public static byte[] Hash(ReadOnlySpan<byte> data, CryptoBackend backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        var digest = new byte[Size];
        backend.HashSm3(data, digest);
        return digest;
    }

    /// <summary>As <see cref="Hash(ReadOnlySpan{byte})"/>, into 32 bytes of the caller's.</summary>
    public static void Hash(ReadOnlySpan<byte> data, Span<byte> digest)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(digest.Length, Size);
        CryptoBackends.Current.HashSm3(data, digest);
    }
}
