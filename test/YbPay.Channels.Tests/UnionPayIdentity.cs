using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using YbPay.Center.Cash.UnionPay;
using YbPay.Cryptography;

namespace YbPay.Channels.Tests;

/// <summary>The keys of a bank and its merchant. The digests and the text are made here anew, not by the code under test.</summary>
internal sealed class UnionPayIdentity : IDisposable
{
    public const string Signer = "041@83100000@中国银联股份有限公司@00016494";
    private readonly RSA _merchantRsa = RSA.Create(2048), _ownRsa = RSA.Create(2048), _middleRsa = RSA.Create(2048), _rootRsa = RSA.Create(2048);
    private readonly Sm2PrivateKey _merchantSm2 = Sm2PrivateKey.Generate(), _ownSm2 = Sm2PrivateKey.Generate();
    private readonly X509Certificate2 _root, _middle;
    private readonly UnionPayAlgorithm _algorithm;

    public UnionPayIdentity(UnionPayAlgorithm algorithm)
    {
        _algorithm = algorithm;
        (_root, _middle) = (Authority("CN=Root", _rootRsa, null, null), null!);
        _middle = Authority("CN=Middle", _middleRsa, _root, _rootRsa);
    }

    public void Configure(UnionPayOptions options)
    {
        var sm2 = _algorithm == UnionPayAlgorithm.Sm2;
        (options.Algorithm, options.SignMethod, options.CertId) = (_algorithm, sm2 ? "02" : "01", "69629715588");
        options.PrivateKey = sm2 ? _merchantSm2.ExportBase64() : _merchantRsa.ExportPkcs8PrivateKeyPem();
        if (sm2) options.PlatformKeys["68759585097"] = _ownSm2.PublicKey.ExportBase64();
        else (options.RootCertificates, options.IntermediateCertificates) = (_root.ExportCertificatePem(), _middle.ExportCertificatePem());
    }

    public bool IsMerchants(IReadOnlyDictionary<string, string> fields)
    {
        if (fields.GetValueOrDefault("certId") != "69629715588" || fields.GetValueOrDefault("signMethod") != (_algorithm == UnionPayAlgorithm.Sm2 ? "02" : "01")) return false;
        var signature = Convert.FromBase64String(fields["signature"]);
        return _algorithm == UnionPayAlgorithm.Rsa
            ? _merchantRsa.VerifyData(Digest(fields), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : _merchantSm2.PublicKey.Verify(Digest(fields), signature) == SignatureCheck.Valid;
    }

    /// <summary>Signs as the bank, well or in one of the wrong ways.</summary>
    public void Sign(Dictionary<string, string> fields, Trouble trouble, bool isSelfMade = false)
    {
        var sm2 = _algorithm == UnionPayAlgorithm.Sm2;
        fields["signMethod"] = sm2 ? "02" : "01";
        if (sm2) fields["certId"] = trouble is Trouble.UnknownSerial or Trouble.Stale ? "1" : "68759585097";
        else fields["signPubKeyCert"] = Certificate(trouble, isSelfMade);
        var digest = Digest(fields);
        if (trouble == Trouble.Forged) digest[0] ^= 1;
        fields["signature"] = Convert.ToBase64String(sm2 ? _ownSm2.Sign(digest) : _ownRsa.SignData(digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    public void Dispose()
    {
        foreach (var key in new[] { _merchantRsa, _ownRsa, _middleRsa, _rootRsa }) key.Dispose();
        _merchantSm2.Dispose();
        _ownSm2.Dispose();
        _root.Dispose();
        _middle.Dispose();
    }

    /// <summary>Stale: expired. UnknownSerial: another name from the same authority.</summary>
    private string Certificate(Trouble trouble, bool isSelfMade)
    {
        var request = new CertificateRequest(trouble == Trouble.UnknownSerial ? "CN=041@1@别家公司@2" : $"CN={Signer}", _ownRsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var (from, to) = trouble == Trouble.Stale ? (DateTimeOffset.UtcNow.AddDays(-20), DateTimeOffset.UtcNow.AddDays(-1)) : (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(20));
        using var certificate = isSelfMade
            ? request.CreateSelfSigned(from, to)
            : request.Create(_middle.SubjectName, X509SignatureGenerator.CreateForRSA(_middleRsa, RSASignaturePadding.Pkcs1), from, to, [1, 2, 3, 4]);
        return certificate.ExportCertificatePem();
    }

    private byte[] Digest(IReadOnlyDictionary<string, string> fields)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in new SortedDictionary<string, string>(fields.ToDictionary(), StringComparer.Ordinal))
            if (name != "signature") text.Append(text.Length > 0 ? "&" : "").Append(name).Append('=').Append(value);
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return Encoding.ASCII.GetBytes(Convert.ToHexString(_algorithm == UnionPayAlgorithm.Sm2 ? Sm3.Hash(bytes) : SHA256.HashData(bytes)).ToLowerInvariant());
    }

    private static X509Certificate2 Authority(string name, RSA key, X509Certificate2? issuer, RSA? issuerKey)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var (from, to) = (DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(1));
        return issuer is null ? request.CreateSelfSigned(from, to) : request.Create(issuer.SubjectName, X509SignatureGenerator.CreateForRSA(issuerKey!, RSASignaturePadding.Pkcs1), from, to, [9]);
    }
}
