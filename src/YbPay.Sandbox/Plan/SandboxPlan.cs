using YbPay.Bureau;
using YbPay.Sandbox.AccountBank;
using YbPay.Sandbox.Bank;
using YbPay.Sandbox.Control;
using YbPay.Sandbox.CreditBank;
using YbPay.Sandbox.Hospital;
using YbPay.Sandbox.Hospital.Huimin;
using YbPay.Sandbox.Insurer;
using YbPay.Storage;

namespace YbPay.Sandbox.Plan;

/// <summary>An institution that takes part in the sandbox.</summary>
/// <param name="OrgCodg">12 characters.</param>
/// <param name="OrgId">Its id at the credential platform.</param>
/// <param name="SealedCallbacks">Its choice for 6302 and 6204.</param>
/// <param name="PlatformId">Its number at the huimin platform.</param>
/// <param name="HospitalId">The hospital's number there.</param>
public sealed record SandboxInstitution(string OrgCodg, string Name, string OrgId, bool SealedCallbacks, string PlatformId, string HospitalId)
{
    /// <summary>Third parties at which it takes the cash part itself (6204).</summary>
    public IList<string> OwnChannels { get; } = ["WX", "ALI"];
}

/// <summary>
/// One sandbox: who takes part, where each server listens and keeps its data, and with which keys. The same data folder
/// gives the same plan.
/// </summary>
public sealed class SandboxPlan
{
    private readonly string _storage;

    /// <param name="dataFolder">For secrets and, without PostgreSQL, the databases.</param>
    /// <param name="postgres">A connection string, or null for SQLite files in the data folder.</param>
    public SandboxPlan(string dataFolder, SandboxAddresses addresses, string? postgres = null, TimeProvider? time = null)
    {
        (DataFolder, Addresses, _storage, Time) = (dataFolder, addresses, postgres ?? "", time ?? TimeProvider.System);
        Secrets = SandboxSecrets.LoadOrCreate(dataFolder, Institutions.Select(institution => institution.OrgCodg));
    }

    /// <summary>The core's name at the account bank.</summary>
    public const string AccountBankCore = "C440100000001";

    /// <summary>The huimin platform's name at the credit bank and at the insurer.</summary>
    public const string HuiminPlatform = "P440100000001";

    /// <summary>Where the huimin platform serves.</summary>
    public const string HuiminCity = "440100";

    public string DataFolder { get; }

    public SandboxAddresses Addresses { get; }

    public SandboxSecrets Secrets { get; }

    public TimeProvider Time { get; }

    /// <summary>One wants its callbacks sealed, one clear: both ways of the document are there to be tried.</summary>
    public static IReadOnlyList<SandboxInstitution> Institutions { get; } =
    [
        new("H44010000001", "示例市第一人民医院", "44010000000000000001", SealedCallbacks: true, PlatformId: "10440101", HospitalId: "44010001"),
        new("H44010000002", "示例市东湖社区卫生服务中心", "44010000000000000002", SealedCallbacks: false, PlatformId: "10440102", HospitalId: "44010002"),
    ];

    public string CallbackBaseOf(string orgCodg) => $"{Addresses.Hospital}/hospital/{orgCodg}";

    /// <summary>Where a role keeps its data: <c>{dataFolder}/{role}.db</c>, or its own schema.</summary>
    public DatabaseOptions DatabaseOf(string role) => new()
    {
        Storage = _storage.Length > 0 ? _storage : Path.Combine(DataFolder, role + ".db"),
        Schema = role,
        Clock = Time,
    };

    public BankOptions Bank() => new()
    {
        Database = DatabaseOf(SandboxRoles.Bank),
        BaseUrl = Addresses.Bank,
        Merchants = [new(Secrets.BankMerchantId, "示例市医保移动支付中心", Secrets.BankMerchantSecret)],
    };

    /// <param name="seed">Persons whose accounts the bank keeps.</param>
    public AccountBankOptions AccountBank(BureauSeed seed) => new()
    {
        Database = DatabaseOf(SandboxRoles.AccountBank),
        Core = new(AccountBankCore, "示例市医保核心", Secrets.AccountBankSecret),
        Seed = seed,
    };

