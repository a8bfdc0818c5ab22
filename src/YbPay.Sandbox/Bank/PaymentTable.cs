using YbPay.Storage;

namespace YbPay.Sandbox.Bank;

/// <summary>A payment as it stands in the database, its time limit taken into account.</summary>
internal sealed class PaymentRow
{
    public string Merchant { get; init; } = "";

    public string OutTradeNo { get; init; } = "";

    public string TradeNo { get; init; } = "";

    public string PayOrdId { get; init; } = "";

    public long Amount { get; init; }

    public string Subject { get; init; } = "";

    public string Status { get; init; } = "";

    public long ExpireAt { get; init; }

    public string? NotifyUrl { get; init; }

    public string? ReturnUrl { get; init; }

    public string Digest { get; init; } = "";

    public long? PaidAt { get; init; }

    public long Refunded { get; init; }

    public PaymentView View() => new()
    {
        OutTradeNo = OutTradeNo, TradeNo = TradeNo, PayOrdId = PayOrdId, Amount = Amount, Status = Status, PaidAt = PaidAt, Refunded = Refunded,
    };
}

/// <summary>The bank's payments. What is open and past its time reads as CLOSED, and no write treats it as open.</summary>
internal static class PaymentTable
{
    private const string Columns = """
        merchant AS Merchant, out_trade_no AS OutTradeNo, trade_no AS TradeNo, pay_ord_id AS PayOrdId, amount AS Amount, subject AS Subject,
        CASE WHEN status IN ('WAIT', 'DECLINED') AND expire_at <= @now THEN 'CLOSED' ELSE status END AS Status,
        expire_at AS ExpireAt, notify_url AS NotifyUrl, return_url AS ReturnUrl, digest AS Digest, paid_at AS PaidAt, refunded AS Refunded
        """;

    /// <summary>False when the number was used before.</summary>
    public static async Task<bool> InsertAsync(DbSession session, string merchant, CreatePayment wanted, string tradeNo, string digest, long now) =>
        await session.ExecuteAsync(
            """
            INSERT INTO bank_payment (merchant, out_trade_no, trade_no, pay_ord_id, amount, subject, status, expire_at, notify_url, return_url, digest, created_at)
            VALUES (@merchant, @OutTradeNo, @tradeNo, @PayOrdId, @Amount, @Subject, 'WAIT', @ExpireAt, @NotifyUrl, @ReturnUrl, @digest, @now)
            ON CONFLICT (merchant, out_trade_no) DO NOTHING
            """,
            new { merchant, wanted.OutTradeNo, tradeNo, wanted.PayOrdId, wanted.Amount, wanted.Subject, wanted.ExpireAt, wanted.NotifyUrl, wanted.ReturnUrl, digest, now }) == 1;

    public static Task<PaymentRow?> FindAsync(DbSession session, string merchant, string outTradeNo, long now) =>
        session.FirstOrDefaultAsync<PaymentRow>($"SELECT {Columns} FROM bank_payment WHERE merchant = @merchant AND out_trade_no = @outTradeNo", new { merchant, outTradeNo, now });

    public static Task<PaymentRow?> FindByTradeNoAsync(DbSession session, string tradeNo, long now) =>
        session.FirstOrDefaultAsync<PaymentRow>($"SELECT {Columns} FROM bank_payment WHERE trade_no = @tradeNo", new { tradeNo, now });

    /// <summary>The newest payment of an order that the patient can still pay.</summary>
    public static Task<PaymentRow?> FindOpenAsync(DbSession session, string payOrdId, long now) =>
        session.FirstOrDefaultAsync<PaymentRow>(
            $"""
            SELECT {Columns} FROM bank_payment
            WHERE pay_ord_id = @payOrdId AND status IN ('WAIT', 'DECLINED') AND expire_at > @now
            ORDER BY created_at DESC, trade_no DESC LIMIT 1
            """, new { payOrdId, now });

    /// <summary>Open -> PAID. False when it is no longer open.</summary>
    public static async Task<bool> PayAsync(DbSession session, string tradeNo, long now) =>
        await session.ExecuteAsync(
            "UPDATE bank_payment SET status = 'PAID', paid_at = @now WHERE trade_no = @tradeNo AND status IN ('WAIT', 'DECLINED') AND expire_at > @now",
            new { tradeNo, now }) == 1;

    /// <summary>Open -> DECLINED. False when it is no longer open.</summary>
    public static async Task<bool> DeclineAsync(DbSession session, string tradeNo, long now) =>
        await session.ExecuteAsync(
            "UPDATE bank_payment SET status = 'DECLINED' WHERE trade_no = @tradeNo AND status IN ('WAIT', 'DECLINED') AND expire_at > @now",
            new { tradeNo, now }) == 1;

    /// <summary>Open -> CLOSED, whether or not its time is over. False when it is paid or closed.</summary>
    public static async Task<bool> CloseAsync(DbSession session, string merchant, string outTradeNo) =>
        await session.ExecuteAsync(
            "UPDATE bank_payment SET status = 'CLOSED' WHERE merchant = @merchant AND out_trade_no = @outTradeNo AND status IN ('WAIT', 'DECLINED')",
            new { merchant, outTradeNo }) == 1;

    /// <summary>Adds to what was given back. False when the payment is not paid or too little is left.</summary>
    public static async Task<bool> GiveBackAsync(DbSession session, string merchant, string outTradeNo, long amount) =>
        await session.ExecuteAsync(
            """
            UPDATE bank_payment SET refunded = refunded + @amount
            WHERE merchant = @merchant AND out_trade_no = @outTradeNo AND status = 'PAID' AND refunded + @amount <= amount
            """, new { merchant, outTradeNo, amount }) == 1;
}
