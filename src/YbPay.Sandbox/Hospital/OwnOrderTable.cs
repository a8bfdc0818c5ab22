using YbPay.Storage;

namespace YbPay.Sandbox.Hospital;

/// <summary>A hospital's own order at a third party.</summary>
internal sealed class OwnOrderRow
{
    public string PayOrdId { get; init; } = "";

    /// <summary>The hospital's number for it; stands in the address of its page, so it cannot be guessed.</summary>
    public string OwnNo { get; init; } = "";

    public string ChnlType { get; init; } = "";

    public long Amount { get; init; }

    public string Status { get; init; } = "";

    public long Refunded { get; init; }
}

/// <summary>A refund of such an order, done or refused for good.</summary>
internal sealed class OwnRefundRow
{
    public string RefundNo { get; init; } = "";

    public string PayOrdId { get; init; } = "";

    public long Amount { get; init; }

    public string Status { get; init; } = "";
}

/// <summary>The hospitals' own orders and refunds. WAIT may be paid or closed, whichever comes first; neither is undone.</summary>
internal static class OwnOrderTable
{
    public const string Wait = "WAIT";
    public const string Paid = "PAID";
    public const string Closed = "CLOSED";

    private const string Columns = "pay_ord_id AS PayOrdId, own_no AS OwnNo, chnl_type AS ChnlType, amount AS Amount, status AS Status, refunded AS Refunded";

    /// <summary>Nothing happens when the order is there already.</summary>
    public static Task InsertAsync(DbSession session, string orgCodg, string payOrdId, string outTradeNo, string ownNo, string chnlType, long amount, string status, long now) => session.ExecuteAsync(
        """
        INSERT INTO hospital_own_order (org_codg, pay_ord_id, out_trade_no, own_no, chnl_type, amount, status, created_at)
        VALUES (@orgCodg, @payOrdId, @outTradeNo, @ownNo, @chnlType, @amount, @status, @now) ON CONFLICT (org_codg, pay_ord_id, out_trade_no) DO NOTHING
        """, new { orgCodg, payOrdId, outTradeNo, ownNo, chnlType, amount, status, now });

    public static Task<OwnOrderRow?> FindAsync(DbSession session, string orgCodg, string payOrdId, string outTradeNo) => session.FirstOrDefaultAsync<OwnOrderRow>(
        $"SELECT {Columns} FROM hospital_own_order WHERE org_codg = @orgCodg AND pay_ord_id = @payOrdId AND out_trade_no = @outTradeNo", new { orgCodg, payOrdId, outTradeNo });

    public static Task<OwnOrderRow?> FindByNumberAsync(DbSession session, string orgCodg, string ownNo) => session.FirstOrDefaultAsync<OwnOrderRow>(
        $"SELECT {Columns} FROM hospital_own_order WHERE org_codg = @orgCodg AND own_no = @ownNo", new { orgCodg, ownNo });

    /// <summary>False when it no longer waits.</summary>
    public static async Task<bool> PayAsync(DbSession session, string orgCodg, string ownNo, long now) => await session.ExecuteAsync(
        "UPDATE hospital_own_order SET status = 'PAID', paid_at = @now WHERE org_codg = @orgCodg AND own_no = @ownNo AND status = 'WAIT'",
        new { orgCodg, ownNo, now }) == 1;

    public static Task CloseAsync(DbSession session, string orgCodg, string payOrdId, string outTradeNo) => session.ExecuteAsync(
        "UPDATE hospital_own_order SET status = 'CLOSED' WHERE org_codg = @orgCodg AND pay_ord_id = @payOrdId AND out_trade_no = @outTradeNo AND status = 'WAIT'",
        new { orgCodg, payOrdId, outTradeNo });

    /// <summary>False when it is not paid or too little is left.</summary>
    public static async Task<bool> GiveBackAsync(DbSession session, string orgCodg, string payOrdId, string outTradeNo, long amount) => await session.ExecuteAsync(
        """
        UPDATE hospital_own_order SET refunded = refunded + @amount
        WHERE org_codg = @orgCodg AND pay_ord_id = @payOrdId AND out_trade_no = @outTradeNo AND status = 'PAID' AND refunded + @amount <= amount
        """, new { orgCodg, payOrdId, outTradeNo, amount }) == 1;

    /// <summary>False when the number was used before.</summary>
    public static async Task<bool> InsertRefundAsync(DbSession session, string orgCodg, string outRefundNo, string refundNo, string payOrdId, long amount, long now) =>
        await session.ExecuteAsync(
            """
            INSERT INTO hospital_own_refund (org_codg, out_refund_no, refund_no, pay_ord_id, amount, status, created_at)
            VALUES (@orgCodg, @outRefundNo, @refundNo, @payOrdId, @amount, 'DONE', @now) ON CONFLICT (org_codg, out_refund_no) DO NOTHING
            """, new { orgCodg, outRefundNo, refundNo, payOrdId, amount, now }) == 1;

    public static Task RefuseRefundAsync(DbSession session, string orgCodg, string outRefundNo) => session.ExecuteAsync(
        "UPDATE hospital_own_refund SET status = 'REFUSED' WHERE org_codg = @orgCodg AND out_refund_no = @outRefundNo", new { orgCodg, outRefundNo });

    public static Task<OwnRefundRow?> FindRefundAsync(DbSession session, string orgCodg, string outRefundNo) => session.FirstOrDefaultAsync<OwnRefundRow>(
        """
        SELECT refund_no AS RefundNo, pay_ord_id AS PayOrdId, amount AS Amount, status AS Status
        FROM hospital_own_refund WHERE org_codg = @orgCodg AND out_refund_no = @outRefundNo
        """, new { orgCodg, outRefundNo });
}
