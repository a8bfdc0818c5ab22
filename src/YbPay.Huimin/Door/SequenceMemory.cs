using YbPay.Storage;

namespace YbPay.Huimin.Door;

/// <summary>
/// Every request has a number of its own (platformSeqId): of two with the same one only the first has an effect. A number counts as used
/// from a genuine envelope only, so that nobody can use up another's.
/// </summary>
internal sealed class SequenceMemory(IDatabase database, HuiminOptions options, TimeProvider clock)
{
    private const int SweepEvery = 4096;
    private long taken;

    /// <summary>False when the number was used before. On disk when it returns.</summary>
    public async Task<bool> TakeAsync(string platformId, string seqId)
    {
        var now = clock.GetUtcNow();
        if (Interlocked.Increment(ref taken) % SweepEvery == 0) await SweepAsync(now);
        return await database.InsertAsync(
            "INSERT INTO sequences (platform_id, seq_id, used_at) VALUES (@platformId, @seqId, @now) ON CONFLICT DO NOTHING",
            new { platformId, seqId, now = now.ToUnixTimeMilliseconds() }) == 1;
    }

    private Task<int> SweepAsync(DateTimeOffset now) => database.WriteAsync(session => session.ExecuteAsync(
        "DELETE FROM sequences WHERE used_at < @before", new { before = (now - options.SequenceMemory).ToUnixTimeMilliseconds() }));
}
