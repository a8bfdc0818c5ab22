using YbPay.Engine.Discharge;
using YbPay.Storage;

namespace YbPay.Huimin.Features.Discharge;

/// <summary>A cancellation of a discharge (HOS00015). Its state is one of Cancelling, Cancelled, CancelFailed.</summary>
internal sealed record CancellationRow
{
    public required string QueryId { get; init; }

    public required string HospitalId { get; init; }

    public required string OrderId { get; init; }

    public required string DischargeId { get; init; }

    public required long State { get; init; }

    /// <summary>The insurer's words where it refused.</summary>
    public string Msg { get; init; } = "";

    public required long CreatedAt { get; init; }

    public DischargeState Stands => (DischargeState)State;
}

/// <summary>The discharge_cancellations table.</summary>
internal static class CancellationStore
{
    private const string Columns = "query_id, hospital_id, order_id, discharge_id, state, msg, created_at";

    public static Task<CancellationRow?> FindByOrderAsync(DbSession session, string hospitalId, string orderId) => session.FirstOrDefaultAsync<CancellationRow>(
        $"SELECT {Columns} FROM discharge_cancellations WHERE hospital_id = @hospitalId AND order_id = @orderId", new { hospitalId, orderId });

    /// <summary>The one that is under way; a discharge has one at a time.</summary>
    public static Task<CancellationRow?> OpenOfDischargeAsync(DbSession session, string dischargeId) => session.FirstOrDefaultAsync<CancellationRow>(
        $"SELECT {Columns} FROM discharge_cancellations WHERE discharge_id = @dischargeId AND state = @open", new { dischargeId, open = (long)DischargeState.Cancelling });

    public static Task<CancellationRow?> FindAsync(DbSession session, string queryId) =>
        session.FirstOrDefaultAsync<CancellationRow>($"SELECT {Columns} FROM discharge_cancellations WHERE query_id = @queryId", new { queryId });

    public static Task InsertAsync(DbSession session, CancellationRow row) => session.LaterAsync(
        """
        INSERT INTO discharge_cancellations (query_id, hospital_id, order_id, discharge_id, state, created_at, updated_at)
        VALUES (@QueryId, @HospitalId, @OrderId, @DischargeId, @State, @CreatedAt, @CreatedAt)
        """,
        new { row.QueryId, row.HospitalId, row.OrderId, row.DischargeId, row.State, row.CreatedAt });

    public static Task EndAsync(DbSession session, string queryId, DischargeState state, string msg, long now) => session.LaterAsync(
        "UPDATE discharge_cancellations SET state = @state, msg = @msg, updated_at = @now WHERE query_id = @queryId AND state = @open",
        new { queryId, state = (long)state, msg, now, open = (long)DischargeState.Cancelling },
        new Guard(1, () => new InvalidOperationException($"Cancellation {queryId} is not under way.")));
}
