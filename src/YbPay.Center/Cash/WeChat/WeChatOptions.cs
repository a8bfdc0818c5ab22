namespace YbPay.Center.Cash.WeChat;

/// <summary>How a merchant and WeChat Pay sign.</summary>
public enum WeChatAlgorithm
{
    /// <summary>WECHATPAY2-SHA256-RSA2048, AES-256-GCM, RSA-OAEP.</summary>
    Rsa,

    /// <summary>WECHATPAY2-SM2-WITH-SM3, SM4-GCM, SM2.</summary>
    Sm2,
}

/// <summary>A merchant of WeChat Pay API v3. Everything comes from configuration; it prints without its secrets.</summary>
public sealed class WeChatOptions
{
    public string BaseUrl { get; set; } = "";

    public string AppId { get; set; } = "";

    public string MchId { get; set; } = "";

    /// <summary>The serial number of the merchant's own certificate.</summary>
    public string SerialNo { get; set; } = "";

    public WeChatAlgorithm Algorithm { get; set; }

    /// <summary>RSA: PKCS#8 or PKCS#1 in PEM. SM2: any form of ruling A.5.</summary>
    public string PrivateKey { get; set; } = "";

    /// <summary>The 32 characters that callbacks are encrypted with.</summary>
    public string ApiV3Secret { get; set; } = "";

    /// <summary>WeChat's keys: serial or public key id to a certificate or public key in PEM. The first seals names.</summary>
    public IDictionary<string, string> PlatformKeys { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The key that names are sealed with, when more than one is known.</summary>
    public string SealingSerial { get; set; } = "";

    /// <summary>Where WeChat reports a cash payment; https, without a query.</summary>
    public string NotifyUrl { get; set; } = "";

    /// <summary>Where WeChat reports a mixed payment: another address than <see cref="NotifyUrl"/>.</summary>
    public string CallbackUrl { get; set; } = "";

    /// <summary>The centre's address as patients' browsers reach it: the page that opens the pay dialog lies below it.</summary>
    public string PublicBase { get; set; } = "";

    /// <summary>The app's own secret: by it WeChat tells who is at the page. Empty: whoever creates a payment must know the payer.</summary>
    public string AppSecret { get; set; } = "";

    /// <summary>Where a browser is asked who it is (connect/oauth2/authorize).</summary>
    public string LoginUrl { get; set; } = "";

    /// <summary>Below it lies sns/oauth2/access_token.</summary>
    public string UserUrl { get; set; } = "";

    /// <summary>WeChat's number for this way of access (channel_no), where it gave one.</summary>
    public string ChannelNo { get; set; } = "";

    /// <summary>True: medical-insurance orders go to the bureaus' test systems (med_ins_test_env).</summary>
    public bool IsTestEnvironment { get; set; }

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    public override string ToString() => $"WeChat merchant {MchId}, {Algorithm}, serial {SerialNo}, keys ***";
}
