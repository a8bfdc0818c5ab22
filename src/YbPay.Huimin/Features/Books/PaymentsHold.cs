using YbPay.Engine.Credit;
using YbPay.Engine.Money;
using YbPay.Storage;

namespace YbPay.Huimin.Features.Books;

/// <summary>Payments and refunds against entries and legs. Each statement gives the numbers of what does not agree.</summary>
internal static class PaymentsHold
{
    private const long Paid = (long)CreditPaymentState.Paid;
    private const long Failed = (long)CreditPaymentState.Failed;

    /// <summary>What one account family of one owner comes to.</summary>
    public const string Sums = """
        SELECT owner_id,
          SUM(CASE WHEN account = 'credit' THEN amount ELSE 0 END) AS credit,
          SUM(CASE WHEN account = 'discount' THEN amount ELSE 0 END) AS discount,
          SUM(CASE WHEN account = 'deposits' THEN amount ELSE 0 END) AS deposits,
          SUM(CASE WHEN account = 'hospital' THEN amount ELSE 0 END) AS hospital,
          SUM(CASE WHEN account LIKE 'insurer:%' THEN amount ELSE 0 END) AS insurer
        FROM ledger_postings GROUP BY owner_id
        """;

    private sealed record Discounted(string QueryId, long Insured, long PsnAmt, long Discount, long Refunded, long Booked);

    public static Task<IReadOnlyList<string>> EntriesOfNobodyAsync(DbSession session) => session.QueryAsync<string>("""
        SELECT entry_id FROM ledger_entries e
        WHERE NOT EXISTS (SELECT 1 FROM payments p WHERE p.query_id = e.owner_id) AND NOT EXISTS (SELECT 1 FROM discharges d WHERE d.query_id = e.owner_id)
        ORDER BY entry_id
        """);

    /// <summary>
    /// A claim stands from its settlement until it is taken back: that is not yet, or cannot be, while the rest is being paid or the claim undone. What credit
    /// paid less what went back is owed to the patient as long as it is a deposit, and is the hospital's otherwise.
    /// </summary>
    public static async Task<IReadOnlyList<string>> EntriesOffAsync(DbSession session)
    {
        var off = await session.QueryAsync<string>($"""
            SELECT p.query_id FROM (
              SELECT query_id, discount,
                CASE WHEN state = {Paid} THEN insured WHEN state IN ({(long)CreditPaymentState.PayingRest}, {(long)CreditPaymentState.Undoing}, {(long)CreditPaymentState.UndoRefused}) THEN claimed ELSE 0 END AS insurer,
                CASE WHEN state = {Paid} THEN psn_amt - refunded ELSE 0 END AS kept,
                CASE WHEN order_type IN ('2', '02') THEN 1 ELSE 0 END AS is_deposit
              FROM payments
            ) p
            LEFT JOIN ({Sums}) l ON l.owner_id = p.query_id
            WHERE COALESCE(l.insurer, 0) <> p.insurer
              OR COALESCE(l.credit, 0) + COALESCE(l.discount, 0) <> p.kept
              OR (p.discount = 0 AND COALESCE(l.discount, 0) <> 0)
              OR COALESCE(l.deposits, 0) <> -p.kept * p.is_deposit
              OR COALESCE(l.hospital, 0) <> -p.insurer - p.kept * (1 - p.is_deposit)
            ORDER BY p.query_id
            """);
        return [.. off, .. (await DiscountsOffAsync(session)).Except(off)];
    }

    /// <summary>How a refund is shared between card and discount is the Engine's rule, and not one of SQL.</summary>
    private static async Task<IEnumerable<string>> DiscountsOffAsync(DbSession session)
    {
        var rows = await session.QueryAsync<Discounted>($"""
            SELECT p.query_id, p.insured, p.psn_amt, p.discount, p.refunded, COALESCE(CAST(l.discount AS BIGINT), 0) AS booked
            FROM payments p LEFT JOIN ({Sums}) l ON l.owner_id = p.query_id WHERE p.state = {Paid} AND p.discount > 0 ORDER BY p.query_id
            """);
        return rows.Where(row => row.Booked != Left(row)).Select(row => row.QueryId);
    }

    private static long Left(Discounted row) =>
        row.Discount - new CreditShares(new Fen(row.Insured), new Fen(row.PsnAmt - row.Discount), new Fen(row.Discount)).OfRefund(Fen.Zero, new Fen(row.Refunded)).Discount.Value;

