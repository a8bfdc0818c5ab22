using YbPay.Engine.Credit;
using YbPay.Engine.Money;

namespace YbPay.Engine.Ledger;

/// <summary>
/// The entries that the huimin platform's events post: one for each leg that has moved money, one for each turn of a discharge. Entry ids derive from
/// the event, so none can be posted twice.
/// </summary>
public static class HuiminPostings
{
    /// <summary>An insurer settled a direct claim, of a payment (CP...) or of a discharge (DS...): the hospital has earned that much.</summary>
    public static LedgerEntry ClaimSettled(string queryId, string legId, string insuranceId, Fen amount) => Entry(
        $"claim:{queryId}:{legId}", "direct claim settled", Claim(insuranceId, Moved(amount)));

    /// <summary>The insurer took a settled claim back: the bank refused the rest, the amounts differed, or the discharge was cancelled.</summary>
    public static LedgerEntry ClaimCancelled(string queryId, string legId, string insuranceId, Fen amount) => Entry(
        $"claim-cancelled:{queryId}:{legId}", "direct claim cancelled", Claim(insuranceId, -Moved(amount)));

    /// <summary>
    /// The bank paid. A deposit (orderType 2) is held for the patient, anything else is earned at once. The insurer's part has its own entry
    /// (<see cref="ClaimSettled"/>) and is earned in either case: it is not the patient's to be given back.
    /// </summary>
    public static LedgerEntry Paid(string queryId, string legId, bool isDeposit, CreditShares shares) => Entry(
        $"paid:{queryId}:{legId}", "credit payment", Credited(isDeposit, shares.Card, shares.Discount));

    /// <summary>The bank gave money back, by HOS00004 or as the surplus of a discharge: always before a deposit is used up.</summary>
    /// <param name="queryId">The payment's number.</param>
    /// <param name="legId">Of the refund; it makes the entry one of its own among several refunds.</param>
    /// <param name="refundedBefore">What had gone back of the payment when this refund was done.</param>
    public static LedgerEntry Refunded(string queryId, string legId, bool isDeposit, CreditShares shares, Fen refundedBefore, Fen amount)
    {
        var (card, discount) = shares.OfRefund(refundedBefore, Moved(amount));
        return Entry($"refunded:{queryId}:{legId}", "credit refund", Credited(isDeposit, -card, -discount));
    }

    /// <summary>A discharge is done: what is left of its deposits becomes the hospital's. Posted once for a discharge, whatever it was resumed.</summary>
    /// <param name="queryId">The discharge's number.</param>
    public static LedgerEntry Discharged(string queryId, Fen used) => Entry($"discharged:{queryId}", "discharge", Earned(Moved(used)));

    /// <summary>A settled discharge was cancelled: the deposits are held for the patient again. The claim goes back by an entry of its own.</summary>
    /// <param name="queryId">The discharge's number: it can be cancelled once.</param>
    public static LedgerEntry DischargeCancelled(string queryId, Fen used) => Entry($"discharge-cancelled:{queryId}", "discharge cancelled", Earned(-Moved(used)));

    private static List<Posting> Claim(string insuranceId, Fen amount) => [new(HuiminAccounts.Insurer(insuranceId), amount), new(HuiminAccounts.Hospital, -amount)];

    private static List<Posting> Credited(bool isDeposit, Fen card, Fen discount) =>
    [
        new(HuiminAccounts.Credit, card),
        new(HuiminAccounts.Discount, discount),
        new(isDeposit ? HuiminAccounts.Deposits : HuiminAccounts.Hospital, -(card + discount)),
    ];

    private static List<Posting> Earned(Fen used) => [new(HuiminAccounts.Deposits, used), new(HuiminAccounts.Hospital, -used)];

    /// <summary>Never backwards: what undoes an event has an entry of its own.</summary>
    private static Fen Moved(Fen amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount.Value, nameof(amount));
        return amount;
    }

    private static LedgerEntry Entry(string id, string reason, List<Posting> lines) => new(id, reason, lines.FindAll(line => line.Amount != Fen.Zero));
}
