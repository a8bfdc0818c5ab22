using YbPay.Center.Running;
using YbPay.Storage;
using YbPay.Storage.Audit;
using YbPay.Storage.Ledger;

namespace YbPay.Center.Features.Books;

/// <summary>
/// <c>ybpay books check</c>: entries balance, orders agree with entries, orders and refunds agree with legs, nothing was settled
/// or paid twice, the audit chain is whole, and the other sides agree. Read only.
/// </summary>
internal sealed class BooksCheck(CenterBooks books, OtherSides others)
{
    public async Task<BooksReport> RunAsync(bool askOthers)
    {
        var claims = new List<BooksClaim>
        {
            await ClaimAsync("entries balance", "SELECT COUNT(*) FROM ledger_entries", LedgerStore.UnbalancedAsync),
            await ClaimAsync("orders agree with entries", "SELECT COUNT(*) FROM orders", session => OrdersOffAsync(session)),
            await ClaimAsync("orders agree with legs", "SELECT COUNT(*) FROM legs", LegsOffAsync),
            await ClaimAsync("nothing was settled or paid twice", "SELECT COUNT(*) FROM legs WHERE state = 1", TwiceAsync),
            await ClaimAsync("channels took what they were asked for", "SELECT COUNT(*) FROM legs WHERE kind IN ('bank.pay', 'hospital.pay')", AmissAsync),
            await ClaimAsync("cash that should go back is back or on its way", "SELECT COUNT(*) FROM legs WHERE kind IN ('bank.return', 'hospital.return', 'bank.surplus', 'hospital.surplus')", KeptAsync),
            await ClaimAsync("refunds stay within what was paid", "SELECT COUNT(*) FROM refunds", RefundsOffAsync),
            await ClaimAsync("the audit chain is whole", "SELECT COUNT(*) FROM audit", async session => await AuditStore.VerifyAsync(session) is { } broken ? [broken] : []),
        };
        claims.AddRange(askOthers ? await others.CheckAsync() : [new BooksClaim("the other sides agree", 0, [], "the other systems were not asked")]);
        return new BooksReport(claims);
    }

    /// <summary>A claim compares tables, and the centre goes on working meanwhile: all of it sees one moment.</summary>
    private Task<BooksClaim> ClaimAsync(string name, string count, Func<DbSession, Task<IReadOnlyList<string>>> breaches) => books.Database.ReadSnapshotAsync(
        session => BooksClaim.ExamineAsync(session, name, count, breaches));

    /// <summary>
    /// What each account must hold by the order's own columns, against the sum of its entries. Insurance stands from settlement
    /// until it is cancelled (1300) or refunded, and with it what accounts paid down; cash is what came less what went back; a patient owes only while 400 or 430.
    /// </summary>
    private static Task<IReadOnlyList<string>> OrdersOffAsync(DbSession session) => session.QueryAsync<string>("""
        SELECT o.pay_ord_id FROM (
          SELECT pay_ord_id,
            CASE WHEN fund IS NULL OR state = 1300 OR refunded_insurance = 1 THEN 0 ELSE 1 END AS stands,
            CASE WHEN fund IS NULL OR state IN (1300, 700) THEN 0 ELSE deposit_used END AS deposit,
            CASE WHEN state IN (400, 430) OR cash_reported IS NOT NULL THEN cash_due ELSE 0 END AS owed,
            cash_paid - refunded_cash AS cash_left, fund, psn_acct, other, paid_down
          FROM (
            SELECT orders.*,
              COALESCE((SELECT MAX(insurance_done) FROM refunds r WHERE r.pay_ord_id = orders.pay_ord_id), 0) AS refunded_insurance,
              COALESCE((SELECT SUM(r.cash) FROM refunds r WHERE r.pay_ord_id = orders.pay_ord_id AND r.cash_done = 1), 0) AS refunded_cash
            FROM orders
          ) a
        ) o
        LEFT JOIN (
          SELECT owner_id,
            SUM(CASE WHEN account = 'fund' THEN amount ELSE 0 END) AS fund,
            SUM(CASE WHEN account = 'personal-account' THEN amount ELSE 0 END) AS psn_acct,
            SUM(CASE WHEN account = 'other' THEN amount ELSE 0 END) AS other,
            SUM(CASE WHEN account = 'paid-down' THEN amount ELSE 0 END) AS paid_down,
            SUM(CASE WHEN account = 'deposit' THEN amount ELSE 0 END) AS deposit,
            SUM(CASE WHEN account = 'patient' THEN amount ELSE 0 END) AS patient,
            SUM(CASE WHEN account IN ('cash-channel', 'cash-at-hospital') THEN amount ELSE 0 END) AS cash
          FROM ledger_postings GROUP BY owner_id
        ) l ON l.owner_id = o.pay_ord_id
        WHERE COALESCE(l.fund, 0) <> o.stands * COALESCE(o.fund, 0)
          OR COALESCE(l.psn_acct, 0) <> o.stands * COALESCE(o.psn_acct, 0)
          OR COALESCE(l.other, 0) <> o.stands * COALESCE(o.other, 0)
          OR COALESCE(l.paid_down, 0) <> o.stands * o.paid_down
          OR COALESCE(l.deposit, 0) <> o.deposit
          OR COALESCE(l.patient, 0) + COALESCE(l.cash, 0) <> o.owed + o.cash_left
          OR COALESCE(l.cash, 0) < o.cash_left
        ORDER BY o.pay_ord_id
        """);

