using YbPay.Storage;

namespace YbPay.Sandbox.Hospital;

/// <summary>A callback as it came in.</summary>
internal sealed class DeliveryRow
{
    public string Topic { get; init; } = "";

    /// <summary>The clear message, sealed by the column cipher.</summary>
    public byte[] Data { get; init; } = [];

    public string Answer { get; init; } = "";

    public long ReceivedAt { get; init; }
}

/// <summary>Every delivery in the order it came, and every order once in the hospital's own books.</summary>
internal static class DeliveryTable
{
    public static Task InsertAsync(DbSession session, string orgCodg, string topic, string payOrdId, byte[] data, string answer, long now) =>
        session.ExecuteAsync(
            """
            INSERT INTO hospital_delivery (org_codg, topic, pay_ord_id, data, answer, received_at)
            VALUES (@orgCodg, @topic, @payOrdId, @data, @answer, @now)
            """, new { orgCodg, topic, payOrdId, data, answer, now });

    /// <summary>Counts an order as settled; false when it already was.</summary>
    public static async Task<bool> SettleAsync(DbSession session, string orgCodg, string topic, string payOrdId, long now) =>
        await session.ExecuteAsync(
            """
            INSERT INTO hospital_settled (org_codg, topic, pay_ord_id, settled_at) VALUES (@orgCodg, @topic, @payOrdId, @now)
            ON CONFLICT (org_codg, topic, pay_ord_id) DO NOTHING
            """, new { orgCodg, topic, payOrdId, now }) == 1;

    public static Task<IReadOnlyList<DeliveryRow>> ReadAsync(DbSession session, string orgCodg) =>
        session.QueryAsync<DeliveryRow>(
            """
            SELECT topic AS Topic, data AS Data, answer AS Answer, received_at AS ReceivedAt
            FROM hospital_delivery WHERE org_codg = @orgCodg ORDER BY delivery_id
            """, new { orgCodg });

    public static Task<IReadOnlyList<string>> SettledAsync(DbSession session, string orgCodg, string topic) =>
        session.QueryAsync<string>(
            "SELECT pay_ord_id FROM hospital_settled WHERE org_codg = @orgCodg AND topic = @topic ORDER BY settled_at, pay_ord_id", new { orgCodg, topic });
}
