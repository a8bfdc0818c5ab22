using System.Text;
using YbPay.Cryptography;

namespace YbPay.Center.Cash.WeChat;

/// <summary>SM2 with SM3 in DER, SM4-GCM under the first half of SM3(secret), SM2 cipher texts in DER (C1C3C2).</summary>
internal sealed class WeChatSm2Keys : WeChatKeys
{
    private readonly Sm2PrivateKey _own;
    private readonly Dictionary<string, Sm2PublicKey> _platform;
    private readonly byte[] _callback;

    public WeChatSm2Keys(WeChatOptions options)
    {
        if (Encoding.UTF8.GetByteCount(options.ApiV3Secret) != 32) throw new InvalidOperationException("The APIv3 secret has 32 characters.");
        _own = Sm2PrivateKey.Parse(options.PrivateKey);
        _platform = options.PlatformKeys.ToDictionary(key => key.Key, key => Sm2Certificates.KeyOf(key.Value), StringComparer.Ordinal);
        _callback = Sm3.Hash(Encoding.UTF8.GetBytes(options.ApiV3Secret))[..Sm4Gcm.KeySize];
    }

    public override string Scheme => "WECHATPAY2-SM2-WITH-SM3";

    public override string CallbackAlgorithm => "AEAD_SM4_GCM";

    public override string DialogSignType => "SM2";

    public override byte[] Sign(ReadOnlySpan<byte> text) => Sm2Der.Signature(_own.Sign(text));

    public override bool Verify(string serial, ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) =>
        _platform.TryGetValue(serial, out var key) && Sm2Der.IsSequence(signature) && key.Verify(text, signature) == SignatureCheck.Valid;

    public override string Seal(string clear) => Convert.ToBase64String(Sm2Der.CipherText(_platform[SealingSerial].Encrypt(Encoding.UTF8.GetBytes(clear))));

    public override byte[]? OpenCallback(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> cipherAndTag) =>
        nonce.Length == Sm4Gcm.NonceSize ? Sm4Gcm.Open(_callback, nonce, associated, cipherAndTag) : null;

    public override void Dispose()
    {
        _own.Dispose();
        foreach (var key in _platform.Values) key.Dispose();
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(_callback);
    }
}
