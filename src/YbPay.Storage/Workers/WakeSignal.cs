using System.Threading.Channels;

namespace YbPay.Storage.Workers;

/// <summary>Wakes one worker. Rings that come while it works are kept as one.</summary>
public abstract class WakeSignal
{
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Call it after the commit that made work due; never blocks.</summary>
    public void Ring() => bell.Writer.TryWrite(true);

    /// <summary>Returns at the next ring, or after <paramref name="longest"/> of real time (a simulated clock may stand still or jump).</summary>
    internal async Task WaitAsync(TimeSpan longest, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(longest);
        try
        {
            await bell.Reader.ReadAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Nobody rang: time to look anyway.
        }
    }
}
