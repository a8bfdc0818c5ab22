using YbPay.Sandbox.Orders;
using YbPay.Storage;

namespace YbPay.Sandbox.CreditBank;

/// <summary>An order as it stands in the database.</summary>
internal sealed record CreditOrderRow
{
    public string Merchant { get; init; } = "";

    public string Number { get; init; } = "";

    public string Kind { get; init; } = "";

    /// <summary>Empty when the agreement or the payment that it names is not known.</summary>
    public string AccountNo { get; init; } = "";

    public string Holder { get; init; } = "";

    public string AgreementNo { get; init; } = "";

    public string Payment { get; init; } = "";

    public long Amount { get; init; }

    public long Discount { get; init; }

    public long Refunded { get; init; }

    public string Purpose { get; init; } = "";

    public string Status { get; init; } = "";

    public long? DueAt { get; init; }

    public string BankNo { get; init; } = "";

    public string Message { get; init; } = "";

    public string Digest { get; init; } = "";

    public long CreatedAt { get; init; }

    public long DoneAt { get; init; }

    public override string ToString() => $"{Kind} {Number}";

    /// <param name="account">The account that it concerns; null when it is not known.</param>
    public CreditOrderView View(CreditAccountRow? account) => new()
    {
        Number = Number, Kind = Kind, Status = Status, BankNo = BankNo, Message = Message, At = DoneAt,
        AgreementNo = Kind == CreditOrderKind.Agreement && Status == OrderStatus.Done ? AgreementNo : null,
        AccType = account?.AccType, Card = account?.Masked, Label = account?.Label,
        Amount = Kind == CreditOrderKind.Agreement ? null : Amount,
        Discount = Kind == CreditOrderKind.Payment ? Discount : null,
        Coupon = Discount > 0 ? account?.Coupon : null,
    };
}

/// <summary>What can be ordered of the credit bank.</summary>
internal static class CreditOrderKind
{
    public const string Agreement = "AGREEMENT";
    public const string Payment = "PAYMENT";
    public const string Refund = "REFUND";
}

/// <summary>Agreements, payments and refunds, each number once.</summary>
internal static class CreditOrderTable
{
    private const string Columns =
        "merchant, number, kind, account_no, holder, agreement_no, payment, amount, discount, refunded, purpose, status, due_at, bank_no, message, digest, created_at, done_at";

    /// <summary>Writes it down as WAITING. False when the number was used before.</summary>
    public static async Task<bool> InsertAsync(DbSession session, CreditOrderRow order) => await session.ExecuteAsync(
        """
        INSERT INTO credit_order (merchant, number, kind, account_no, holder, agreement_no, payment, amount, purpose, status, due_at, bank_no, message, digest, created_at, done_at)
        VALUES (@Merchant, @Number, @Kind, @AccountNo, @Holder, @AgreementNo, @Payment, @Amount, @Purpose, 'WAITING', @DueAt, @BankNo, '已受理，处理中', @Digest, @CreatedAt, @CreatedAt)
        ON CONFLICT (merchant, number) DO NOTHING
        """,
        order) == 1;

    public static Task<CreditOrderRow?> FindAsync(DbSession session, string merchant, string number) => session.FirstOrDefaultAsync<CreditOrderRow>(
        $"SELECT {Columns} FROM credit_order WHERE merchant = @merchant AND number = @number", new { merchant, number });

    /// <summary>What waits and is due at <paramref name="now"/>, in the order of time.</summary>
    public static Task<IReadOnlyList<CreditOrderRow>> DueAsync(DbSession session, long now) =>
        session.QueryAsync<CreditOrderRow>($"SELECT {Columns} FROM credit_order WHERE due_at <= @now ORDER BY due_at, number", new { now });

    /// <summary>WAITING -> DONE. False when another was faster.</summary>
    public static async Task<bool> DoneAsync(DbSession session, CreditOrderRow order, long at) => await session.ExecuteAsync(
        "UPDATE credit_order SET status = 'DONE', due_at = NULL, message = '交易成功', done_at = @at WHERE merchant = @Merchant AND number = @Number AND status = 'WAITING'",
        new { order.Merchant, order.Number, at }) == 1;

    /// <summary>DONE in this transaction, but it cannot be -> REFUSED.</summary>
    public static Task RefuseAsync(DbSession session, CreditOrderRow order, string message) => session.ExecuteAsync(
        "UPDATE credit_order SET status = 'REFUSED', message = @message WHERE merchant = @Merchant AND number = @Number", new { order.Merchant, order.Number, message });

    public static Task DiscountAsync(DbSession session, CreditOrderRow order, long discount) => session.ExecuteAsync(
        "UPDATE credit_order SET discount = @discount WHERE merchant = @Merchant AND number = @Number", new { order.Merchant, order.Number, discount });

    /// <summary>Adds to what was refunded of a payment. False when it is not done or too little is left.</summary>
    public static async Task<bool> TakeBackAsync(DbSession session, string merchant, string payment, long amount) => await session.ExecuteAsync(
        """
        UPDATE credit_order SET refunded = refunded + @amount
        WHERE merchant = @merchant AND number = @payment AND kind = 'PAYMENT' AND status = 'DONE' AND refunded + @amount <= amount
        """,
        new { merchant, payment, amount }) == 1;

    public static Task<IReadOnlyList<CreditStatementRow>> StatementAsync(DbSession session, string merchant, long from, long to) => session.QueryAsync<CreditStatementRow>(
        """
        SELECT o.kind, o.number, CASE WHEN o.kind = 'REFUND' THEN o.payment ELSE o.number END AS payment, o.bank_no, a.acc_type,
          CASE WHEN o.kind = 'REFUND' THEN -o.amount ELSE o.amount END AS amount, o.discount, o.done_at AS at
        FROM credit_order o JOIN credit_account a ON a.account_no = o.account_no
        WHERE o.merchant = @merchant AND o.kind <> 'AGREEMENT' AND o.status = 'DONE' AND o.done_at >= @from AND o.done_at < @to ORDER BY o.done_at, o.number
        """,
        new { merchant, from, to });

    public static Task AgreeAsync(DbSession session, CreditOrderRow order, long at) => session.ExecuteAsync(
        "INSERT INTO credit_agreement (merchant, agreement_no, account_no, created_at) VALUES (@Merchant, @AgreementNo, @AccountNo, @at)",
        new { order.Merchant, order.AgreementNo, order.AccountNo, at });

    /// <summary>The account under an agreement; null when there is no such agreement.</summary>
    public static Task<string?> AccountUnderAsync(DbSession session, string merchant, string agreementNo) => session.FirstOrDefaultAsync<string>(
        "SELECT account_no FROM credit_agreement WHERE merchant = @merchant AND agreement_no = @agreementNo", new { merchant, agreementNo });
}
