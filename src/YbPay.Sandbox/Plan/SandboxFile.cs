using System.Text.Encodings.Web;
using System.Text.Json;

namespace YbPay.Sandbox.Plan;

/// <summary>
/// <c>sandbox.json</c>: everything that a foreign client needs, under the names that design.md gives. It holds the
/// sandbox's own throw-away keys, so it is readable to its owner only. Prints nothing of what it holds.
/// </summary>
public sealed record SandboxFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // for people to read; it goes into no page
    };

    public required SandboxCenter Center { get; init; }

    /// <summary>Null in a file of a sandbox that has no such role.</summary>
    public SandboxRole? Huimin { get; init; }

    public required SandboxRole Bureau { get; init; }

    /// <summary>Null while there is no such role.</summary>
    public SandboxRole? Gateway { get; init; }

    /// <summary>Null while there is no such role.</summary>
    public SandboxConsole? Console { get; init; }

    public required IReadOnlyList<SandboxPartner> Partners { get; init; }

    /// <summary>Empty without a huimin platform.</summary>
    public IReadOnlyList<SandboxHuiminPartner> HuiminPartners { get; init; } = [];

    public required IReadOnlyList<SandboxPerson> Persons { get; init; }

    public required SandboxRole Control { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Throws <see cref="JsonException"/> for what is no sandbox.json.</summary>
    public static SandboxFile Parse(string json) => JsonSerializer.Deserialize<SandboxFile>(json, Options) ?? throw new JsonException("The file is empty.");

    /// <summary>Writes <c>sandbox.json</c> into the data folder; a reader sees the old one or the new one, never a piece.</summary>
    public void Write(string dataFolder) => OwnerFile.Write(Path.Combine(dataFolder, "sandbox.json"), ToJson());

    public override string ToString() => nameof(SandboxFile);
}

public sealed record SandboxRole(string BaseUrl);

/// <param name="PublicKey">The centre's SM2 public key, Base64 of 04||X||Y.</param>
public sealed record SandboxCenter(string BaseUrl, string PublicKey);

public sealed record SandboxConsole(string BaseUrl, string User, string Password)
{
    public override string ToString() => nameof(SandboxConsole);
}

/// <summary>A hospital (or its HIS vendor) as the centre's partner.</summary>
/// <param name="AppSecret">Signs along as <c>key=</c>, and the data key comes from it.</param>
/// <param name="PrivateKey">The partner's SM2 private key, Base64 of D.</param>
/// <param name="PublicKey">Base64 of 04||X||Y.</param>
/// <param name="OrgCodg">Institution code, 12 characters.</param>
/// <param name="OrgId">The institution's id at the credential platform.</param>
/// <param name="CallbackBase">Where the centre sends 6302 and 6204: <c>{callbackBase}/6302</c>.</param>
public sealed record SandboxPartner(string AppId, string AppSecret, string PrivateKey, string PublicKey, string OrgCodg, string OrgId, string CallbackBase)
{
    public override string ToString() => OrgCodg;
}

/// <summary>A hospital as the huimin platform's partner.</summary>
/// <param name="Secret">Signs along as <c>key=</c>; its first 16 characters are the SM4 key.</param>
/// <param name="OrgCodg">The institution that it is among the partners, and under which control names it.</param>
/// <param name="CallbackUrl">Where the platform calls it (HIS00002 to HIS00004, 1101).</param>
public sealed record SandboxHuiminPartner(string PlatformId, string Secret, string HospitalId, string CityCode, string OrgCodg, string CallbackUrl)
{
    public override string ToString() => HospitalId;
}

/// <summary>An invented insured person.</summary>
/// <param name="QrCode">A credential's QR code for 6101.</param>
/// <param name="AccountBalance">Personal account at the first start, yuan.</param>
/// <param name="WalletBalance">Wallet at the first start, yuan.</param>
public sealed record SandboxPerson(
    string PsnNo, string IdNo, string IdType, string UserName, string Insutype, string InsuplcAdmdvs, string QrCode, decimal AccountBalance, decimal WalletBalance)
{
    public override string ToString() => "***";
}
