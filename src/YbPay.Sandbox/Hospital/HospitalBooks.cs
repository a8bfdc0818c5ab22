using System.Text.Json.Nodes;
using YbPay.Storage.Columns;

namespace YbPay.Sandbox.Hospital;

/// <summary>A callback that a hospital received.</summary>
/// <param name="Transaction">6302 or 6204.</param>
/// <param name="Data">The clear message as it was sent.</param>
public sealed record Received(string Transaction, DateTimeOffset ReceivedAt, JsonNode? Data, HospitalAnswer Answer);

/// <summary>
/// The hospitals' memory: every delivery in order, and the effect of each order once, however often it is told. Survives
/// a restart.
/// </summary>
public sealed class HospitalBooks : IDisposable
{
    private const string DataColumn = "hospital_delivery.data";

    private readonly HospitalDatabase _database;
    private readonly ColumnCipher _cipher;
    private readonly TimeProvider _time;

    public HospitalBooks(HospitalDatabase database, HospitalOptions options, TimeProvider time)
    {
        (_database, _time) = (database, time);
        _cipher = new(new Dictionary<int, byte[]> { [1] = options.MasterKey });
    }

    /// <summary>Writes a delivery down, and its effect when the hospital takes it.</summary>
    internal Task RecordAsync(string orgCodg, string topic, string payOrdId, byte[] clear, HospitalAnswer answer, CancellationToken cancel)
    {
        var data = _cipher.Seal(DataColumn, clear);
        var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        return _database.Opened.WriteAsync(async session =>
        {
            await DeliveryTable.InsertAsync(session, orgCodg, topic, payOrdId, data, NameOf(answer), now);
            return answer == HospitalAnswer.Ok && await DeliveryTable.SettleAsync(session, orgCodg, topic, payOrdId, now);
        }, cancel);
    }

    /// <summary>All callbacks of one hospital, oldest first.</summary>
    public async Task<IReadOnlyList<Received>> ReceivedAsync(string orgCodg, CancellationToken cancel)
    {
        var rows = await _database.Opened.ReadAsync(session => DeliveryTable.ReadAsync(session, orgCodg), cancel);
        return [.. rows.Select(row => new Received(
            row.Topic, DateTimeOffset.FromUnixTimeMilliseconds(row.ReceivedAt), JsonNode.Parse(_cipher.Open(DataColumn, row.Data)), Enum.Parse<HospitalAnswer>(row.Answer, ignoreCase: true)))];
    }

    /// <summary>The orders that this hospital counts as settled, each once.</summary>
    public Task<IReadOnlyList<string>> SettledAsync(string orgCodg, CancellationToken cancel) => TakenAsync(orgCodg, "6302", cancel);

    /// <summary>What this hospital was told under a transaction and has taken, each subject once: for HIS00004 the visit and its node.</summary>
    public Task<IReadOnlyList<string>> TakenAsync(string orgCodg, string transaction, CancellationToken cancel) =>
        _database.Opened.ReadAsync(session => DeliveryTable.SettledAsync(session, orgCodg, transaction), cancel);

    /// <summary>The name on the wire and in the table.</summary>
    public static string NameOf(HospitalAnswer answer) => answer switch
    {
        HospitalAnswer.Ok => "ok",
        HospitalAnswer.Fail => "fail",
        HospitalAnswer.Down => "down",
    };

    public void Dispose() => _cipher.Dispose();
}
