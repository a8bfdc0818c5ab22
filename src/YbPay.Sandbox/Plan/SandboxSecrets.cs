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

    /// <summary>32 bytes each, by role (center, bureau, hospital): the master key of its personal columns.</summary>
    public required IReadOnlyDictionary<string, byte[]> MasterKeys { get; init; }

    /// <summary>By institution code.</summary>
    public required IReadOnlyDictionary<string, PartnerSecrets> Partners { get; init; }

    /// <summary>
    /// Reads the data folder's secrets, or makes them; institutions that are new get theirs. Throws
    /// <see cref="InvalidDataException"/> for a file that cannot be read: making new keys silently would orphan the data.
    /// </summary>
    public static SandboxSecrets LoadOrCreate(string dataFolder, IEnumerable<string> orgCodgs)
    {
        var path = Path.Combine(dataFolder, FileName);
        var kept = File.Exists(path) ? Read(path) : null;
        var secrets = (kept ?? Create()).WithPartners(orgCodgs).WithAccountBank();
        if (kept is null || secrets.Partners.Count != kept.Partners.Count || kept.AccountBankSecret.Length == 0) OwnerFile.Write(path, JsonSerializer.Serialize(secrets, Options));
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
            MasterKeys = SandboxRoles.All.ToDictionary(role => role, _ => RandomNumberGenerator.GetBytes(32)),
            Partners = new Dictionary<string, PartnerSecrets>(),
        };
    }

    private SandboxSecrets WithPartners(IEnumerable<string> orgCodgs)
    {
        var partners = new Dictionary<string, PartnerSecrets>(Partners);
        foreach (var orgCodg in orgCodgs) partners.TryAdd(orgCodg, PartnerSecrets.Create());
        return this with { Partners = partners };
    }

    private SandboxSecrets WithAccountBank() => AccountBankSecret.Length > 0 ? this : this with { AccountBankSecret = RandomNumberGenerator.GetHexString(32, lowercase: true) };

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
