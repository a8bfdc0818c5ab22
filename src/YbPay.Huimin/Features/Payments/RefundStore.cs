using YbPay.Engine.Credit;
using YbPay.Storage;

namespace YbPay.Huimin.Features.Payments;

/// <summary>The refunds table.</summary>
internal static class RefundStore
{
    private const string Columns = "query_id, leg_id, hospital_id, order_id, digest, payment_id, discharge_id, round, state, version, amount, trade_no, msg, created_at, done_at";

    public static Task<RefundRow?> FindAsync(DbSession session, string queryId) =>
        session.FirstOrDefaultAsync<RefundRow>($"SELECT {Columns} FROM refunds WHERE query_id = @queryId", new { queryId });

    public static Task<IReadOnlyList<RefundRow>> OfDischargeAsync(DbSession session, string dischargeId) =>
        session.QueryAsync<RefundRow>($"SELECT {Columns} FROM refunds WHERE discharge_id = @dischargeId ORDER BY created_at, query_id", new { dischargeId });

    public static Task InsertAsync(DbSession session, RefundRow refund) => session.LaterAsync($"""
        INSERT INTO refunds ({Columns}, updated_at)
        VALUES (@QueryId, @LegId, @HospitalId, @OrderId, @Digest, @PaymentId, @DischargeId, @Round, @State, @Version, @Amount, @TradeNo, @Msg, @CreatedAt, @DoneAt, @CreatedAt)
        """, refund);

    /// <summary>The bank has decided. Another's word in between undoes the transaction.</summary>
    public static async Task EndAsync(DbSession session, RefundRow refund, CreditRefundEvent on, string? tradeNo, string msg, long now)
    {
        var to = CreditRefundMachine.Next(refund.Stands, on) ?? throw new InvalidOperationException($"Refund {refund} does not take {on}.");
        var changed = await session.ExecuteAsync("""
            UPDATE refunds SET state = @to, version = version + 1, trade_no = @tradeNo, msg = @msg, updated_at = @now, done_at = @now
            WHERE query_id = @QueryId AND state = @State AND version = @Version
            """, new { to = (long)to, tradeNo, msg, now, refund.QueryId, refund.State, refund.Version });
        if (changed != 1) throw new InvalidOperationException($"Refund {refund} was changed while it was held.");
    }
}
