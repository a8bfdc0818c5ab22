namespace YbPay.Storage.Tests.Workers;

/// <summary>Stands still until it is moved.</summary>
internal sealed class HandClock(long milliseconds) : TimeProvider
{
    private long now = milliseconds;

    public long Now => Interlocked.Read(ref now);

    public void Advance(TimeSpan by) => Interlocked.Add(ref now, (long)by.TotalMilliseconds);

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(Now);
}
