namespace YbPay.Cryptography;

/// <summary>SM3 (GB/T 32905).</summary>
public static class Sm3
{
    public const int Size = 32;

    public static byte[] Hash(ReadOnlySpan<byte> data) => throw new NotImplementedException();
}

/// <summary>HMAC-SM3 under one key. Thread-safe.</summary>
public sealed class HmacSm3 : IDisposable
{
    public HmacSm3(ReadOnlySpan<byte> key) => throw new NotImplementedException();

    public byte[] Compute(ReadOnlySpan<byte> data) => throw new NotImplementedException();

    public void Dispose() => throw new NotImplementedException();
}