    public static Task<IReadOnlyList<string>> RefundsOffAsync(DbSession session) => session.QueryAsync<string>($"""
        SELECT p.query_id FROM payments p LEFT JOIN (
          SELECT payment_id,
            SUM(CASE WHEN state = {(long)CreditRefundState.Refunded} THEN amount ELSE 0 END) AS refunded,
            SUM(CASE WHEN state <> {(long)CreditRefundState.RefundFailed} THEN amount ELSE 0 END) AS held
          FROM refunds GROUP BY payment_id
        ) r ON r.payment_id = p.query_id
        WHERE p.refunded <> COALESCE(r.refunded, 0) OR p.held <> COALESCE(r.held, 0) OR p.held + p.consumed > p.psn_amt OR (p.state <> {Paid} AND p.held > 0)
        ORDER BY p.query_id
        """);

    /// <summary>
    /// What is paid, settled, given back or agreed has its leg done over that amount; a leg that is done has somebody who says so; what failed has no leg
    /// done, and a claim that stood was taken back, or somebody was asked to.
    /// </summary>
    public static Task<IReadOnlyList<string>> LegsOffAsync(DbSession session) => session.QueryAsync<string>($"""
        SELECT p.query_id FROM payments p LEFT JOIN legs l ON l.leg_id = p.pay_leg
        WHERE p.state = {Paid} AND p.psn_amt > 0 AND (l.state IS NULL OR l.state <> 1 OR l.kind <> 'credit.pay' OR l.owner_id <> p.query_id OR l.amount <> p.psn_amt)
        UNION
        SELECT p.query_id FROM payments p LEFT JOIN legs l ON l.leg_id = p.insurer_leg
        WHERE p.state = {Paid} AND p.insured > 0 AND (l.state IS NULL OR l.state <> 1 OR l.kind <> 'payment.insurer' OR l.owner_id <> p.query_id OR l.amount <> p.insured)
        UNION
        SELECT l.leg_id FROM legs l LEFT JOIN payments p ON p.query_id = l.owner_id
        WHERE l.kind = 'credit.pay' AND l.state = 1 AND (p.query_id IS NULL OR p.state <> {Paid} OR p.pay_leg IS NULL OR p.pay_leg <> l.leg_id)
        UNION
        SELECT p.query_id FROM payments p
        WHERE p.state = {Failed} AND p.claimed > 0 AND NOT EXISTS (SELECT 1 FROM legs l WHERE l.owner_id = p.query_id AND l.kind = 'payment.insurer-back' AND l.state IN (1, 2))
        UNION
        SELECT r.query_id FROM refunds r LEFT JOIN legs l ON l.leg_id = r.leg_id
        WHERE l.state IS NULL OR l.amount <> r.amount OR l.owner_id <> r.query_id OR l.kind NOT IN ('credit.refund', 'discharge.refund')
          OR (r.state = {(long)CreditRefundState.Refunded}) <> (l.state = 1) OR (r.state = {(long)CreditRefundState.RefundFailed}) <> (l.state = 2)
        UNION
        SELECT l.leg_id FROM legs l WHERE l.kind IN ('credit.refund', 'discharge.refund') AND NOT EXISTS (SELECT 1 FROM refunds r WHERE r.leg_id = l.leg_id)
        UNION
        SELECT e.enrolment_id FROM enrolments e LEFT JOIN legs l ON l.leg_id = e.sign_leg
        WHERE (e.signed_at IS NOT NULL) <> (COALESCE(l.state, 0) = 1) OR (l.leg_id IS NOT NULL AND (l.kind <> 'credit.agree' OR l.owner_id <> e.enrolment_id))
        """);

    /// <summary>A cancellation may be asked for again after it was refused; done it is once.</summary>
    public static Task<IReadOnlyList<string>> TwiceAsync(DbSession session) => session.QueryAsync<string>("""
        SELECT owner_id FROM legs
        WHERE state = 1 AND kind IN ('credit.agree', 'credit.pay', 'credit.refund', 'discharge.refund', 'payment.insurer', 'payment.insurer-back', 'discharge.insurer', 'discharge.insurer-back')
        GROUP BY owner_id, kind HAVING COUNT(*) > 1 ORDER BY owner_id
        """);
}
