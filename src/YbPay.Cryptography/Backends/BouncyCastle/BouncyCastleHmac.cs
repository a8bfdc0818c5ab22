using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Parameters;

namespace YbPay.Cryptography.BouncyCastle;

internal sealed class BouncyCastleHmac : HmacHandle
{
    private readonly ContextPool<Keyed> pool;

    public BouncyCastleHmac(ReadOnlySpan<byte> key)
    {
        var parameter = new KeyParameter(key.ToArray());
        pool = new ContextPool<Keyed>(() => new Keyed(parameter));
    }

    public override void Compute(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, Span<byte> tag)
    {
        var keyed = pool.Rent();
        BouncyCastleSm3.Feed(first, keyed.Mac.BlockUpdate);
        BouncyCastleSm3.Feed(second, keyed.Mac.BlockUpdate);
        BouncyCastleSm3.Feed(third, keyed.Mac.BlockUpdate);
        keyed.Mac.DoFinal(keyed.Output, 0); // which also starts the next one under the same key
        keyed.Output.CopyTo(tag);
        pool.Return(keyed);
    }

    public override void Dispose() => pool.Dispose();

    private sealed class Keyed : IDisposable
    {
        public Keyed(KeyParameter key) => Mac.Init(key);

        public HMac Mac { get; } = new(new SM3Digest());

        public byte[] Output { get; } = new byte[Sm3.Size];

        public void Dispose() => Mac.Reset();
    }
}
