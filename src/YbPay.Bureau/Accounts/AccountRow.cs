using System.Text;
using YbPay.Bureau.Persons;
using YbPay.Contracts;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;

namespace YbPay.Bureau.Accounts;

/// <summary>An account as stored, its number still sealed; amounts in fen. A personal account's money is its insurance's.</summary>
internal sealed record AccountRow(
    string AccountId, AccountKind Kind, string PersonKey, string? Insutype, string BankType, string BankCode, string BankName, byte[] Number, long Balance, long Frozen, long Held)
{
    private const string Column = "account.number";

    /// <summary>What can be spent now.</summary>
    public Fen Available => new(Balance - Frozen - Held);

    /// <summary>As the books name it.</summary>
    public HeldAccount InBooks => new(Kind, AccountId);

    /// <summary>As 5378 tells it: identifies the account here and is no number of a bank.</summary>
    public string PublicNumber => "W" + AccountId[..20].ToUpperInvariant();

    public Personal NumberAtBank(PersonCipher cipher) => new(Encoding.UTF8.GetString(cipher.Open(Column, Number)));

    public static byte[] Seal(PersonCipher cipher, string number) => cipher.Seal(Column, Encoding.UTF8.GetBytes(number));

    public override string ToString() => $"account {AccountId}";
}
