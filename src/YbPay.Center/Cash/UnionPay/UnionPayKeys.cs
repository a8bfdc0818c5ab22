using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using YbPay.Cryptography;

namespace YbPay.Center.Cash.UnionPay;

/// <summary>The merchant's key and what makes a message the bank's. What is signed is the digest of the text, in lower-case hex.</summary>
internal abstract class UnionPayKeys(UnionPayOptions options) : IDisposable
{
    /// <summary>Throws when a key is missing or not of the algorithm.</summary>
    public static UnionPayKeys Open(UnionPayOptions options, TimeProvider time) => options.Algorithm == UnionPayAlgorithm.Rsa ? new UnionPayRsaKeys(options, time) : new UnionPaySm2Keys(options);

    /// <summary>The fields with certId, signMethod and signature.</summary>
    public IReadOnlyDictionary<string, string> Signed(IReadOnlyDictionary<string, string> fields)
    {
        var signed = new Dictionary<string, string>(fields, StringComparer.Ordinal) { ["certId"] = options.CertId, ["signMethod"] = options.SignMethod };
        signed[UnionPayText.Signature] = Convert.ToBase64String(Sign(Digest(UnionPayText.ToSign(signed))));
        return signed;
    }

    /// <summary>Whether the bank made this.</summary>
    public bool IsBanks(IReadOnlyDictionary<string, string> fields)
    {
        if (fields.GetValueOrDefault("signMethod") != options.SignMethod || !fields.TryGetValue(UnionPayText.Signature, out var text)) return false;
        var signature = new byte[1024];
        return Convert.TryFromBase64String(text, signature, out var length) && Verify(fields, Digest(UnionPayText.ToSign(fields)), signature.AsSpan(0, length));
    }

    public abstract void Dispose();

    public override string ToString() => "***";

    protected abstract byte[] Digest(string text);

    protected abstract byte[] Sign(ReadOnlySpan<byte> digest);

    protected abstract bool Verify(IReadOnlyDictionary<string, string> fields, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature);
}

/// <summary>RSA. A message brings its certificate: it must be valid now, chain to a configured root and carry the signer's name.</summary>
internal sealed class UnionPayRsaKeys : UnionPayKeys
{
    private readonly RSA _own = RSA.Create();
    private readonly X509Certificate2Collection _roots = [];
    private readonly X509Certificate2Collection _between = [];
    private readonly string _signer;
    private readonly TimeProvider _time;

    public UnionPayRsaKeys(UnionPayOptions options, TimeProvider time) : base(options)
    {
        (_signer, _time) = (options.SignerName, time);
        _own.ImportFromPem(options.PrivateKey);
        _roots.ImportFromPem(options.RootCertificates);
        if (options.IntermediateCertificates.Length > 0) _between.ImportFromPem(options.IntermediateCertificates);
        if (_roots.Count == 0) throw new InvalidOperationException("No root certificate of UnionPay is configured: its replies could not be checked.");
    }

    public override void Dispose()
    {
        _own.Dispose();
        foreach (var certificate in _roots.Concat(_between)) certificate.Dispose();
    }

    protected override byte[] Digest(string text) => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    protected override byte[] Sign(ReadOnlySpan<byte> digest) => _own.SignData(digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    protected override bool Verify(IReadOnlyDictionary<string, string> fields, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        if (!fields.TryGetValue("signPubKeyCert", out var pem)) return false;
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(pem);
            using var key = certificate.GetRSAPublicKey();
            return key is not null && IsSigners(certificate) && IsTrusted(certificate) && key.VerifyData(digest, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            // Not a certificate, or one that cannot be read: not the bank's.
            return false;
        }
    }

    private bool IsSigners(X509Certificate2 certificate)
    {
        var name = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        return name == _signer || (name.Split('@') is [_, _, var signer, ..] && signer == _signer);
    }

    private bool IsTrusted(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_roots);
        chain.ChainPolicy.ExtraStore.AddRange(_between);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = _time.GetUtcNow().UtcDateTime;
        return chain.Build(certificate);
    }
}

/// <summary>SM2 over SM3, R||S. A message names its key by certId.</summary>
internal sealed class UnionPaySm2Keys : UnionPayKeys
{
    private readonly Sm2PrivateKey _own;
    private readonly Dictionary<string, Sm2PublicKey> _bank;

    public UnionPaySm2Keys(UnionPayOptions options) : base(options)
    {
        if (options.PlatformKeys.Count == 0) throw new InvalidOperationException("No SM2 key of the bank is configured: its replies could not be checked.");
        _own = Sm2PrivateKey.Parse(options.PrivateKey);
        _bank = options.PlatformKeys.ToDictionary(key => key.Key, key => Sm2Certificates.KeyOf(key.Value), StringComparer.Ordinal);
    }

    public override void Dispose()
    {
        _own.Dispose();
        foreach (var key in _bank.Values) key.Dispose();
    }

    protected override byte[] Digest(string text) => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Sm3.Hash(Encoding.UTF8.GetBytes(text))));

    protected override byte[] Sign(ReadOnlySpan<byte> digest) => _own.Sign(digest);

    protected override bool Verify(IReadOnlyDictionary<string, string> fields, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature) =>
        _bank.TryGetValue(fields.GetValueOrDefault("certId", ""), out var key) && key.Verify(digest, signature) == SignatureCheck.Valid;
}
