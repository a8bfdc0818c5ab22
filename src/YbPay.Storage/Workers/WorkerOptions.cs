namespace YbPay.Storage.Workers;

/// <summary>How a worker that claims rows works.</summary>
public sealed class WorkerOptions
{
    /// <summary>How many rows it works on at a time.</summary>
    public int Parallel { get; init; } = 16;

    /// <summary>How often it looks, by its clock, when nobody rings.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a claimed row is its own. Handling is cancelled when 9/10 of it have passed in real time.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long work that has begun may go on after a stop was asked for.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);
}
