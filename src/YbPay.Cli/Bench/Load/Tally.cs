using System.Collections.Concurrent;
using YbPay.Client;

namespace YbPay.Cli.Bench.Load;

/// <summary>What came of the calls of one phase. Thread-safe.</summary>
internal sealed class Tally
{
    private const int MostReasons = 5;
    private readonly ConcurrentQueue<string> _reasons = new();
    private int _done;
    private int _failed;

    public int Done => _done;

    public int Failed => _failed;

    /// <summary>Why the first ones failed.</summary>
    public IReadOnlyList<string> Reasons => [.. _reasons.Take(MostReasons)];

    public async Task CountAsync(Task work)
    {
        try
        {
            await work;
            Interlocked.Increment(ref _done);
        }
        catch (Exception why) when (why is YbPayException or BenchFailedException or TimeoutException or HttpRequestException)
        {
            Interlocked.Increment(ref _failed);
            _reasons.Enqueue($"{why.GetType().Name}: {why.Message}");
        }
    }
}
