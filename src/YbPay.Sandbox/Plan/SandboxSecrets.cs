using System.Security.Cryptography;
using System.Text.Json;
using YbPay.Cryptography;

namespace YbPay.Sandbox.Plan;

/// <summary>
/// The sandbox's keys and secrets: made at the first start, kept in <c>secrets.json</c> (mode 0600) of the data folder, the
/// same at every later start. Prints nothing of what it holds.
/// </summary>
public sealed record SandboxSecrets
{
    private const string FileName = "secrets.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectNullableAnnotations = true };

    /// <summary>Base64 of D.</summary>
    public required string CenterPrivateKey { get; init; }

    /// <summary>Base64 of 04||X||Y.</summary>
    public required string CenterPublicKey { get; init; }

    /// <summary>Between control and centre, <c>X-Internal-Token</c>.</summary>
    public required string InternalToken { get; init; }

    /// <summary>Under which the centre takes money at the bank.</summary>
    public required string BankMerchantId { get; init; }

    /// <summary>The key of <c>X-Bank-Signature</c>.</summary>
    public required string BankMerchantSecret { get; init; }

    /// <summary>Under which the core orders at the account bank; empty in a file from before there was one, until the next start.</summary>
    public string AccountBankSecret { get; init; } = "";

    /// <summary>Under which the huimin platform orders at the credit bank; empty in a file from before there was one, until the next start.</summary>
    public string CreditBankSecret { get; init; } = "";

    /// <summary>Under which the huimin platform orders at the insurer; empty as above.</summary>
    public string InsurerSecret { get; init; } = "";

    /// <summary>By institution code: its secret at the huimin platform, of which 16 characters are the data key.</summary>
    public IReadOnlyDictionary<string, string> HuiminPartnerSecrets { get; init; } = new Dictionary<string, string>();

    /// <summary>32 bytes each, by role (center, bureau, hospital): the master key of its personal columns.</summary>
    public required IReadOnlyDictionary<string, byte[]> MasterKeys { get; init; }

    /// <summary>By institution code.</summary>
    public required IReadOnlyDictionary<string, PartnerSecrets> Partners { get; init; }

    /// <summary>
    /// Reads the data folder's secrets, or makes them; institutions and roles that are new get theirs. Throws
    /// <see cref="InvalidDataException"/> for a file that cannot be read: making new keys silently would orphan the data.
    /// </summary>
    public static SandboxSecrets LoadOrCreate(string dataFolder, IEnumerable<string> orgCodgs)
    {
        var path = Path.Combine(dataFolder, FileName);
        var kept = File.Exists(path) ? Read(path) : null;
        var secrets = (kept ?? Create()).Complete([.. orgCodgs]);
        var next = JsonSerializer.Serialize(secrets, Options);
        if (kept is null || JsonSerializer.Serialize(kept, Options) != next) OwnerFile.Write(path, next);
        return secrets;
    }

    private static SandboxSecrets Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<SandboxSecrets>(File.ReadAllText(path), Options) ?? throw new JsonException("empty");
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"{path} cannot be read. Restore it, or remove the whole data folder to begin anew.", broken);
        }
    }

    private static SandboxSecrets Create()
    {
        using var center = Sm2PrivateKey.Generate();
        return new()
        {
            CenterPrivateKey = center.ExportBase64(),
            CenterPublicKey = center.PublicKey.ExportBase64(),
            InternalToken = RandomNumberGenerator.GetHexString(32, lowercase: true),
            BankMerchantId = "M440100000001",
            BankMerchantSecret = RandomNumberGenerator.GetHexString(32, lowercase: true),
            MasterKeys = new Dictionary<string, byte[]>(),
            Partners = new Dictionary<string, PartnerSecrets>(),
        };
    }

    /// <summary>Gives what a file of an older sandbox does not have yet, and changes nothing that is there.</summary>
    private SandboxSecrets Complete(string[] orgCodgs) => this with
    {
        AccountBankSecret = Kept(AccountBankSecret),
        CreditBankSecret = Kept(CreditBankSecret),
        InsurerSecret = Kept(InsurerSecret),
        MasterKeys = Filled(MasterKeys, SandboxRoles.All, () => RandomNumberGenerator.GetBytes(32)),
        Partners = Filled(Partners, orgCodgs, PartnerSecrets.Create),
        HuiminPartnerSecrets = Filled(HuiminPartnerSecrets, orgCodgs, () => RandomNumberGenerator.GetHexString(32)),
    };

    private static string Kept(string secret) => secret.Length > 0 ? secret : RandomNumberGenerator.GetHexString(32, lowercase: true);

    private static Dictionary<string, T> Filled<T>(IReadOnlyDictionary<string, T> kept, IEnumerable<string> wanted, Func<T> make)
    {
        var filled = new Dictionary<string, T>(kept);
        foreach (var key in wanted.Where(key => !filled.ContainsKey(key))) filled[key] = make();
        return filled;
    }

    public override string ToString() => "***";
}

/// <summary>One partner's keys and secrets. Prints nothing of what it holds.</summary>
/// <param name="AppId">32 characters, upper-case hex as the field's printed examples.</param>
public sealed record PartnerSecrets(string AppId, string AppSecret, string PrivateKey, string PublicKey)
{
    internal static PartnerSecrets Create()
    {
        using var key = Sm2PrivateKey.Generate();
        return new(RandomNumberGenerator.GetHexString(32), RandomNumberGenerator.GetHexString(32), key.ExportBase64(), key.PublicKey.ExportBase64());
    }

    public override string ToString() => "***";
}
