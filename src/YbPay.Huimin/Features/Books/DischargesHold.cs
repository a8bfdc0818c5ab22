using YbPay.Engine.Discharge;
using YbPay.Storage;

namespace YbPay.Huimin.Features.Books;

/// <summary>Discharges against entries, deposits, refunds and legs. Each statement gives the numbers of what does not agree.</summary>
internal static class DischargesHold
{
    /// <summary>All is done and the printed equation holds; by hand it does not: what people paid out is in no book.</summary>
    private static readonly string Settled = In(DischargeState.Settled, DischargeState.Cancelling, DischargeState.CancelFailed);

    private static readonly string Used = In(DischargeState.Settled, DischargeState.SettledByHand, DischargeState.Cancelling, DischargeState.CancelFailed);

    private static readonly string Free = In(DischargeState.Failed, DischargeState.Cancelled);

    /// <summary>What a done discharge took of its deposits is the hospital's, and no deposit any more; what the insurer settled stands until it is taken back.</summary>
    public static Task<IReadOnlyList<string>> EntriesOffAsync(DbSession session) => session.QueryAsync<string>($"""
        SELECT d.query_id FROM (
          SELECT discharges.query_id, discharges.insured, CASE WHEN discharges.state IN ({Used}) THEN COALESCE(dd.used, 0) ELSE 0 END AS used
          FROM discharges LEFT JOIN (SELECT discharge_id, SUM(held - refund) AS used FROM discharge_deposits GROUP BY discharge_id) dd ON dd.discharge_id = discharges.query_id
        ) d
        LEFT JOIN ({PaymentsHold.Sums}) l ON l.owner_id = d.query_id
        WHERE COALESCE(l.insurer, 0) <> d.insured OR COALESCE(l.deposits, 0) <> d.used OR COALESCE(l.hospital, 0) <> -d.insured - d.used
          OR COALESCE(l.credit, 0) <> 0 OR COALESCE(l.discount, 0) <> 0
        ORDER BY d.query_id
        """);

    /// <summary>
    /// What went back of each deposit is what its refunds say; a deposit is used up by a done discharge, held by one under way and free of one without effect; what
    /// the insurer settled has its leg done; others, insurer and deposits together come to the cost of the stay.
    /// </summary>
    public static Task<IReadOnlyList<string>> DepositsOffAsync(DbSession session) => session.QueryAsync<string>($"""
        SELECT dd.discharge_id || ' ' || dd.payment_id FROM discharge_deposits dd LEFT JOIN (
          SELECT discharge_id, payment_id, SUM(amount) AS refunded FROM refunds WHERE discharge_id IS NOT NULL AND state = 12 GROUP BY discharge_id, payment_id
        ) r ON r.discharge_id = dd.discharge_id AND r.payment_id = dd.payment_id
        WHERE dd.refund <> COALESCE(r.refunded, 0)
        UNION
        SELECT r.query_id FROM refunds r
        WHERE r.discharge_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM discharge_deposits dd WHERE dd.discharge_id = r.discharge_id AND dd.payment_id = r.payment_id)
        UNION
        SELECT p.query_id FROM payments p LEFT JOIN discharge_deposits dd ON dd.discharge_id = p.discharge_id AND dd.payment_id = p.query_id LEFT JOIN discharges d ON d.query_id = p.discharge_id
        WHERE (p.discharge_id IS NULL AND p.consumed <> 0)
          OR (p.discharge_id IS NOT NULL AND (dd.payment_id IS NULL OR d.query_id IS NULL OR d.state IN ({Free}) OR p.consumed <> CASE WHEN d.state IN ({Used}) THEN dd.held - dd.refund ELSE 0 END))
        UNION
        SELECT dd.discharge_id || ' ' || dd.payment_id FROM discharge_deposits dd JOIN discharges d ON d.query_id = dd.discharge_id JOIN payments p ON p.query_id = dd.payment_id
        WHERE d.state NOT IN ({Free}) AND (p.discharge_id IS NULL OR p.discharge_id <> d.query_id)
        UNION
        SELECT d.query_id FROM discharges d LEFT JOIN legs l ON l.leg_id = d.insurer_leg
        WHERE d.insured > 0 AND (l.state IS NULL OR l.state <> 1 OR l.kind <> 'discharge.insurer' OR l.owner_id <> d.query_id)
        UNION
        SELECT d.query_id FROM discharges d JOIN (SELECT discharge_id, SUM(held - refund) AS used FROM discharge_deposits GROUP BY discharge_id) dd ON dd.discharge_id = d.query_id
        WHERE d.state IN ({Settled}) AND d.non_credit + d.insured + dd.used <> d.settle_amt
        """);

    private static string In(params DischargeState[] states) => string.Join(", ", states.Select(state => ((long)state).ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
