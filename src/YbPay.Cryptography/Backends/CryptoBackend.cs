namespace YbPay.Cryptography;

/// <summary>
/// One library that does the arithmetic. Everything in this project reaches it through the handles it hands out, so that
/// a handle can keep what costs time to make (Z, round keys, native contexts). All members are thread-safe.
/// </summary>
public abstract class CryptoBackend
{
    private protected CryptoBackend(string name, string version)
    {
        Name = name;
        Version = version;
    }

    /// <summary>The name that <c>YBPAY_CRYPTO</c> knows: <c>libcrypto</c> or <c>bouncycastle</c>.</summary>
    public string Name { get; }

    /// <summary>What the library says of itself, for logs and benchmarks.</summary>
    public string Version { get; }

    public override string ToString() => $"{Name} ({Version})";

    /// <param name="digest">32 bytes.</param>
    internal abstract void HashSm3(ReadOnlySpan<byte> data, Span<byte> digest);

    internal abstract Sm3Handle OpenSm3();

    internal abstract HmacHandle OpenHmac(ReadOnlySpan<byte> key);

    /// <param name="key">16 bytes.</param>
    internal abstract Sm4Handle OpenSm4(ReadOnlySpan<byte> key);

    /// <summary>The public point of a private key, 04||X||Y.</summary>
    /// <param name="d">32 bytes, already known to lie in 1..n-2.</param>
    internal abstract byte[] DerivePoint(ReadOnlySpan<byte> d);

    /// <param name="d">32 bytes, already known to lie in 1..n-2.</param>
    /// <param name="point">04||X||Y of that D.</param>
    internal abstract Sm2PrivateHandle OpenPrivate(ReadOnlySpan<byte> d, ReadOnlySpan<byte> point);

    /// <param name="point">04||X||Y, already known to lie on the curve.</param>
    internal abstract Sm2PublicHandle OpenPublic(ReadOnlySpan<byte> point);
}
