using YbPay.Cryptography.BouncyCastle;
using YbPay.Cryptography.Libcrypto;

namespace YbPay.Cryptography;

/// <summary>
/// The libraries that can do the arithmetic, each tested against known answers at its first use. <see cref="Current"/> is the
/// system's libcrypto where it knows SM2, SM3 and SM4, else BouncyCastle; the environment variable <c>YBPAY_CRYPTO</c>
/// (<c>libcrypto</c> or <c>bouncycastle</c>) decides otherwise.
/// </summary>
public static class CryptoBackends
{
    public const string Variable = "YBPAY_CRYPTO";

    private static readonly Lazy<Candidate> LibcryptoCandidate = new(() => Candidate.Try("libcrypto", LibcryptoBackend.Open));
    private static readonly Lazy<Candidate> BouncyCastleCandidate = new(() => Candidate.Try("bouncycastle", () => new BouncyCastleBackend()));
    private static readonly Lazy<CryptoBackend> Chosen = new(() => Choose(Environment.GetEnvironmentVariable(Variable)));

    /// <summary>The system's libcrypto. Throws <see cref="CryptoBackendException"/> where it is missing or wrong.</summary>
    public static CryptoBackend Libcrypto => LibcryptoCandidate.Value.Require();

    /// <summary>Portable.BouncyCastle. Throws <see cref="CryptoBackendException"/> when it fails its known answers.</summary>
    public static CryptoBackend BouncyCastle => BouncyCastleCandidate.Value.Require();

    /// <summary>What all types of this library use unless told otherwise; chosen once per process.</summary>
    public static CryptoBackend Current => Chosen.Value;

    /// <summary>Every backend that works on this machine, the preferred one first.</summary>
    public static IReadOnlyList<CryptoBackend> Available =>
        [.. new[] { LibcryptoCandidate.Value, BouncyCastleCandidate.Value }.Where(one => one.Backend is not null).Select(one => one.Backend!)];

    /// <summary>Makes the choice that <paramref name="wish"/> (the variable's value, or null) asks for.</summary>
    internal static CryptoBackend Choose(string? wish) => wish?.Trim() switch
    {
        null or "" => LibcryptoCandidate.Value.Backend ?? BouncyCastleCandidate.Value.Backend ?? throw new CryptoBackendException(
            $"No library for SM2, SM3 and SM4 works here. {LibcryptoCandidate.Value.Problem} {BouncyCastleCandidate.Value.Problem}"),
        "libcrypto" => Libcrypto,
        "bouncycastle" => BouncyCastle,
        var other => throw new CryptoBackendException($"{Variable} is \"{other}\"; it may be libcrypto or bouncycastle, or absent."),
    };

    private sealed record Candidate(CryptoBackend? Backend, string? Problem)
    {
        public static Candidate Try(string name, Func<CryptoBackend> open)
        {
            try
            {
                var backend = open();
                KnownAnswers.Require(backend);
                return new Candidate(backend, null);
            }
            catch (CryptoBackendException problem)
            {
                return new Candidate(null, $"{name}: {problem.Message}");
            }
        }

        public CryptoBackend Require() => Backend ?? throw new CryptoBackendException(Problem!);
    }
}
