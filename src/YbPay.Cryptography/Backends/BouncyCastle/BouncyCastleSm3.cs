using System.Buffers;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;

namespace YbPay.Cryptography.BouncyCastle;

internal sealed class BouncyCastleSm3 : Sm3Handle
{
    private readonly SM3Digest digest = new();
    private readonly byte[] output = new byte[Sm3.Size];

    public override void Append(ReadOnlySpan<byte> data) => Feed(data, digest.BlockUpdate);

    public override void Finish(Span<byte> digest)
    {
        this.digest.DoFinal(output, 0);
        output.CopyTo(digest);
    }

    public override void Dispose() => digest.Reset();

    /// <summary>The library of that year knows arrays only: spans go in through a small rented one.</summary>
    public static void Feed(ReadOnlySpan<byte> data, Action<byte[], int, int> update)
    {
        if (data.IsEmpty)
            return;
        var rented = ArrayPool<byte>.Shared.Rent(Math.Min(data.Length, 4096));
        while (!data.IsEmpty)
        {
            var size = Math.Min(data.Length, rented.Length);
            data[..size].CopyTo(rented);
            update(rented, 0, size);
            data = data[size..];
        }

        ArrayPool<byte>.Shared.Return(rented, clearArray: true);
    }
}
