namespace YbPay.Storage.Outbox;

/// <summary>
/// When a message is sent: at once, then after 5 s, 15 s, 30 s, 1, 2, 5, 10, 30 min, 1 h, then every 2 h, and last of
/// all when 24 hours have passed since it was queued (or replayed). An attempt that fails then makes it a dead letter.
/// Each pause counts from the attempt before it.
/// </summary>
public static class OutboxSchedule
{
    /// <summary>24 hours, in milliseconds.</summary>
    public const long Whole = 24 * 3_600_000L;

    private static readonly long[] Pauses = [5_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000];
    private const long LongPause = 7_200_000;

    /// <param name="failed">Failed attempts since it was queued, the one just made included; at least 1.</param>
    /// <returns>When to send next; null when the 24 hours are over.</returns>
    public static long? Next(int failed, long queuedAt, long now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failed, 1);
        var end = queuedAt + Whole;
        if (now >= end) return null;
        return Math.Min(end, now + (failed <= Pauses.Length ? Pauses[failed - 1] : LongPause));
    }
}
