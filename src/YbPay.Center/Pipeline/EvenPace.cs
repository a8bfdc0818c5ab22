namespace YbPay.Center.Pipeline;

/// <summary>
/// A rejected envelope is answered no sooner than <see cref="Least"/> after it was read, which is longer than all checks
/// together take: the time of the answer then does not tell how far the envelope came.
/// </summary>
internal static class EvenPace
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(25);

    /// <param name="since">The clock's timestamp when the envelope was read.</param>
    public static Task HoldAsync(TimeProvider clock, long since, CancellationToken cancel)
    {
        var left = Least - clock.GetElapsedTime(since);
        return left > TimeSpan.Zero ? Task.Delay(left, clock, cancel) : Task.CompletedTask;
    }
}
