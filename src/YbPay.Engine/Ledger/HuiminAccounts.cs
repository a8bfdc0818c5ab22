namespace YbPay.Engine.Ledger;

/// <summary>
/// The accounts of the huimin platform's books. Debit (positive): who has paid in; credit (negative): who is owed. Each entry is stored with its
/// hospital, so that every account can be read hospital by hospital.
/// </summary>
public static class HuiminAccounts
{
    /// <summary>Debit: what patients' accounts and credit have paid and not been given back.</summary>
    public const string Credit = "credit";

    /// <summary>Debit: discounts (couponInfo) that the credit channel bears and has not taken back.</summary>
    public const string Discount = "discount";

    /// <summary>Credit: deposits for stays that no discharge has used up: the hospital holds them for the patient.</summary>
    public const string Deposits = "deposits";

    /// <summary>Credit: what the hospital has earned.</summary>
    public const string Hospital = "hospital";

    /// <summary>Debit: the claims that one commercial insurer has settled and not taken back.</summary>
    public static string Insurer(string insuranceId) => "insurer:" + insuranceId;
}
