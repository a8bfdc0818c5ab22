namespace YbPay.Bureau.Features.Accounts;

/// <summary>What a leg of the core is.</summary>
internal static class AccountLegs
{
    /// <summary>Owner: the settlement.</summary>
    public const string Deduct = "account.deduct";

    /// <summary>A deduction's money back; owner: the settlement.</summary>
    public const string GiveBack = "account.give-back";

    /// <summary>Owner: the account.</summary>
    public const string TopUp = "account.top-up";

    /// <summary>One way back for each way there: a deduction cannot come back twice.</summary>
    public static string GiveBackOf(string deductLegId) => "R" + deductLegId;

    public static string DeductOf(string giveBackLegId) => giveBackLegId[1..];
}
