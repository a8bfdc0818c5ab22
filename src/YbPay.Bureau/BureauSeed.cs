using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using YbPay.Contracts;
using YbPay.Engine.Ledger;

namespace YbPay.Bureau;

/// <summary>What a core knows at its start. Amounts are integer fen.</summary>
public sealed record BureauSeed
{
    // Before Default, which is read with it: static members come to life in this order.
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) 
    {
        Converters = { new PersonalText(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public IReadOnlyList<SeedPerson> Persons { get; init; } = [];

    public IReadOnlyList<SeedInstitution> Institutions { get; init; } = [];

    public IReadOnlyList<SeedItem> Items { get; init; } = [];

    /// <summary>Every account as its bank keeps it: a personal account holds what its insurance says.</summary>
    public IEnumerable<(Personal Number, string BankCode, long Money)> BankAccounts() =>
        from person in Persons
        from account in person.Accounts
        let insurance = person.InsuranceOf(account)
        select (account.Number, account.BankCode, insurance?.AccountBalance ?? account.Balance);

    /// <summary>Invented people, institutions and catalogue items for a sandbox in 440100.</summary>
    public static BureauSeed Default { get; } = ReadDefault();

    private static BureauSeed ReadDefault()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("YbPay.Bureau.Seed.default.json")
            ?? throw new InvalidOperationException("The default seed is not in the assembly.");
        return Read(file);
    }

    /// <summary>A seed in the form of the default one (src/YbPay.Bureau/Seed/default.json).</summary>
    /// <exception cref="InvalidDataException">It is none; the message says where it stops making sense and nothing of what stands there.</exception>
    public static BureauSeed Read(Stream file)
    {
        try
        {
            return JsonSerializer.Deserialize<BureauSeed>(file, Form) ?? throw new InvalidDataException("The seed is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The seed cannot be read at {e.Path}, line {e.LineNumber + 1}.");
        }
    }

    private sealed class PersonalText : JsonConverter<Personal>
    {
        public override Personal Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, Personal value, JsonSerializerOptions options) => writer.WriteStringValue(value.Reveal());
    }
}

/// <summary>An insured person.</summary>
/// <param name="PsnCertType">01 identity card.</param>
/// <param name="Gender">1 male, 2 female.</param>
/// <param name="Insurances">One row for each insurance kind.</param>
/// <param name="CardNo">Social-insurance card (mdtrt_cert_type 03); null when there is none.</param>
public sealed record SeedPerson(
    Personal PsnNo,
    Personal CertNo,
    string PsnCertType,
    Personal Name,
    string Gender,
    DateOnly Birth,
    string PsnType,
    string Admdvs,
    Personal? CardNo,
    IReadOnlyList<SeedInsurance> Insurances)
{
    /// <summary>Identities that supplements are granted to, such as medical aid.</summary>
    public IReadOnlyList<SeedIdentity> Identities { get; init; } = [];

    /// <summary>The person's own accounts: that of an insurance, a wallet, what is shared with the family.</summary>
    public IReadOnlyList<SeedAccount> Accounts { get; init; } = [];

    /// <summary>The family's mutual-aid accounts that this person may use, by their numbers, in the agreed order.</summary>
    public IReadOnlyList<Personal> MutualAid { get; init; } = [];

    /// <summary>The insurance whose personal account it is; null for another kind.</summary>
    public SeedInsurance? InsuranceOf(SeedAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.Kind is AccountKind.Personal ? Insurances.First(row => account.Insutype is null || row.Insutype == account.Insutype) : null;
    }

    public override string ToString() => "SeedPerson ***";
}

/// <param name="Insutype">310, 390, ...</param>
/// <param name="AccountBalance">Personal account in fen.</param>
public sealed record SeedInsurance(string Insutype, long AccountBalance);

/// <param name="Number">The account's number at its bank.</param>
/// <param name="BankTypeCode">At most 6 characters.</param>
/// <param name="BankCode">The bank's clearing number.</param>
/// <param name="BankName">As a clerk reads it.</param>
/// <param name="Balance">Fen; of a personal account the insurance says it.</param>
/// <param name="Insutype">Whose personal account it is; null for the first insurance.</param>
public sealed record SeedAccount(AccountKind Kind, Personal Number, string BankTypeCode, string BankCode, string BankName, long Balance = 0, string? Insutype = null);

/// <param name="PsnIdetType">As the benefit policy names it.</param>
/// <param name="Ends">The last day; null for no end.</param>
public sealed record SeedIdentity(string PsnIdetType, DateOnly Begins, DateOnly? Ends = null);

/// <param name="Code">12 characters.</param>
/// <param name="Level">1, 2 or 3.</param>
/// <param name="MobilePayment">May send what a patient pays with a phone (opter_type 3).</param>
public sealed record SeedInstitution(string Code, string Name, int Level, bool MobilePayment);

/// <param name="Class">1 A, 2 B, 3 C.</param>
/// <param name="PriceLimit">Fen for one unit; null for none.</param>
/// <param name="FirstOwnShare">Ten-thousandths, class B.</param>
/// <param name="ChargeType">med_chrgitm_type.</param>
/// <param name="ListType">list_type.</param>
public sealed record SeedItem(string Code, string Name, int Class, long? PriceLimit, int FirstOwnShare, string ChargeType, string ListType);
