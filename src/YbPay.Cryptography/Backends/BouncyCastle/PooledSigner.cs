using System.Text;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;

namespace YbPay.Cryptography.BouncyCastle;

/// <summary>The library's signer with Z computed once per context.</summary>
internal sealed class PooledSigner : IDisposable
{
    public PooledSigner(AsymmetricKeyParameter key, bool forSigning)
    {
        ICipherParameters parameters = forSigning ? new ParametersWithRandom(key, new SecureRandom(new SystemRandom())) : key;
        Signer.Init(forSigning, new ParametersWithID(parameters, Encoding.ASCII.GetBytes(Sm2UserId.Standard)));
    }

    public SM2Signer Signer { get; } = new(PlainDsaEncoding.Instance);

    public void Feed(ReadOnlySpan<byte> message)
    {
        // After a signature or a check the library's digest is empty instead of holding Z, and the next signature
        // would be silently wrong; also an exception may have left half a message behind.
        Signer.Reset();
        BouncyCastleSm3.Feed(message, Signer.BlockUpdate);
    }

    public void Dispose() => Signer.Reset();
}
