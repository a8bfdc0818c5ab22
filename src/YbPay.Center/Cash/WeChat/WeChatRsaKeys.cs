using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace YbPay.Center.Cash.WeChat;

/// <summary>SHA256 with RSA, AES-256-GCM, RSA-OAEP (SHA-1, as WeChat documents it).</summary>
internal sealed class WeChatRsaKeys : WeChatKeys
{
    private const int TagSize = 16;
    private const int NonceSize = 12;

    private readonly RSA _own = RSA.Create();
    private readonly Dictionary<string, RSA> _platform;
    private readonly AesGcm _callback;

    public WeChatRsaKeys(WeChatOptions options)
    {
        var secret = Encoding.UTF8.GetBytes(options.ApiV3Secret);
        if (secret.Length != 32) throw new InvalidOperationException("The APIv3 secret has 32 characters.");
        _own.ImportFromPem(options.PrivateKey);
        _platform = options.PlatformKeys.ToDictionary(key => key.Key, key => PublicKey(key.Value), StringComparer.Ordinal);
        _callback = new AesGcm(secret, TagSize);
    }

    public override string Scheme => "WECHATPAY2-SHA256-RSA2048";

    public override string CallbackAlgorithm => "AEAD_AES_256_GCM";

    public override string DialogSignType => "RSA";

    public override byte[] Sign(ReadOnlySpan<byte> text) => _own.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public override bool Verify(string serial, ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) =>
        _platform.TryGetValue(serial, out var key) && key.VerifyData(text, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public override string Seal(string clear) => Convert.ToBase64String(_platform[SealingSerial].Encrypt(Encoding.UTF8.GetBytes(clear), RSAEncryptionPadding.OaepSHA1));

    public override byte[]? OpenCallback(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> cipherAndTag)
    {
        if (nonce.Length != NonceSize || cipherAndTag.Length < TagSize) return null;
        var clear = new byte[cipherAndTag.Length - TagSize];
        try
        {
            _callback.Decrypt(nonce, cipherAndTag[..^TagSize], cipherAndTag[^TagSize..], clear, associated);
            return clear;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    public override void Dispose()
    {
        _own.Dispose();
        _callback.Dispose();
        foreach (var key in _platform.Values) key.Dispose();
    }

    private static RSA PublicKey(string pem)
    {
        if (pem.Contains("BEGIN CERTIFICATE", StringComparison.Ordinal))
        {
            using var certificate = X509Certificate2.CreateFromPem(pem);
            return certificate.GetRSAPublicKey() ?? throw new InvalidOperationException("WeChat Pay's certificate holds no RSA key.");
        }

        var key = RSA.Create();
        key.ImportFromPem(pem);
        return key;
    }
}
