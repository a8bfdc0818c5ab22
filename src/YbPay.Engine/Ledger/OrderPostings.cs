using YbPay.Engine.Money;
using YbPay.Engine.Orders;

namespace YbPay.Engine.Ledger;

/// <summary>The accounts of the payment centre's books. Debit (positive): who has paid in; credit: who is owed.</summary>
public static class Accounts
{
    /// <summary>The insurance fund's payments.</summary>
    public const string Fund = "fund";

    /// <summary>Payments from personal accounts.</summary>
    public const string PersonalAccount = "personal-account";

    /// <summary>What the hospital or another body bears itself (othFeeAmt).</summary>
    public const string Other = "other";

    /// <summary>
    /// What patients still owe; zero for every order that is paid or cancelled, negative while cash that came too late
    /// has not gone back.
    /// </summary>
    public const string Patient = "patient";

    /// <summary>Cash received through payment channels.</summary>
    public const string CashChannel = "cash-channel";

    /// <summary>Cash that the hospital took itself, by its own order at a third party.</summary>
    public const string CashAtHospital = "cash-at-hospital";

    /// <summary>Deposits that the hospital already held and that covered cash.</summary>
    public const string Deposit = "deposit";

    /// <summary>What the bureau's accounts (personal, mutual-aid, wallet) paid the hospital after the settlement, in the patient's stead.</summary>
    public const string PaidDown = "paid-down";

    /// <summary>What the hospital has earned by settlement.</summary>
    public const string Hospital = "hospital";
}

/// <summary>The entries that an order's events post. Entry ids derive from the event, so none can be posted twice.</summary>
public static class OrderPostings
{
    /// <summary>The core settled: the hospital has earned the bill, everybody owes or has paid a part.</summary>
    public static LedgerEntry Settled(string payOrdId, string legId, Split split, CashDue cash) =>
        Entry($"settled:{payOrdId}:{legId}", "settlement", SettlementLines(split, cash));

    /// <summary>The settlement was cancelled before the cash came: all of it is undone.</summary>
    public static LedgerEntry Withdrawn(string payOrdId, string legId, Split split, CashDue cash) =>
        Entry($"withdrawn:{payOrdId}:{legId}", "settlement cancelled", Reverse(SettlementLines(split, cash)));

    /// <summary>
    /// The core says anew what the person's accounts paid: that much is no longer the patient's or the deposit's to pay. Both cover the same cash part.
    /// </summary>
    /// <param name="version">The order's before the event, so that the same news is posted once.</param>
    public static LedgerEntry PaidDown(string payOrdId, long version, CashDue before, CashDue after) => Entry(
        $"paid-down:{payOrdId}:{version}", "paid down by accounts",
        [
            new(Accounts.PaidDown, after.PaidDown - before.PaidDown),
            new(Accounts.Deposit, after.DepositUsed - before.DepositUsed),
            new(Accounts.Patient, after.Due - before.Due),
        ]);

    /// <param name="account">Who took it: <see cref="Accounts.CashChannel"/> or <see cref="Accounts.CashAtHospital"/>.</param>
    public static LedgerEntry CashReceived(string payOrdId, string legId, Fen amount, string account = Accounts.CashChannel) => Entry(
        $"cash:{payOrdId}:{legId}", "cash received",
        [new(account, amount), new(Accounts.Patient, -amount)]);

    /// <summary>Cash that came too late, came twice, or was more than accounts left to pay went back: the patient is owed nothing for it any more.</summary>
    public static LedgerEntry CashReturned(string payOrdId, string legId, Fen amount, string account = Accounts.CashChannel) => Entry(
        $"cash-return:{payOrdId}:{legId}", "cash returned",
        [new(Accounts.Patient, amount), new(account, -amount)]);

    /// <summary>The insurance part, and with it what accounts paid down, went back to fund and accounts; the hospital keeps only the cash.</summary>
    public static LedgerEntry InsuranceRefunded(string payOrdId, string legId, Split split, Fen paidDown = default) => Entry(
        $"insurance-refund:{payOrdId}:{legId}", "insurance refunded",
        [
            new(Accounts.Hospital, split.Insurance + paidDown),
            new(Accounts.Fund, -split.Fund),
            new(Accounts.PersonalAccount, -split.PersonalAccount),
            new(Accounts.Other, -split.Other),
            new(Accounts.PaidDown, -paidDown),
        ]);

    public static LedgerEntry CashRefunded(string payOrdId, string legId, Fen amount, string account = Accounts.CashChannel) => Entry(
        $"cash-refund:{payOrdId}:{legId}", "cash refunded",
        [new(Accounts.Hospital, amount), new(account, -amount)]);

    /// <summary>
    /// The refund that brings the order to Refunded frees the deposit that had covered cash; the hospital hands it out
    /// itself. The id names the order alone: a deposit is freed once, whichever refund does it.
    /// </summary>
    public static LedgerEntry DepositReturned(string payOrdId, string refundId, Fen amount) => Entry(
        $"deposit-return:{payOrdId}", $"deposit released by {refundId}",
        [new(Accounts.Hospital, amount), new(Accounts.Deposit, -amount)]);

    private static List<Posting> SettlementLines(Split split, CashDue cash) =>
    [
        new(Accounts.Fund, split.Fund),
        new(Accounts.PersonalAccount, split.PersonalAccount),
        new(Accounts.Other, split.Other),
        new(Accounts.PaidDown, cash.PaidDown),
        new(Accounts.Deposit, cash.DepositUsed),
        new(Accounts.Patient, cash.Due),
        new(Accounts.Hospital, -split.FeeSum),
    ];

    private static List<Posting> Reverse(List<Posting> lines) => lines.ConvertAll(line => line with { Amount = -line.Amount });

    private static LedgerEntry Entry(string id, string reason, List<Posting> lines) =>
        new(id, reason, lines.FindAll(line => line.Amount != Fen.Zero));
}
