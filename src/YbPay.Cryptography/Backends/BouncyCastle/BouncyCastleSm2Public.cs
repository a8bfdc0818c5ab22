using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace YbPay.Cryptography.BouncyCastle;

internal sealed class BouncyCastleSm2Public : Sm2PublicHandle
{
    private readonly ECPublicKeyParameters key;
    private readonly ContextPool<PooledSigner> verifiers;
    private volatile bool disposed;

    public BouncyCastleSm2Public(ReadOnlySpan<byte> point)
    {
        var domain = BouncyCastleBackend.Domain;
        key = new ECPublicKeyParameters(domain.Curve.DecodePoint(point.ToArray()), domain);
        verifiers = new ContextPool<PooledSigner>(() => new PooledSigner(key, forSigning: false));
    }

    public override bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        var verifier = verifiers.Rent();
        verifier.Feed(message);
        var valid = verifier.Signer.VerifySignature(signature.ToArray());
        verifiers.Return(verifier);
        return valid;
    }

    public override byte[] Encrypt(ReadOnlySpan<byte> plain)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var engine = new SM2Engine();
        engine.Init(forEncryption: true, new ParametersWithRandom(key, new SecureRandom(new SystemRandom())));
        var copy = plain.ToArray();
        try
        {
            return Sm2CipherText.FromOldOrder(engine.ProcessBlock(copy, 0, copy.Length));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(copy);
        }
    }

    public override void Dispose()
    {
        disposed = true;
        verifiers.Dispose();
    }
}
