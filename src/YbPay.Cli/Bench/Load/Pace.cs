using System.Diagnostics;

namespace YbPay.Cli.Bench.Load;

/// <summary>Work begun at a fixed rate.</summary>
internal static class Pace
{
    /// <summary>Each begins when it is due, whatever became of those before: waiting in line is part of what is measured.</summary>
    /// <param name="rate">Beginnings a second.</param>
    /// <param name="begin">Gets its number, from 0, and when it was due, as a time stamp of <see cref="Stopwatch"/>. It must come back soon with its task.</param>
    public static async Task HoldAsync(double rate, int count, Func<int, long, Task> begin, CancellationToken cancel)
    {
        var (running, begun) = (new List<Task>(), Stopwatch.GetTimestamp());
        for (var i = 0; i < count; i++)
        {
            var due = begun + (long)(i / rate * Stopwatch.Frequency);
            var early = TimeSpan.FromSeconds((due - Stopwatch.GetTimestamp()) / (double)Stopwatch.Frequency);
            if (early > TimeSpan.FromMilliseconds(1)) await Task.Delay(early, cancel);
            running.Add(begin(i, due));
        }

        await Task.WhenAll(running);
    }
}
