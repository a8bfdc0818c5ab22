using System.Text.Json;
using System.Text.Json.Serialization;
using YbPay.Bureau;
using YbPay.Center;
using YbPay.Engine.Benefits;
using YbPay.Protocol.MobilePay;
using YbPay.Storage;

namespace YbPay.Cli.Hosting;

/// <summary>
/// The configuration file of a role outside the sandbox (<c>serve --role center --config FILE</c>). Secrets may stand in it as
/// <c>@path</c> (the file's text) or <c>$NAME</c> (an environment variable), so that the file itself need not be secret.
/// </summary>
internal sealed record ServeConfig
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Where the role listens. Plain HTTP is for loopback only.</summary>
    public required string Url { get; init; }

    public CertificateConfig? Certificate { get; init; }

    /// <summary>Logs and, with SQLite, the database.</summary>
    public required string DataFolder { get; init; }

    /// <summary>A PostgreSQL connection string; absent: SQLite in the data folder.</summary>
    public string? Storage { get; init; }

    /// <summary>Base64 of 32 bytes by version; the highest writes.</summary>
    public required IReadOnlyDictionary<int, string> MasterKeys { get; init; }

    public CenterConfig? Center { get; init; }

    public BureauConfig? Bureau { get; init; }

    public HuiminConfig? Huimin { get; init; }

    public static ServeConfig Read(string path)
    {
        var config = JsonSerializer.Deserialize<ServeConfig>(File.ReadAllText(path), Form) ?? throw new InvalidDataException($"{path} is empty.");
        var url = new Uri(config.Url);
        if (url.Scheme == Uri.UriSchemeHttps && config.Certificate is null) throw new InvalidDataException("An https address needs a certificate.");
        if (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback) throw new InvalidDataException($"{config.Url}: plain HTTP is for loopback only; give an https address and a certificate.");
        return config;
    }

    public DatabaseOptions DatabaseOf(string role) => new() { Storage = Secret(Storage) ?? Path.Combine(DataFolder, role + ".db"), Schema = role };

    public IReadOnlyDictionary<int, byte[]> Keys() => MasterKeys.ToDictionary(key => key.Key, key => Convert.FromBase64String(Secret(key.Value)!));

    /// <summary>The text itself, or what it points to.</summary>
    public static string? Secret(string? text) => text switch
    {
        null => null,
        ['@', .. var file] => File.ReadAllText(file).Trim(),
        ['$', .. var variable] => Environment.GetEnvironmentVariable(variable) ?? throw new InvalidDataException($"The environment variable {variable} is not set."),
        _ => text,
    };

    public override string ToString() => nameof(ServeConfig);
}

/// <summary>A server certificate and its key, PEM files.</summary>
internal sealed record CertificateConfig(string Path, string KeyPath);

/// <summary>A payment centre.</summary>
internal sealed record CenterConfig
{
    public required string PrivateKey { get; init; }

    public required string Admdvs { get; init; }

    public required string CoreUrl { get; init; }

    public double CoreTimeoutSeconds { get; init; } = 10;

    /// <summary>Empty where no cash goes through a bank of this kind.</summary>
    public string BankUrl { get; init; } = "";

    public string BankMerchant { get; init; } = "";

    public string BankSecret { get; init; } = "";

    public CashConfig Cash { get; init; } = new();

    /// <summary>The centre's own address as the bank and patients' browsers see it.</summary>
    public required string PublicUrl { get; init; }

    public string InternalToken { get; init; } = "";

    public int RequestsPerSecond { get; init; }

    public double UnpaidLimitMinutes { get; init; } = 120;

    public required IReadOnlyList<PartnerConfig> Partners { get; init; }

    public CenterOptions Options(ServeConfig serve)
    {
        var options = new CenterOptions
        {
            Database = serve.DatabaseOf("center"),
            MasterKeys = serve.Keys(),
            PrivateKey = ServeConfig.Secret(PrivateKey)!,
            Admdvs = Admdvs,
            PublicBase = PublicUrl,
            InternalToken = ServeConfig.Secret(InternalToken)!,
            RequestsPerSecond = RequestsPerSecond,
            UnpaidLimit = TimeSpan.FromMinutes(UnpaidLimitMinutes),
            Core = new CoreOptions { BaseUrl = CoreUrl, Timeout = TimeSpan.FromSeconds(CoreTimeoutSeconds) },
            Bank = new BankOptions { BaseUrl = BankUrl, Merchant = BankMerchant, Secret = ServeConfig.Secret(BankSecret)!, NotifyBase = PublicUrl },
            Cash = Cash.Options(PublicUrl),
        };
        foreach (var partner in Partners) options.Partners.Add(partner.Options());
        return options;
    }

    public override string ToString() => nameof(CenterConfig);
}

/// <summary>A partner of the centre. The variant is fixed in production: quoted or literal numbers, empty objects kept or dropped.</summary>
internal sealed record PartnerConfig
{
    public required string AppId { get; init; }

    public required string AppSecret { get; init; }

    public required string PublicKey { get; init; }

    public NumberStyle Numbers { get; init; }

    public EmptyObjectStyle EmptyObjects { get; init; }

    public IReadOnlyList<string> AllowedAddresses { get; init; } = [];

    public required IReadOnlyList<InstitutionOptions> Institutions { get; init; }

    public PartnerOptions Options()
    {
        var options = new PartnerOptions { AppId = AppId, AppSecret = ServeConfig.Secret(AppSecret)!, PublicKey = ServeConfig.Secret(PublicKey)!, Variant = new CanonicalVariant(Numbers, EmptyObjects) };
        foreach (var institution in Institutions) options.Institutions.Add(institution);
        foreach (var address in AllowedAddresses) options.AllowedAddresses.Add(address);
        return options;
    }

    public override string ToString() => AppId;
}

/// <summary>A bureau core.</summary>
/// <param name="SeedFile">Persons, institutions and catalogue that are there after the start, in the form of the sandbox's seed; null for none.</param>
/// <param name="PolicyFile">The benefits it grants (docs/bureau/policy.md); null for the policy that ships for the region.</param>
/// <param name="InternalToken">For <c>/internal/books</c> and <c>/internal/statements</c>; empty where nobody may ask.</param>
/// <param name="AccountBank">Null where 5369, 5373 and 5379 are not served.</param>
internal sealed record BureauConfig(string Admdvs, string? SeedFile, string? PolicyFile = null, string InternalToken = "", AccountBankConfig? AccountBank = null)
{
    public override string ToString() => nameof(BureauConfig);

    public BenefitPolicy? Policy()
    {
        if (PolicyFile is null) return null;
        using var file = File.OpenRead(PolicyFile);
        var policy = Engine.Benefits.PolicyFile.Read(file);
        return policy.Admdvs == Admdvs ? policy : throw new InvalidDataException($"{PolicyFile} is the policy of {policy.Admdvs}, but the core serves {Admdvs}.");
    }

    public BureauSeed? Seed()
    {
        if (SeedFile is null) return null;
        using var file = File.OpenRead(SeedFile);
        return BureauSeed.Read(file);
    }
}

/// <summary>The bank of the insured people's accounts.</summary>
/// <param name="Core">The core's name there.</param>
internal sealed record AccountBankConfig(string Url, string Core, string Secret, double TimeoutSeconds = 5)
{
    public AccountBankSettings Settings() =>
        new() { BaseUrl = Url, Core = Core, Secret = ServeConfig.Secret(Secret)!, Timeout = TimeSpan.FromSeconds(TimeoutSeconds) };

    public override string ToString() => nameof(AccountBankConfig);
}
