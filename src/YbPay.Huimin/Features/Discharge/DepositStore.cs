using YbPay.Engine.Credit;
using YbPay.Engine.Discharge;
using YbPay.Storage;

namespace YbPay.Huimin.Features.Discharge;

/// <summary>What a discharge needs to know of a payment. Amounts in fen.</summary>
internal record DepositRow
{
    public required string QueryId { get; init; }

    public required string HospitalId { get; init; }

    public required string OrderId { get; init; }

    public required string PersonKey { get; init; }

    public required string OrderType { get; init; }

    /// <summary>The visit that the payment itself named, in its extParams; null where it named none: a visit that was only guessed proves nothing.</summary>
    public string? VisitNo { get; init; }

    public required long State { get; init; }

    public required long Amt { get; init; }

    public required long PsnAmt { get; init; }

    /// <summary>Gone back, or on its way.</summary>
    public required long Held { get; init; }

    public required long Refunded { get; init; }

    public string? AccType { get; init; }

    public string? DischargeId { get; init; }

    public required long CreatedAt { get; init; }

    public long? PaidAt { get; init; }

    public DateTimeOffset Paid => DateTimeOffset.FromUnixTimeMilliseconds(PaidAt ?? 0);
}

/// <summary>A deposit of a discharge, with what it held when that began.</summary>
internal sealed record HeldDeposit : DepositRow
{
    /// <summary>Worth when the discharge began.</summary>
    public required long Worth { get; init; }

    public Deposit AtFirst => new(QueryId, Paid, new(PsnAmt), new(PsnAmt - Worth));
}

/// <summary>The payments that are deposits, as discharges see and change them.</summary>
internal static class DepositStore
{
    private const string Columns = """
        p.query_id, p.hospital_id, p.order_id, p.person_key, p.order_type, CASE WHEN p.claim_setl IS NOT NULL THEN p.visit_no END AS visit_no, p.state, p.amt, p.psn_amt,
        p.held, p.refunded, p.acc_type, p.discharge_id, p.created_at, p.paid_at
        """;

    /// <summary>Of this hospital only; those that do not exist are not in the answer.</summary>
    public static Task<IReadOnlyList<DepositRow>> FindAsync(DbSession session, string hospitalId, IReadOnlyList<string> numbers) => session.QueryAsync<DepositRow>(
        $"SELECT {Columns} FROM payments p WHERE p.hospital_id = @hospitalId AND p.query_id IN @numbers", new { hospitalId, numbers });

    /// <summary>The same, locked until the commit, in the order of their numbers so that two discharges never wait for each other.</summary>
    public static Task<IReadOnlyList<DepositRow>> LockAsync(DbSession session, string hospitalId, IReadOnlyList<string> numbers) => session.QueryAsync<DepositRow>(
        $"SELECT {Columns} FROM payments p WHERE p.hospital_id = @hospitalId AND p.query_id IN @numbers ORDER BY p.query_id{session.Dialect.ForUpdate()}", new { hospitalId, numbers });

    /// <summary>Those of a discharge in the order in which they were named.</summary>
    public static Task<IReadOnlyList<HeldDeposit>> OfDischargeAsync(DbSession session, string dischargeId) => session.QueryAsync<HeldDeposit>(
        $"""
        SELECT {Columns}, d.held AS worth FROM discharge_deposits d JOIN payments p ON p.query_id = d.payment_id WHERE d.discharge_id = @dischargeId ORDER BY d.place
        """, new { dischargeId });

    /// <summary>Locks a discharge's deposits until the commit, in the order of their numbers.</summary>
    public static Task<IReadOnlyList<string>> LockOfDischargeAsync(DbSession session, string dischargeId) => session.QueryAsync<string>(
        $"SELECT query_id FROM payments WHERE discharge_id = @dischargeId ORDER BY query_id{session.Dialect.ForUpdate()}", new { dischargeId });

    /// <summary>As the rules want to see them, in the order named; what is not there is another's.</summary>
    public static IReadOnlyList<NamedDeposit> Named(IReadOnlyList<string> numbers, IReadOnlyList<DepositRow> found, string visitNo, string personKey) =>
    [
        .. numbers.Select(number => found.FirstOrDefault(row => row.QueryId == number) is { } row
            ? new NamedDeposit(
                new(row.QueryId, row.Paid, new(row.PsnAmt), new(row.Refunded)), row.PersonKey == personKey && (row.VisitNo is null || row.VisitNo == visitNo),
                DepositRules.IsDeposit(row.OrderType), (CreditPaymentState)row.State, row.Held != row.Refunded, row.DischargeId is null ? DepositHold.Free : DepositHold.Held)
            : new NamedDeposit(new(number, default, default, default), false, false, CreditPaymentState.Failed, false, DepositHold.Free)),
    ];

    /// <summary>The deposit is this discharge's from now on. Fails when it is not free: whoever locked it knows better.</summary>
    public static async Task TakeAsync(DbSession session, string dischargeId, Deposit deposit, int place, long now)
    {
        await session.LaterAsync(
            """
            UPDATE payments SET discharge_id = @dischargeId, version = version + 1, updated_at = @now
            WHERE query_id = @queryId AND discharge_id IS NULL AND state = @paid AND held = refunded AND consumed = 0
            """,
            new { dischargeId, now, queryId = deposit.QueryId, paid = (long)CreditPaymentState.Paid },
            new Guard(1, () => new InvalidOperationException($"Deposit {deposit.QueryId} is not free.")));
        await session.LaterAsync(
            "INSERT INTO discharge_deposits (discharge_id, payment_id, place, held) VALUES (@dischargeId, @queryId, @place, @worth)",
            new { dischargeId, queryId = deposit.QueryId, place, worth = deposit.Left.Value });
    }

    /// <summary>So much of a deposit has gone back by its discharge.</summary>
    public static Task ReturnedAsync(DbSession session, string dischargeId, string queryId, long amount) => session.LaterAsync(
        "UPDATE discharge_deposits SET refund = refund + @amount WHERE discharge_id = @dischargeId AND payment_id = @queryId", new { dischargeId, queryId, amount });

    /// <summary>The stay has used them up: what is left of each is the hospital's.</summary>
    public static Task UseUpAsync(DbSession session, string dischargeId, int deposits, long now) => session.LaterAsync(
        "UPDATE payments SET consumed = psn_amt - refunded, version = version + 1, updated_at = @now WHERE discharge_id = @dischargeId AND held = refunded",
        new { dischargeId, now }, new Guard(deposits, () => new InvalidOperationException($"Discharge {dischargeId} does not use up its {deposits} deposits: a refund is open.")));

    /// <summary>The discharge has ended without effect or was cancelled.</summary>
    public static Task FreeAsync(DbSession session, string dischargeId, long now) => session.LaterAsync(
        "UPDATE payments SET consumed = 0, discharge_id = NULL, version = version + 1, updated_at = @now WHERE discharge_id = @dischargeId", new { dischargeId, now });
}
