using System.Collections.Concurrent;

namespace YbPay.Sandbox.Time;

/// <summary>
/// The wall clock, or one that begins at another moment, plus an offset that <see cref="Advance"/> moves. Its timers follow it: a worker
/// that would look again in 30 seconds looks at once when the clock is put on by 30. Elapsed time
/// (<see cref="TimeProvider.GetTimestamp"/>) stays real. Thread-safe.
/// </summary>
public sealed class SandboxClock : TimeProvider
{
    /// <summary>Ten years: beyond that a slip of the caller is likelier than a wish.</summary>
    public static readonly TimeSpan Farthest = TimeSpan.FromDays(3650);

    private readonly ConcurrentDictionary<FollowingTimer, byte> _timers = new();
    private readonly TimeSpan _origin;
    private long _offset;

    public SandboxClock()
    {
    }

    /// <summary>A clock for a world of its own: it shows <paramref name="start"/> now, whatever the wall clock shows.</summary>
    public SandboxClock(DateTimeOffset start) => _origin = start - DateTimeOffset.UtcNow;

    /// <summary>How far the clock was put on; never negative.</summary>
    public TimeSpan Offset => new(Interlocked.Read(ref _offset));

    public override DateTimeOffset GetUtcNow() => (DateTimeOffset.UtcNow + _origin + Offset).ToUniversalTime();

    /// <summary>Due when so much time has passed on this clock: by itself, by being put on, or both.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FollowingTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// Puts the clock on; returns the new offset. Throws <see cref="ArgumentOutOfRangeException"/> for a negative step (time
    /// that ran back would break what was already stored) and beyond <see cref="Farthest"/>.
    /// </summary>
    public TimeSpan Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(by, Farthest - Offset);
        var offset = new TimeSpan(Interlocked.Add(ref _offset, by.Ticks));
        foreach (var timer in _timers.Keys) timer.PutOn(by);
        return offset;
    }

    /// <summary>A system timer whose remaining time shrinks by what the clock is put on.</summary>
    private sealed class FollowingTimer : ITimer
    {
        private readonly Lock _gate = new();
        private readonly SandboxClock _clock;
        private readonly TimerCallback _callback;
        private readonly ITimer _inner;
        private long _armed;
        private TimeSpan _left = Timeout.InfiniteTimeSpan;
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public FollowingTimer(SandboxClock clock, TimerCallback callback, object? state)
        {
            (_clock, _callback) = (clock, callback);
            _inner = TimeProvider.System.CreateTimer(Ring, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_gate)
            {
                (_left, _period, _armed) = (dueTime, period, TimeProvider.System.GetTimestamp());
                if (dueTime == Timeout.InfiniteTimeSpan) _clock._timers.TryRemove(this, out _);
                else _clock._timers[this] = 0;
                return _inner.Change(dueTime, period);
            }
        }

        public void PutOn(TimeSpan by)
        {
            lock (_gate)
            {
                if (_left == Timeout.InfiniteTimeSpan) return;
                var now = TimeProvider.System.GetTimestamp();
                var left = _left - TimeProvider.System.GetElapsedTime(_armed, now) - by;
                (_left, _armed) = (left > TimeSpan.Zero ? left : TimeSpan.Zero, now);
                _inner.Change(_left, _period);
            }
        }

        public void Dispose()
        {
            _clock._timers.TryRemove(this, out _);
            _inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            _clock._timers.TryRemove(this, out _);
            return _inner.DisposeAsync();
        }

        private void Ring(object? state)
        {
            lock (_gate)
            {
                (_left, _armed) = (_period, TimeProvider.System.GetTimestamp());
                if (_period == Timeout.InfiniteTimeSpan) _clock._timers.TryRemove(this, out _);
            }

            _callback(state);
        }
    }
}
