using YbPay.Storage;

namespace YbPay.Sandbox.Insurer;

/// <summary>What can be ordered of the insurer.</summary>
internal static class InsurerOrderKind
{
    public const string Quote = "QUOTE";
    public const string Settlement = "SETTLEMENT";
    public const string Cancellation = "CANCELLATION";
    public const string Case = "CASE";
    public const string Withdrawal = "WITHDRAWAL";
}

/// <summary>An order as it stands in the database.</summary>
internal sealed record InsurerOrderRow
{
    public string Merchant { get; init; } = "";

    public string Number { get; init; } = "";

    public string Kind { get; init; } = "";

    /// <summary>Empty when what it refers to is not known.</summary>
    public string Person { get; init; } = "";

    /// <summary>The quote of a settlement, the settlement of a cancellation, the case of a case or a withdrawal.</summary>
    public string Reference { get; init; } = "";

    public string VisitNo { get; init; } = "";

    public string InsuranceId { get; init; } = "";

    /// <summary>A quote's costs, a settlement's amount, what counts of a case's costs.</summary>
    public long Asked { get; init; }

    public long Amount { get; init; }

    /// <summary>1 for a quote that was settled and a settlement that was cancelled.</summary>
    public long Spent { get; init; }

    public string Status { get; init; } = "";

    public long? DueAt { get; init; }

    public string InsurerNo { get; init; } = "";

    public string Message { get; init; } = "";

    /// <summary>What else is needed to carry it out later: a case's holder and what speaks against it.</summary>
    public string Content { get; init; } = "";

    public string Digest { get; init; } = "";

    public long CreatedAt { get; init; }

    public long DoneAt { get; init; }

    public override string ToString() => $"{Kind} {Number}";
}

/// <summary>Quotes, settlements, cancellations, cases and withdrawals, each number once.</summary>
internal static class InsurerOrderTable
{
    private const string Columns =
        "merchant, number, kind, person, reference, visit_no, insurance_id, asked, amount, spent, status, due_at, insurer_no, message, content, digest, created_at, done_at";

    /// <summary>Writes it down as WAITING. False when the number was used before.</summary>
    public static async Task<bool> InsertAsync(DbSession session, InsurerOrderRow order) => await session.ExecuteAsync(
        """
        INSERT INTO insurer_order (merchant, number, kind, person, reference, visit_no, insurance_id, asked, status, due_at, insurer_no, message, content, digest, created_at, done_at)
        VALUES (@Merchant, @Number, @Kind, @Person, @Reference, @VisitNo, @InsuranceId, @Asked, 'WAITING', @DueAt, @InsurerNo, '已受理，处理中', @Content, @Digest, @CreatedAt, @CreatedAt)
        ON CONFLICT (merchant, number) DO NOTHING
        """,
        order) == 1;

    public static Task<InsurerOrderRow?> FindAsync(DbSession session, string merchant, string number) => session.FirstOrDefaultAsync<InsurerOrderRow>(
        $"SELECT {Columns} FROM insurer_order WHERE merchant = @merchant AND number = @number", new { merchant, number });

    /// <summary>What waits and is due at <paramref name="now"/>, in the order of time.</summary>
    public static Task<IReadOnlyList<InsurerOrderRow>> DueAsync(DbSession session, long now) =>
        session.QueryAsync<InsurerOrderRow>($"SELECT {Columns} FROM insurer_order WHERE due_at <= @now ORDER BY due_at, number", new { now });

    /// <summary>WAITING -> DONE. False when another was faster.</summary>
    public static async Task<bool> DoneAsync(DbSession session, InsurerOrderRow order, long at) => await session.ExecuteAsync(
        "UPDATE insurer_order SET status = 'DONE', due_at = NULL, done_at = @at WHERE merchant = @Merchant AND number = @Number AND status = 'WAITING'",
        new { order.Merchant, order.Number, at }) == 1;

    /// <summary>What became of an order that was DONE in this transaction.</summary>
    public static Task EndAsync(DbSession session, InsurerOrderRow order, InsurerEnd end) => session.ExecuteAsync(
        "UPDATE insurer_order SET status = @Status, insurance_id = @InsuranceId, amount = @Amount, message = @Message WHERE merchant = @Merchant AND number = @Number",
        new { end.Status, end.InsuranceId, end.Amount, end.Message, order.Merchant, order.Number });

    /// <summary>A quote is settled once, a settlement cancelled once. False when it was.</summary>
    public static async Task<bool> SpendAsync(DbSession session, InsurerOrderRow order) => await session.ExecuteAsync(
        "UPDATE insurer_order SET spent = 1 WHERE merchant = @Merchant AND number = @Number AND status = 'DONE' AND spent = 0", new { order.Merchant, order.Number }) == 1;

    /// <summary>Undoes <see cref="SpendAsync"/> in the same transaction.</summary>
    public static Task KeepAsync(DbSession session, InsurerOrderRow order) => session.ExecuteAsync(
        "UPDATE insurer_order SET spent = 0 WHERE merchant = @Merchant AND number = @Number", new { order.Merchant, order.Number });
}

/// <summary>How an order ends.</summary>
internal sealed record InsurerEnd(string Status, string InsuranceId, long Amount, string Message)
{
    public static InsurerEnd Done(string insuranceId, long amount, string message) => new(Orders.OrderStatus.Done, insuranceId, amount, message);

    public static InsurerEnd Refused(string message) => new(Orders.OrderStatus.Refused, "", 0, message);
}
