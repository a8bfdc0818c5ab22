using YbPay.Engine.Benefits;

namespace YbPay.Engine.Ledger;

/// <summary>The kinds of accounts that insured persons hold at banks.</summary>
public enum AccountKind
{
    /// <summary>个人账户: one for each insurance of a person.</summary>
    Personal,

    /// <summary>共济账户: a family member's, open to others of the family.</summary>
    MutualAid,

    /// <summary>医保钱包.</summary>
    Wallet,
}

/// <summary>One account of one person, as the books name it.</summary>
/// <param name="Key">What the core knows it by: keyed indexes, nothing personal.</param>
public readonly record struct HeldAccount(AccountKind Kind, string Key)
{
    /// <summary>The personal account of an insurance.</summary>
    public static HeldAccount Personal(string personKey, string insutype) => new(AccountKind.Personal, $"{personKey}:{insutype}");

    /// <summary>Credit: what the account holds; never a debit.</summary>
    public string Name => $"{BureauAccounts.WordOf(Kind)}:{Key}";
}

/// <summary>
/// The accounts of the core's books. Debit (positive): who has paid or holds money for us; credit (negative): who is owed.
/// For each kind of account, what banks hold and what the accounts hold are equal.
/// </summary>
public static class BureauAccounts
{
    /// <summary>Debit: what banks took out of accounts for institutions.</summary>
    public const string BankSettlement = "bank-settlement";

    /// <summary>Debit: what one fund has paid.</summary>
    public static string Fund(FundKind kind) => kind switch
    {
        FundKind.Basic => "fund:hifp",
        FundKind.CivilServant => "fund:cvlserv",
        FundKind.Enterprise => "fund:hifes",
        FundKind.SeriousIllness => "fund:hifmi",
        FundKind.LargeAmount => "fund:hifob",
        FundKind.Disabled => "fund:hifdm",
        FundKind.MedicalAid => "fund:maf",
        FundKind.Other => "fund:oth",
    };

    /// <summary>Debit: what banks hold in accounts of a kind.</summary>
    public static string Bank(AccountKind kind) => "bank:" + WordOf(kind);

    /// <summary>Credit: what the bureau owes an institution, from funds and accounts.</summary>
    public static string Institution(string code) => "institution:" + code;

    /// <summary>Debit: what insured persons owe an institution themselves.</summary>
    public static string Cash(string code) => "cash:" + code;

    /// <summary>Debit: what an institution bears itself (hosp_part_amt).</summary>
    public static string HospitalShare(string code) => "share:" + code;

    /// <summary>Credit: the part of an institution's bills that does not come from the bureau: persons' cash and its own share.</summary>
    public static string Outside(string code) => "outside:" + code;

    internal static string WordOf(AccountKind kind) => kind switch
    {
        AccountKind.Personal => "personal",
        AccountKind.MutualAid => "mutual-aid",
        AccountKind.Wallet => "wallet",
    };
}
