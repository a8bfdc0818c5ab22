using System.Text.Json;
using System.Text.Json.Serialization;
using YbPay.Contracts;
using YbPay.Storage.Columns;

namespace YbPay.Huimin.Persons;

/// <summary>A person as hospitals name it. Every part prints as ***.</summary>
internal sealed record InsuredPerson(string IdType, Personal IdNo, Personal Name, Personal Mobile)
{
    /// <summary>居民身份证, where an interface names no kind.</summary>
    public const string IdentityCard = "01";

    private const string Column = "person";

    /// <summary>The key under which every table knows the person. The number alone decides: not every interface tells its kind.</summary>
    public static string KeyOf(ColumnCipher cipher, string idNo) => cipher.Index("person.id_no", idNo.ToUpperInvariant());

    public string Key(ColumnCipher cipher) => KeyOf(cipher, IdNo.Reveal());

    public byte[] Seal(ColumnCipher cipher) => cipher.Seal(
        Column, JsonSerializer.SerializeToUtf8Bytes(new SealedPerson(IdType, IdNo.Reveal(), Name.Reveal(), Mobile.Reveal()), InsuredPersonJson.Default.SealedPerson));

    public static InsuredPerson Open(ColumnCipher cipher, byte[] cell)
    {
        var person = JsonSerializer.Deserialize(cipher.Open(Column, cell), InsuredPersonJson.Default.SealedPerson) ?? throw new InvalidDataException("A person's cell is empty.");
        return new InsuredPerson(person.IdType, new Personal(person.IdNo), new Personal(person.Name), new Personal(person.Mobile));
    }
}

/// <summary>The clear form inside a sealed cell.</summary>
internal sealed record SealedPerson(string IdType, string IdNo, string Name, string Mobile)
{
    public override string ToString() => "***";
}

[JsonSerializable(typeof(SealedPerson))]
internal sealed partial class InsuredPersonJson : JsonSerializerContext;