    /// <summary>
    /// A settled order has its settlement leg done and no other has, a paid one its cash leg over what was kept and what was too much; cash that goes back (RET and the payment's
    /// number) had come, and so had a surplus.
    /// </summary>
    private static Task<IReadOnlyList<string>> LegsOffAsync(DbSession session) => session.QueryAsync<string>("""
        SELECT o.pay_ord_id FROM orders o LEFT JOIN legs l ON l.leg_id = o.settle_leg
        WHERE o.fund IS NOT NULL AND (l.state IS NULL OR l.state <> 1) OR o.fund IS NULL AND l.state = 1
        UNION
        SELECT o.pay_ord_id FROM orders o LEFT JOIN legs l ON l.leg_id = o.cash_leg
        WHERE o.cash_paid + o.cash_surplus > 0 AND (l.state IS NULL OR l.state <> 1 OR l.amount <> o.cash_paid + o.cash_surplus)
        UNION
        SELECT o.pay_ord_id FROM orders o LEFT JOIN legs l ON l.leg_id = o.cash_leg WHERE o.state = 400 AND (l.amount IS NULL OR l.amount <> o.cash_due)
        UNION
        SELECT o.pay_ord_id FROM orders o LEFT JOIN (
          SELECT owner_id, SUM(amount) AS amount FROM legs WHERE kind IN ('bank.surplus', 'hospital.surplus') GROUP BY owner_id
        ) s ON s.owner_id = o.pay_ord_id
        WHERE o.cash_surplus <> COALESCE(s.amount, 0)
        UNION
        SELECT o.pay_ord_id FROM orders o WHERE o.state IN (420, 500, 600) AND o.cash_paid <> o.cash_due
        UNION
        SELECT r.pay_ord_id FROM refunds r
        WHERE r.insurance_done = 1 AND NOT EXISTS (SELECT 1 FROM legs l WHERE l.owner_id = r.refd_sn AND l.kind IN ('refund.2208', 'refund.2305') AND l.state = 1)
           OR r.cash_done = 1 AND NOT EXISTS (SELECT 1 FROM legs l WHERE l.owner_id = r.refd_sn AND l.kind IN ('refund.bank', 'refund.hospital') AND l.state = 1)
        UNION
        SELECT b.owner_id FROM legs b LEFT JOIN legs l ON l.leg_id = SUBSTR(b.leg_id, 4)
        WHERE b.kind IN ('bank.return', 'hospital.return') AND (l.state IS NULL OR l.state <> 1 OR l.amount <> b.amount)
        """);

    /// <summary>A payment that came too late and goes back is none.</summary>
    private static Task<IReadOnlyList<string>> TwiceAsync(DbSession session) => session.QueryAsync<string>("""
        SELECT owner_id FROM legs
        WHERE state = 1 AND NOT EXISTS (SELECT 1 FROM legs r WHERE r.leg_id = 'RET' || legs.leg_id) AND kind IN ('2207', '2304', 'bank.pay', 'hospital.pay', 'refund.2208', 'refund.2305', 'refund.bank', 'refund.hospital')
        GROUP BY owner_id, CASE WHEN kind IN ('2207', '2304') THEN 'settle' WHEN kind IN ('refund.2208', 'refund.2305') THEN 'cancel'
          WHEN kind IN ('bank.pay', 'hospital.pay') THEN 'pay' ELSE kind END
        HAVING COUNT(*) > 1
        """);

    private static Task<IReadOnlyList<string>> AmissAsync(DbSession session) => session.QueryAsync<string>(
        "SELECT pay_ord_id || ': ' || cash_due || ' fen asked, ' || cash_reported || ' reported' FROM orders WHERE cash_reported IS NOT NULL ORDER BY pay_ord_id");

    /// <summary>A channel refused to return it; where the order says so itself (1600), a human is called already.</summary>
    private static Task<IReadOnlyList<string>> KeptAsync(DbSession session) => session.QueryAsync<string>("""
        SELECT l.owner_id || ': ' || l.amount || ' fen under ' || l.leg_id FROM legs l JOIN orders o ON o.pay_ord_id = l.owner_id
        WHERE l.kind IN ('bank.return', 'hospital.return', 'bank.surplus', 'hospital.surplus') AND l.state = 2 AND o.state NOT IN (1300, 1600)
        ORDER BY l.owner_id
        """);

    private static Task<IReadOnlyList<string>> RefundsOffAsync(DbSession session) => session.QueryAsync<string>("""
        SELECT o.pay_ord_id FROM orders o
        JOIN (SELECT pay_ord_id, SUM(CASE WHEN cash_done = 1 THEN cash ELSE 0 END) AS cash, SUM(insurance_done) AS times FROM refunds GROUP BY pay_ord_id) r
          ON r.pay_ord_id = o.pay_ord_id
        WHERE r.cash > o.cash_paid OR r.times > 1 OR r.cash > o.cash_refund_held
        """);
}
