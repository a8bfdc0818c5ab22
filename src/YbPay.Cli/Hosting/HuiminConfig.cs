using YbPay.Huimin;

namespace YbPay.Cli.Hosting;

/// <summary>A huimin platform, in its configuration file; docs/operations.md has each value.</summary>
internal sealed record HuiminConfig
{
    /// <summary>The platform's own address as hospitals and patients' browsers see it.</summary>
    public required string PublicUrl { get; init; }

    public required OutsideConfig CreditBank { get; init; }

    public required OutsideConfig Insurer { get; init; }

    /// <summary>Absent: <c>images</c> in the data folder. Nodes of one platform share it.</summary>
    public string? ImageFolder { get; init; }

    public string InternalToken { get; init; } = "";

    public int RequestsPerSecond { get; init; }

    public double EnrolmentPageMinutes { get; init; } = 30;

    public double StatementLinkMinutes { get; init; } = 60;

    public double HospitalTimeoutSeconds { get; init; } = 5;

    /// <summary>1101 and HOS00015, which the document has withdrawn.</summary>
    public bool Retired { get; init; }

    public required IReadOnlyList<HuiminPartnerConfig> Partners { get; init; }

    public HuiminOptions Options(ServeConfig serve)
    {
        var options = new HuiminOptions
        {
            Database = serve.DatabaseOf("huimin"),
            MasterKeys = serve.Keys(),
            PublicBase = PublicUrl,
            ImageFolder = ImageFolder ?? Path.Combine(serve.DataFolder, "images"),
            InternalToken = ServeConfig.Secret(InternalToken)!,
            RequestsPerSecond = RequestsPerSecond,
            EnrolmentPageLife = TimeSpan.FromMinutes(EnrolmentPageMinutes),
            StatementLinkLife = TimeSpan.FromMinutes(StatementLinkMinutes),
            HospitalTimeout = TimeSpan.FromSeconds(HospitalTimeoutSeconds),
            Retired = Retired,
            CreditBank = CreditBank.Options(),
            Insurer = Insurer.Options(),
        };
        foreach (var partner in Partners) options.Partners.Add(partner.Options());
        return options;
    }

    public override string ToString() => nameof(HuiminConfig);
}

/// <summary>The credit bank, or the insurer.</summary>
/// <param name="Merchant">The platform's number there.</param>
internal sealed record OutsideConfig(string Url, string Merchant, string Secret, double TimeoutSeconds = 10)
{
    public OutsideOptions Options() => new() { BaseUrl = Url, Merchant = Merchant, Secret = ServeConfig.Secret(Secret)!, Timeout = TimeSpan.FromSeconds(TimeoutSeconds) };

    public override string ToString() => Url;
}

/// <summary>A hospital at the platform.</summary>
internal sealed record HuiminPartnerConfig
{
    public required string PlatformId { get; init; }

    public required string Secret { get; init; }

    public required string HospitalId { get; init; }

    public required string HospitalName { get; init; }

    public required string CityCode { get; init; }

    /// <summary>Where it receives HIS00002 to HIS00004 and 1101; empty where it is not called.</summary>
    public string CallbackUrl { get; init; } = "";

    public int RefundDays { get; init; } = 30;

    public IReadOnlyList<string> AllowedAddresses { get; init; } = [];

    public HuiminPartnerOptions Options()
    {
        var options = new HuiminPartnerOptions
        {
            PlatformId = PlatformId, Secret = ServeConfig.Secret(Secret)!, HospitalId = HospitalId, HospitalName = HospitalName, CityCode = CityCode, CallbackUrl = CallbackUrl,
            RefundDays = RefundDays,
        };
        foreach (var address in AllowedAddresses) options.AllowedAddresses.Add(address);
        return options;
    }

    public override string ToString() => PlatformId;
}
