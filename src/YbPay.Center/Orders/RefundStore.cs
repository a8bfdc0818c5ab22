using YbPay.Storage;

namespace YbPay.Center.Orders;

/// <summary>The refunds table, and the order's columns that keep refunds within what was paid.</summary>
internal static class RefundStore
{
    public static Task<RefundRow?> FindAsync(DbSession session, string refdSn) =>
        session.FirstOrDefaultAsync<RefundRow>("SELECT * FROM refunds WHERE refd_sn = @refdSn", new { refdSn });

    public static Task<RefundRow?> FindByPartnerAsync(DbSession session, string appId, string appRefdSn) =>
        session.FirstOrDefaultAsync<RefundRow>("SELECT * FROM refunds WHERE app_id = @appId AND app_refd_sn = @appRefdSn", new { appId, appRefdSn });

    /// <summary>
    /// Writes the refund and holds its amounts on the order: one refund at a time, insurance once, cash never above what
    /// was paid. False when any of these, or a rival with the same number, forbids it; then nothing was changed.
    /// </summary>
    public static async Task<bool> OpenAsync(DbSession session, RefundRow refund, OrderRow order, bool useReversalToken)
    {
        var held = await session.ExecuteAsync(
            """
            UPDATE orders SET refund_open = @refdSn, version = version + 1, updated_at = @now, revs_used = revs_used + @reversal,
              cash_refund_held = cash_refund_held + @cash, insurance_refund_held = insurance_refund_held + @insurance
            WHERE pay_ord_id = @payOrdId AND version = @version AND state = @state AND refund_open IS NULL
              AND cash_refund_held + @cash <= cash_paid AND insurance_refund_held + @insurance <= 1
            """,
            new
            {
                refdSn = refund.RefdSn, now = refund.CreatedAt, reversal = useReversalToken ? 1 : 0, cash = refund.Cash, payOrdId = order.PayOrdId,
                insurance = refund.Kind == Engine.Refunds.RefundKind.Cash ? 0 : 1, version = order.Version, state = (long)order.State,
            });
        if (held == 0) return false;
        return await session.ExecuteAsync(
            """
            INSERT INTO refunds (refd_sn, org_codg, app_id, pay_ord_id, app_refd_sn, digest, kind, insurance, cash, deposit, status, created_at, updated_at)
            VALUES (@RefdSn, @OrgCodg, @AppId, @PayOrdId, @AppRefdSn, @Digest, @Kind, @Insurance, @Cash, @Deposit, 0, @CreatedAt, @CreatedAt)
            """,
            new
            {
                refund.RefdSn, refund.OrgCodg, refund.AppId, refund.PayOrdId, refund.AppRefdSn, refund.Digest, Kind = (long)refund.Kind,
                refund.Insurance, refund.Cash, refund.Deposit, refund.CreatedAt,
            }) == 1;
    }

    public static Task InsuranceDoneAsync(DbSession session, string refdSn, string hiSn, long now) => session.ExecuteAsync(
        "UPDATE refunds SET insurance_done = 1, hi_sn = @hiSn, hi_at = @now, updated_at = @now WHERE refd_sn = @refdSn AND insurance_done = 0",
        new { refdSn, hiSn, now });

    /// <summary>Ends a refund that is still pending. False when it had ended already.</summary>
    public static async Task<bool> CloseAsync(DbSession session, string refdSn, RefundStatus status, bool cashDone, string? note, long now) =>
        await session.ExecuteAsync(
            "UPDATE refunds SET status = @status, cash_done = @cashDone, note = @note, updated_at = @now WHERE refd_sn = @refdSn AND status = 0",
            new { refdSn, status = (long)status, cashDone = cashDone ? 1 : 0, note, now }) == 1;

    /// <summary>Lets go of what a failed (part of a) refund held, so that it can be asked for again.</summary>
    public static Task ReleaseAsync(DbSession session, string payOrdId, string refdSn, long cash, int insurance, long now) => session.ExecuteAsync(
        """
        UPDATE orders SET refund_open = NULL, version = version + 1, updated_at = @now,
          cash_refund_held = cash_refund_held - @cash, insurance_refund_held = insurance_refund_held - @insurance
        WHERE pay_ord_id = @payOrdId AND refund_open = @refdSn
        """,
        new { payOrdId, refdSn, cash, insurance, now });
}
