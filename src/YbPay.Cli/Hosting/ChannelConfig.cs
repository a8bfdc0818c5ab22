using YbPay.Center;
using YbPay.Center.Cash;
using YbPay.Center.Cash.UnionPay;
using YbPay.Center.Cash.WeChat;

namespace YbPay.Cli.Hosting;

/// <summary>How a centre takes cash, in its configuration file; docs/channels.md has each value.</summary>
internal sealed record CashConfig
{
    /// <summary>The channel of every institution that has none of its own.</summary>
    public CashChannelKind Kind { get; init; }

    public IReadOnlyDictionary<string, CashChannelKind> ByInstitution { get; init; } = new Dictionary<string, CashChannelKind>();

    public WeChatConfig? WeChat { get; init; }

    public UnionPayConfig? UnionPay { get; init; }

    public CashChannelOptions Options(string publicUrl)
    {
        var options = new CashChannelOptions { Kind = Kind, WeChat = WeChat?.Options(publicUrl), UnionPay = UnionPay?.Options(publicUrl) };
        foreach (var (orgCodg, kind) in ByInstitution) options.ByInstitution[orgCodg] = kind;
        return options;
    }

    public override string ToString() => nameof(CashConfig);
}

/// <summary>A merchant of WeChat Pay.</summary>
internal sealed record WeChatConfig
{
    public string BaseUrl { get; init; } = "";

    public string LoginUrl { get; init; } = "";

    public string UserUrl { get; init; } = "";

    public string AppId { get; init; } = "";

    public string AppSecret { get; init; } = "";

    public string MchId { get; init; } = "";

    public string SerialNo { get; init; } = "";

    public WeChatAlgorithm Algorithm { get; init; }

    public string PrivateKey { get; init; } = "";

    public string ApiV3Secret { get; init; } = "";

    public IReadOnlyDictionary<string, string> PlatformKeys { get; init; } = new Dictionary<string, string>();

    public string SealingSerial { get; init; } = "";

    public double TimeoutSeconds { get; init; } = 5;

    public WeChatOptions Options(string publicUrl)
    {
        var options = new WeChatOptions
        {
            BaseUrl = BaseUrl, LoginUrl = LoginUrl, UserUrl = UserUrl, AppId = AppId, AppSecret = ServeConfig.Secret(AppSecret)!, MchId = MchId, SerialNo = SerialNo, Algorithm = Algorithm,
            PrivateKey = ServeConfig.Secret(PrivateKey)!, ApiV3Secret = ServeConfig.Secret(ApiV3Secret)!, SealingSerial = SealingSerial, PublicBase = publicUrl,
            NotifyUrl = $"{publicUrl.TrimEnd('/')}/callbacks/wx", CallbackUrl = $"{publicUrl.TrimEnd('/')}/callbacks/wx", Timeout = TimeSpan.FromSeconds(TimeoutSeconds),
        };
        foreach (var (serial, key) in PlatformKeys) options.PlatformKeys[serial] = ServeConfig.Secret(key)!;
        return options;
    }

    public override string ToString() => nameof(WeChatConfig);
}

/// <summary>A merchant of UnionPay's gateway.</summary>
internal sealed record UnionPayConfig
{
    public string GatewayUrl { get; init; } = "";

    public string FileUrl { get; init; } = "";

    public string MerId { get; init; } = "";

    public string CertId { get; init; } = "";

    public UnionPayAlgorithm Algorithm { get; init; }

    public string SignMethod { get; init; } = "01";

    public string PrivateKey { get; init; } = "";

    public string RootCertificates { get; init; } = "";

    public string IntermediateCertificates { get; init; } = "";

    public string? SignerName { get; init; }

    public IReadOnlyDictionary<string, string> PlatformKeys { get; init; } = new Dictionary<string, string>();

    public double PayWindowMinutes { get; init; } = 30;

    public double TimeoutSeconds { get; init; } = 5;

    public UnionPayOptions Options(string publicUrl)
    {
        var options = new UnionPayOptions
        {
            GatewayUrl = GatewayUrl, FileUrl = FileUrl, MerId = MerId, CertId = CertId, Algorithm = Algorithm, SignMethod = SignMethod, PrivateKey = ServeConfig.Secret(PrivateKey)!,
            RootCertificates = ServeConfig.Secret(RootCertificates)!, IntermediateCertificates = ServeConfig.Secret(IntermediateCertificates)!, PublicBase = publicUrl,
            NotifyUrl = $"{publicUrl.TrimEnd('/')}/callbacks/card", PayWindow = TimeSpan.FromMinutes(PayWindowMinutes), Timeout = TimeSpan.FromSeconds(TimeoutSeconds),
        };
        if (SignerName is { } name) options.SignerName = name;
        foreach (var (certId, key) in PlatformKeys) options.PlatformKeys[certId] = ServeConfig.Secret(key)!;
        return options;
    }

    public override string ToString() => nameof(UnionPayConfig);
}
