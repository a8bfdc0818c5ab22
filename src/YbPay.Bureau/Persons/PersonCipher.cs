using System.Text.Json;
using System.Text.Json.Serialization;
using YbPay.Storage.Columns;

namespace YbPay.Bureau.Persons;

/// <summary>Seals and indexes what identifies a person.</summary>
internal sealed partial class PersonCipher(ColumnCipher cipher) : IDisposable
{
    /// <summary>The key under which every table knows the person.</summary>
    public string Key(string psnNo) => cipher.Index("person.psn_no", psnNo);

    public string NumberKey(string kind, string number) => cipher.Index("credential.number", kind + ":" + number.ToUpperInvariant());

    /// <summary>The key under which every table knows a wallet or a mutual-aid account.</summary>
    public string AccountKey(string number) => cipher.Index("account.number", number);

    public string SignKey(string signNo) => cipher.Index("sign_in.sign_no", signNo);

    public byte[] Seal(PersonProfile profile) => cipher.Seal("person.profile", JsonSerializer.SerializeToUtf8Bytes(profile, Form.Default.PersonProfile));

    public PersonProfile Open(byte[] cell) =>
        JsonSerializer.Deserialize(cipher.Open("person.profile", cell), Form.Default.PersonProfile) ?? throw new InvalidDataException("A person's profile is empty.");

    public byte[] Seal(string column, ReadOnlySpan<byte> clear) => cipher.Seal(column, clear);

    public byte[] Open(string column, byte[] cell) => cipher.Open(column, cell);

    public void Dispose() => cipher.Dispose();

    [JsonSerializable(typeof(PersonProfile))]
    private sealed partial class Form : JsonSerializerContext;
}
