using YbPay.Bureau.Accounts;
using YbPay.Storage;
using YbPay.Storage.Legs;

namespace YbPay.Bureau.Features.Accounts;

/// <summary>What a leg of the core is.</summary>
internal static class AccountLegs
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>Owner: the settlement.</summary>
    public const string Deduct = "account.deduct";

    /// <summary>A deduction's money back; owner: the settlement.</summary>
    public const string GiveBack = "account.give-back";

    /// <summary>Owner: the account.</summary>
    public const string TopUp = "account.top-up";

    /// <summary>One way back for each way there: a deduction cannot come back twice.</summary>
    public static string GiveBackOf(string deductLegId) => "R" + deductLegId;

    public static string DeductOf(string giveBackLegId) => giveBackLegId[1..];

    /// <summary>The bank has not done it, or has not said so: it is asked again after a pause that doubles, up to five minutes.</summary>
    public static Task AskAgainAsync(DbSession session, LegRow leg, BankWord word, AccountBankSettings settings, long now) =>
        LegStore.ResolveAsync(session, leg.LegId, LegState.Unknown, null, null, word.Note, now, now + Pause(settings, leg.Attempts));

    private static long Pause(AccountBankSettings settings, int attempts) =>
        (long)Math.Min(LongestPause.TotalMilliseconds, settings.ResolveAfter.TotalMilliseconds * Math.Pow(2, Math.Min(attempts, 20)));
}
