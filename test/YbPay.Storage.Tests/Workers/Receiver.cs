using System.Collections.Concurrent;
using System.Threading.Channels;
using YbPay.Storage.Outbox;

namespace YbPay.Storage.Tests.Workers;

/// <summary>The other end of the outbox: remembers what it got and answers as it is told.</summary>
internal sealed class Receiver(Func<OutboxRow, CancellationToken, Task<(Delivery, string)>> answer) : IOutboxSender
{
    private readonly Channel<string> arrivals = Channel.CreateUnbounded<string>();
    private int busy;
    private int mostBusy;

    public ConcurrentDictionary<string, int> Received { get; } = new();

    public int MostAtOnce => mostBusy;

    public async Task<Sending> SendAsync(OutboxRow row, CancellationToken cancel)
    {
        var now = Interlocked.Increment(ref busy);
        for (var most = mostBusy; now > most; most = mostBusy) Interlocked.CompareExchange(ref mostBusy, now, most);
        Received.AddOrUpdate(row.MessageId, 1, (_, count) => count + 1);
        arrivals.Writer.TryWrite(row.MessageId);
        try
        {
            var (outcome, note) = await answer(row, cancel);
            return new(outcome, note);
        }
        finally
        {
            Interlocked.Decrement(ref busy);
        }
    }

    /// <summary>The next arrival; the test fails when none comes within half a minute.</summary>
    public async Task<string> NextAsync() => await arrivals.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
}
