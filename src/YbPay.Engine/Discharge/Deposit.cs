using YbPay.Engine.Credit;
using YbPay.Engine.Money;

namespace YbPay.Engine.Discharge;

/// <summary>A deposit order as a trial or a discharge finds it.</summary>
/// <param name="QueryId">The platform's number of the payment.</param>
/// <param name="PaidAt">When it was paid: the latest gives back first.</param>
/// <param name="Personal">psnAmt: what credit paid, discount included.</param>
/// <param name="Refunded">What has gone back of it, by HOS00004 or by an earlier discharge.</param>
public sealed record Deposit(string QueryId, DateTimeOffset PaidAt, Fen Personal, Fen Refunded)
{
    /// <summary>What it is worth now.</summary>
    public Fen Left => Personal - Refunded;
}

/// <summary>What a deposit order is besides its amounts.</summary>
/// <param name="OfThisStay">Paid at the same hospital, by the same person and, where both are known, for the same visit number.</param>
/// <param name="IsDeposit">orderType 2.</param>
/// <param name="RefundOpen">A refund by HOS00004 has started and not ended.</param>
/// <param name="Hold">By any discharge but the one that asks.</param>
public sealed record NamedDeposit(Deposit Deposit, bool OfThisStay, bool IsDeposit, CreditPaymentState State, bool RefundOpen, DepositHold Hold);

/// <summary>Whether the named orders can be counted.</summary>
public static class DepositRules
{
    /// <summary>orderType 住院: only such orders are deposits. The dictionary prints one digit, the tables two.</summary>
    public static bool IsDeposit(string orderType) => orderType is "2" or "02";

    /// <summary>The deposits in the order in which they were named, or the first order that cannot be one.</summary>
    public static Verdict<Deposit[], DischargeRefusal> Check(IReadOnlyList<NamedDeposit> named)
    {
        if (named.Count == 0) return new DischargeRefusal(DischargeReason.NoDeposits);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in named)
        {
            var id = one.Deposit.QueryId;
            if (Fault(one, !seen.Add(id)) is { } reason) return new DischargeRefusal(reason, QueryId: id);
        }

        return named.Select(one => one.Deposit).ToArray();
    }

    /// <summary>Whose it is comes first: of another's order nothing more is said.</summary>
    private static DischargeReason? Fault(NamedDeposit one, bool twice) => one switch
    {
        { OfThisStay: false } => DischargeReason.DepositOfAnother,
        _ when twice => DischargeReason.DepositTwice,
        { IsDeposit: false } => DischargeReason.NotADeposit,
        { State: not CreditPaymentState.Paid } => DischargeReason.DepositNotPaid,
        { RefundOpen: true } => DischargeReason.DepositBeingRefunded,
        { Hold: not DepositHold.Free } => DischargeReason.DepositHeld,
        _ => null,
    };
}
