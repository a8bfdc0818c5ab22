using YbPay.Storage;

namespace YbPay.Huimin.Running;

/// <summary>What a hospital's order number stands for.</summary>
internal sealed record OrderNumberRow
{
    /// <summary>The first two letters of the platform's own number: CP, CR, DS, DC.</summary>
    public required string Kind { get; init; }

    public required string QueryId { get; init; }
}

/// <summary>A hospital's order numbers. Payments, refunds, discharges and their cancellations share them: each is used once.</summary>
internal static class OrderNumberStore
{
    /// <summary>False when the number was used before, or is being used at this moment.</summary>
    public static async Task<bool> TakeAsync(DbSession session, string hospitalId, string orderId, string kind, string queryId, long now) => await session.ExecuteAsync(
        "INSERT INTO order_numbers (hospital_id, order_id, kind, query_id, created_at) VALUES (@hospitalId, @orderId, @kind, @queryId, @now) ON CONFLICT (hospital_id, order_id) DO NOTHING",
        new { hospitalId, orderId, kind, queryId, now }) == 1;

    public static Task<OrderNumberRow?> FindAsync(DbSession session, string hospitalId, string orderId) =>
        session.FirstOrDefaultAsync<OrderNumberRow>("SELECT kind, query_id FROM order_numbers WHERE hospital_id = @hospitalId AND order_id = @orderId", new { hospitalId, orderId });
}
