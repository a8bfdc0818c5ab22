using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Prng;

namespace YbPay.Cryptography.BouncyCastle;

/// <summary>The system's random source as this library asks for it; its own seeding is slow and of unclear quality.</summary>
internal sealed class SystemRandom : IRandomGenerator
{
    public void AddSeedMaterial(byte[] seed)
    {
        // The system's source needs none.
    }

    public void AddSeedMaterial(long seed)
    {
        // The system's source needs none.
    }

    public void NextBytes(byte[] bytes) => RandomNumberGenerator.Fill(bytes);

    public void NextBytes(byte[] bytes, int start, int len) => RandomNumberGenerator.Fill(bytes.AsSpan(start, len));
}
