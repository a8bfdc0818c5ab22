namespace YbPay.Storage.Workers;

/// <summary>
/// Counts the pieces of work that a worker has begun and ended. Two looks that both find it <see cref="AtRest"/> with the same
/// <see cref="Begun"/> prove that it did nothing in between. Thread-safe.
/// </summary>
public sealed class WorkMeter
{
    private long begun;
    private long ended;

    /// <summary>Pieces of work since the start, looking for work among them.</summary>
    public long Begun => Interlocked.Read(ref begun);

    /// <summary>True when everything that was begun has ended.</summary>
    public bool AtRest
    {
        get
        {
            // In this order: work that begins between the two reads makes it look busy, never idle.
            var done = Interlocked.Read(ref ended);
            return done == Interlocked.Read(ref begun);
        }
    }

    public void Begin() => Interlocked.Increment(ref begun);

    public void End() => Interlocked.Increment(ref ended);
}

/// <summary>A background worker that can be seen to be at rest.</summary>
public interface IMeteredWorker
{
    WorkMeter Work { get; }
}