    /// <param name="seed">Persons of whom some have accounts there.</param>
    public CreditBankOptions CreditBank(BureauSeed seed) => new()
    {
        Database = DatabaseOf(SandboxRoles.CreditBank),
        Platform = new(HuiminPlatform, "示例市医保惠民平台", Secrets.CreditBankSecret),
        Accounts = CreditAccountSeed.For(seed),
    };

    /// <param name="seed">Persons of whom some are insured there.</param>
    public InsurerOptions Insurer(BureauSeed seed) => new()
    {
        Database = DatabaseOf(SandboxRoles.Insurer),
        Platform = new(HuiminPlatform, "示例市医保惠民平台", Secrets.InsurerSecret),
        Book = InsuranceBook.For(seed),
    };

    /// <summary>Where the huimin platform keeps the images of documents, sealed.</summary>
    public string HuiminImages => Path.Combine(DataFolder, "huimin-images");

    /// <summary>Each institution as a partner of the huimin platform.</summary>
    public IReadOnlyList<SandboxHuiminPartner> HuiminPartners =>
    [
        .. Institutions.Select(institution => new SandboxHuiminPartner(
            institution.PlatformId, Secrets.HuiminPartnerSecrets[institution.OrgCodg], institution.HospitalId, HuiminCity, institution.OrgCodg, HuiminCallbackOf(institution.HospitalId))),
    ];

    /// <summary>Where the huimin platform calls a hospital.</summary>
    public string HuiminCallbackOf(string hospitalId) => $"{Addresses.Hospital}/huimin/{hospitalId}";

    /// <param name="seed">Persons who have visits there.</param>
    public HospitalOptions Hospital(BureauSeed seed) => new()
    {
        Database = DatabaseOf(SandboxRoles.Hospital),
        MasterKey = Secrets.MasterKeys[SandboxRoles.Hospital],
        CenterPublicKey = Secrets.CenterPublicKey,
        Partners = [.. Institutions.Select(institution => new HospitalPartner
        {
            OrgCodg = institution.OrgCodg,
            Name = institution.Name,
            AppId = Secrets.Partners[institution.OrgCodg].AppId,
            AppSecret = Secrets.Partners[institution.OrgCodg].AppSecret,
            PrivateKey = Secrets.Partners[institution.OrgCodg].PrivateKey,
            Sealed = institution.SealedCallbacks,
        })],
        Huimin = [.. Institutions.Zip(HuiminPartners, (institution, partner) => new HuiminHospital(
            institution.OrgCodg, institution.Name, partner.HospitalId, partner.PlatformId, partner.Secret, partner.CityCode))],
        Visits = SeedVisits.For(seed, Institutions.Select(institution => institution.OrgCodg), Time.GetUtcNow()),
        Core = new(Addresses.Bureau, HuiminCity),
    };

    public ControlOptions Control(IReadOnlyList<SandboxPerson> persons) =>
        new() { CenterBaseUrl = Addresses.Center, HuiminBaseUrl = Addresses.Huimin, InternalToken = Secrets.InternalToken, Persons = persons };

    /// <summary>What foreign clients are told.</summary>
    public SandboxFile File(IReadOnlyList<SandboxPerson> persons) => new()
    {
        Center = new(Addresses.Center, Secrets.CenterPublicKey),
        Huimin = new(Addresses.Huimin),
        Bureau = new(Addresses.Bureau),
        Partners = [.. Institutions.Select(Partner)],
        HuiminPartners = HuiminPartners,
        Persons = persons,
        Control = new(Addresses.Control),
    };

    private SandboxPartner Partner(SandboxInstitution institution)
    {
        var secrets = Secrets.Partners[institution.OrgCodg];
        return new(secrets.AppId, secrets.AppSecret, secrets.PrivateKey, secrets.PublicKey, institution.OrgCodg, institution.OrgId, CallbackBaseOf(institution.OrgCodg));
    }
}
