using System.Security.Cryptography;
using System.Text;
using YbPay.Cryptography;

namespace YbPay.Protocol.Huimin;

/// <summary>
/// One partner's secret (接入方密钥) with the key that follows from it: SM4 under its first 16 characters, as ASCII (ruling D.2).
/// Thread-safe. Prints as <c>***</c>.
/// </summary>
public sealed class HuiminKeys : IDisposable
{
    /// <summary>Characters of a secret that are the SM4 key: no secret is shorter.</summary>
    public const int ShortestSecret = Sm4Key.BlockSize;

    private readonly byte[] secret;

    /// <param name="secret">At least 16 printable ASCII characters.</param>
    /// <exception cref="ArgumentException">It is shorter or holds other characters.</exception>
    public HuiminKeys(string secret)
        : this(secret, CryptoBackends.Current)
    {
    }

    /// <inheritdoc cref="HuiminKeys(string)"/>
    public HuiminKeys(string secret, CryptoBackend backend)
    {
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentNullException.ThrowIfNull(backend);
        if (secret.Length < ShortestSecret || secret.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw new ArgumentException($"A partner's secret has at least {ShortestSecret} printable ASCII characters: its first {ShortestSecret} are a key.", nameof(secret));
        this.secret = Encoding.ASCII.GetBytes(secret);
        Backend = backend;
        DataKey = new Sm4Key(this.secret.AsSpan(0, ShortestSecret), backend);
    }

    internal ReadOnlySpan<byte> Secret => secret;

    internal Sm4Key DataKey { get; }

    internal CryptoBackend Backend { get; }

    public override string ToString() => "***";

    public void Dispose()
    {
        DataKey.Dispose();
        CryptographicOperations.ZeroMemory(secret);
    }
}
