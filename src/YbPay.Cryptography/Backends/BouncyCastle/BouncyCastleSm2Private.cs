using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;

namespace YbPay.Cryptography.BouncyCastle;

internal sealed class BouncyCastleSm2Private : Sm2PrivateHandle
{
    private readonly ECPrivateKeyParameters key;
    private readonly ContextPool<PooledSigner> signers;
    private volatile bool disposed;

    public BouncyCastleSm2Private(ReadOnlySpan<byte> d)
    {
        key = new ECPrivateKeyParameters(new BigInteger(1, d.ToArray()), BouncyCastleBackend.Domain);
        signers = new ContextPool<PooledSigner>(() => new PooledSigner(key, forSigning: true));
    }

    public override void Sign(ReadOnlySpan<byte> message, Span<byte> signature)
    {
        var signer = signers.Rent();
        signer.Feed(message);
        signer.Signer.GenerateSignature().CopyTo(signature);
        signers.Return(signer);
    }

    public override byte[]? Decrypt(ReadOnlySpan<byte> cipherText)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var engine = new SM2Engine();
        engine.Init(forEncryption: false, key);
        try
        {
            return engine.ProcessBlock(Sm2CipherText.ToOldOrder(cipherText), 0, cipherText.Length);
        }
        catch (InvalidCipherTextException)
        {
            return null; // C3 does not fit; a bad C1 never gets here
        }
    }

    public override void Dispose()
    {
        disposed = true;
        signers.Dispose();
    }
}
