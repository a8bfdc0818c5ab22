using System.Text.Json;
using System.Text.Json.Serialization;
using YbPay.Contracts;
using YbPay.Storage.Columns;

namespace YbPay.Center.Vouchers;

/// <summary>The person behind a credential or an order. Every part prints as ***.</summary>
internal sealed record Person(Personal PsnNo, Personal IdNo, string IdType, Personal UserName, string InsuplcAdmdvs)
{
    private const string Column = "person";

    public byte[] Seal(ColumnCipher cipher) => cipher.Seal(Column, JsonSerializer.SerializeToUtf8Bytes(
        new SealedPerson(PsnNo.Reveal(), IdNo.Reveal(), IdType, UserName.Reveal(), InsuplcAdmdvs), PersonJson.Default.SealedPerson));

    public static Person Open(ColumnCipher cipher, byte[] cell)
    {
        var p = JsonSerializer.Deserialize(cipher.Open(Column, cell), PersonJson.Default.SealedPerson)!;
        return new Person(new Personal(p.PsnNo), new Personal(p.IdNo), p.IdType, new Personal(p.UserName), p.InsuplcAdmdvs);
    }

    /// <summary>What 6301 and 6401 must name to be answered: identity number, kind and name.</summary>
    public static string Index(ColumnCipher cipher, string idType, string idNo, string userName) =>
        cipher.Index("identity", $"{idType}|{idNo.ToUpperInvariant()}|{userName}");

    public string Index(ColumnCipher cipher) => Index(cipher, IdType, IdNo.Reveal(), UserName.Reveal());
}

/// <summary>The clear form inside a sealed cell.</summary>
internal sealed record SealedPerson(string PsnNo, string IdNo, string IdType, string UserName, string InsuplcAdmdvs)
{
    public override string ToString() => "***";
}

[JsonSerializable(typeof(SealedPerson))]
internal sealed partial class PersonJson : JsonSerializerContext;
