using System.Security.Cryptography;
using System.Text;
using YbPay.Cryptography;

namespace YbPay.Protocol.MobilePay;

/// <summary>
/// One side of one partnership, with everything that can be computed once: data key, key handles. Thread-safe. The SM2 keys
/// stay the caller's, who may share one own key between partnerships; only the derived data key is disposed of here.
/// </summary>
public sealed class MobileKeys : IDisposable
{
    private readonly byte[] appId;
    private readonly byte[] appSecret;
    private readonly Sm4Key dataKey;

    /// <param name="appId">At least 16 characters; its first 16 are a key (ruling B).</param>
    /// <param name="ownKey">Signs what we send; null for one who only opens.</param>
    /// <param name="peerKey">Checks what we get; null for one who only seals.</param>
    public MobileKeys(string appId, string appSecret, Sm2PrivateKey? ownKey, Sm2PublicKey? peerKey)
        : this(appId, appSecret, ownKey, peerKey, CryptoBackends.Current)
    {
    }

    /// <summary>As above, with the data key of a backend of choice; the SM2 keys bring their own.</summary>
    public MobileKeys(string appId, string appSecret, Sm2PrivateKey? ownKey, Sm2PublicKey? peerKey, CryptoBackend backend)
    {
        ArgumentNullException.ThrowIfNull(appId);
        ArgumentException.ThrowIfNullOrEmpty(appSecret);
        if (appId.Length < 16 || !Ascii.IsValid(appId)) throw new ArgumentException("An appId has at least 16 ASCII characters: its first 16 are a key.", nameof(appId));
        AppId = appId;
        OwnKey = ownKey;
        PeerKey = peerKey;
        this.appId = Encoding.ASCII.GetBytes(appId);
        this.appSecret = Encoding.UTF8.GetBytes(appSecret);
        dataKey = DeriveDataKey(this.appId, this.appSecret, backend);
    }

    public string AppId { get; }

    internal ReadOnlySpan<byte> AppIdText => appId;

    internal ReadOnlySpan<byte> Secret => appSecret;

    internal Sm2PrivateKey? OwnKey { get; }

    internal Sm2PublicKey? PeerKey { get; }

    /// <summary>Decrypts and encrypts <c>chnlEncData</c> and <c>encData</c> outside an envelope.</summary>
    public string EncryptHex(ReadOnlySpan<byte> clear) => Convert.ToHexString(dataKey.EncryptEcb(clear));

    /// <summary>Null when it cannot be decrypted.</summary>
    public byte[]? DecryptHex(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        var cipherText = new byte[hex.Length / 2];
        return hex.Length % 2 == 0 && Convert.FromHexString(hex, cipherText, out _, out var count) == System.Buffers.OperationStatus.Done && count == cipherText.Length
            ? dataKey.DecryptEcb(cipherText)
            : null;
    }

    public override string ToString() => "***";

    public void Dispose()
    {
        dataKey.Dispose();
        CryptographicOperations.ZeroMemory(appSecret);
    }

    internal byte[] Encrypt(ReadOnlySpan<byte> clear) => dataKey.EncryptEcb(clear);

    internal byte[]? Decrypt(ReadOnlySpan<byte> cipherText) => dataKey.DecryptEcb(cipherText);

    /// <summary>Ruling B: the appSecret, encrypted under the appId, written in upper-case hex, cut to 16 characters.</summary>
    private static Sm4Key DeriveDataKey(ReadOnlySpan<byte> appId, ReadOnlySpan<byte> appSecret, CryptoBackend backend)
    {
        using var idKey = new Sm4Key(appId[..16], backend);
        var newSecret = Convert.ToHexString(idKey.EncryptEcb(appSecret));
        return new Sm4Key(Encoding.ASCII.GetBytes(newSecret[..16]), backend);
    }
}
