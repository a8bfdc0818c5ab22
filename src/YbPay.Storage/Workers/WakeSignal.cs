using System.Threading.Channels;

namespace YbPay.Storage.Workers;

/// <summary>Wakes one worker. Rings that come while it works are kept as one.</summary>
public abstract class WakeSignal
{
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Call it after the commit that made work due; never blocks.</summary>
    public void Ring() => bell.Writer.TryWrite(true);

    /// <summary>Returns at the next ring, or when <paramref name="longest"/> has passed on the clock.</summary>
    internal async Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken cancel)
    {
        // The timer rings too; a ring that comes after this wait costs one look.
        using var timer = clock.CreateTimer(_ => Ring(), null, longest, Timeout.InfiniteTimeSpan);
        await bell.Reader.ReadAsync(cancel).ConfigureAwait(false);
    }
}
