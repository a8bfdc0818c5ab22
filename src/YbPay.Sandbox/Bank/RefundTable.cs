using YbPay.Storage;

namespace YbPay.Sandbox.Bank;

/// <summary>A refund as it stands in the database.</summary>
internal sealed class RefundRow
{
    public string OutRefundNo { get; init; } = "";

    public string RefundNo { get; init; } = "";

    public string OutTradeNo { get; init; } = "";

    public long Amount { get; init; }

    public string Status { get; init; } = "";

    public string Digest { get; init; } = "";

    public RefundView View() => new() { RefundNo = RefundNo, Status = Status, OutRefundNo = OutRefundNo, OutTradeNo = OutTradeNo, Amount = Amount };
}

/// <summary>The bank's refunds, each number once, done or refused for good.</summary>
internal static class RefundTable
{
    /// <summary>False when the number was used before.</summary>
    public static async Task<bool> InsertAsync(DbSession session, string merchant, CreateRefund wanted, string refundNo, string digest, long now) =>
        await session.ExecuteAsync(
            """
            INSERT INTO bank_refund (merchant, out_refund_no, refund_no, out_trade_no, amount, reason, status, digest, created_at)
            VALUES (@merchant, @OutRefundNo, @refundNo, @OutTradeNo, @Amount, @Reason, 'DONE', @digest, @now)
            ON CONFLICT (merchant, out_refund_no) DO NOTHING
            """,
            new { merchant, wanted.OutRefundNo, refundNo, wanted.OutTradeNo, wanted.Amount, wanted.Reason, digest, now }) == 1;

    public static Task RefuseAsync(DbSession session, string merchant, string outRefundNo) =>
        session.ExecuteAsync("UPDATE bank_refund SET status = 'REFUSED' WHERE merchant = @merchant AND out_refund_no = @outRefundNo", new { merchant, outRefundNo });

    public static Task<RefundRow?> FindAsync(DbSession session, string merchant, string outRefundNo) =>
        session.FirstOrDefaultAsync<RefundRow>(
            """
            SELECT out_refund_no AS OutRefundNo, refund_no AS RefundNo, out_trade_no AS OutTradeNo, amount AS Amount, status AS Status, digest AS Digest
            FROM bank_refund WHERE merchant = @merchant AND out_refund_no = @outRefundNo
            """, new { merchant, outRefundNo });
}
