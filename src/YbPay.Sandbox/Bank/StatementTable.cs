using YbPay.Storage;

namespace YbPay.Sandbox.Bank;

/// <summary>Reads a merchant's money movements of a span of time, oldest first.</summary>
internal static class StatementTable
{
    public static Task<IReadOnlyList<StatementRow>> ReadAsync(DbSession session, string merchant, long from, long until) =>
        session.QueryAsync<StatementRow>(
            """
            SELECT 'PAYMENT' AS Kind, out_trade_no AS OutNo, out_trade_no AS OutTradeNo, trade_no AS BankNo, pay_ord_id AS PayOrdId, amount AS Amount, paid_at AS At
            FROM bank_payment WHERE merchant = @merchant AND paid_at >= @from AND paid_at < @until
            UNION ALL
            SELECT 'REFUND', r.out_refund_no, r.out_trade_no, r.refund_no, p.pay_ord_id, -r.amount, r.created_at
            FROM bank_refund r JOIN bank_payment p ON p.merchant = r.merchant AND p.out_trade_no = r.out_trade_no
            WHERE r.merchant = @merchant AND r.status = 'DONE' AND r.created_at >= @from AND r.created_at < @until
            ORDER BY At, OutNo
            """, new { merchant, from, until });
}
