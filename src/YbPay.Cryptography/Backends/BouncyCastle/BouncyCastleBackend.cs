using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC.Multiplier;

namespace YbPay.Cryptography.BouncyCastle;

/// <summary>Portable.BouncyCastle: managed code that runs wherever .NET runs, two to four times slower than libcrypto. It keeps keys in
/// numbers that cannot be cleared.</summary>
internal sealed class BouncyCastleBackend() : CryptoBackend("bouncycastle", "Portable.BouncyCastle " + typeof(SM3Digest).Assembly.GetName().Version?.ToString(3))
{
    private static readonly X9ECParameters Curve = GMNamedCurves.GetByName("sm2p256v1");

    /// <summary>The curve as the library's key parameters want it.</summary>
    public static ECDomainParameters Domain { get; } = new(Curve.Curve, Curve.G, Curve.N, Curve.H);

    internal override void HashSm3(ReadOnlySpan<byte> data, Span<byte> digest)
    {
        using var hash = new BouncyCastleSm3();
        hash.Append(data);
        hash.Finish(digest);
    }

    internal override Sm3Handle OpenSm3() => new BouncyCastleSm3();

    internal override HmacHandle OpenHmac(ReadOnlySpan<byte> key) => new BouncyCastleHmac(key);

    internal override Sm4Handle OpenSm4(ReadOnlySpan<byte> key) => new BouncyCastleSm4(key);

    internal override byte[] DerivePoint(ReadOnlySpan<byte> d) =>
        new FixedPointCombMultiplier().Multiply(Domain.G, new BigInteger(1, d.ToArray())).Normalize().GetEncoded(compressed: false);

    internal override Sm2PrivateHandle OpenPrivate(ReadOnlySpan<byte> d, ReadOnlySpan<byte> point) => new BouncyCastleSm2Private(d);

    internal override Sm2PublicHandle OpenPublic(ReadOnlySpan<byte> point) => new BouncyCastleSm2Public(point);
}
