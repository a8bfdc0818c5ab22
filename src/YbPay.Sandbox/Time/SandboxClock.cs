namespace YbPay.Sandbox.Time;

/// <summary>
/// The wall clock plus an offset that <see cref="Advance"/> moves. Timers and elapsed time stay real: a server that
/// waits 30 seconds waits 30 seconds, but a voucher of two hours is over once the clock was put on by two. Thread-safe.
/// </summary>
public sealed class SandboxClock : TimeProvider
{
    /// <summary>Ten years: beyond that a slip of the caller is likelier than a wish.</summary>
    public static readonly TimeSpan Farthest = TimeSpan.FromDays(3650);

    private long _offset;

    /// <summary>How far the sandbox is ahead of the wall clock; never negative.</summary>
    public TimeSpan Offset => new(Interlocked.Read(ref _offset));

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + Offset;

    /// <summary>
    /// Puts the clock on; returns the new offset. Throws <see cref="ArgumentOutOfRangeException"/> for a negative step (time
    /// that ran back would break what was already stored) and beyond <see cref="Farthest"/>.
    /// </summary>
    public TimeSpan Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(by, Farthest - Offset);
        return new(Interlocked.Add(ref _offset, by.Ticks));
    }
}
