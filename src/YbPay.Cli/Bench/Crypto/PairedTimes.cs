using System.Diagnostics;

namespace YbPay.Cli.Bench.Crypto;

/// <summary>
/// Times of one piece of work, and of another beside it, taken in turns so that whatever else the machine does falls on
/// both. Rates are per second.
/// </summary>
/// <param name="Ratio">Median over rounds of whole / alone; null without another.</param>
internal sealed record PairedTimes(double Median, double Least, double Most, double? Ratio)
{
    /// <summary>The shortest slice: long beside a timer's grain, short beside what disturbs.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(5);

    public static PairedTimes Measure(Action whole, Action? alone, int rounds, TimeSpan round)
    {
        var count = Calibrate(whole);
        if (alone is not null) Calibrate(alone);
        var (rates, ratios) = (new double[rounds], new double[rounds]);
        for (var i = 0; i < rounds; i++)
        {
            var (ofWhole, ofAlone, times) = (0L, 0L, 0);
            var begun = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(begun) < round)
            {
                ofWhole += Time(whole, count);
                if (alone is not null) ofAlone += Time(alone, count);
                times += count;
            }

            rates[i] = times / (ofWhole / (double)Stopwatch.Frequency);
            ratios[i] = ofAlone == 0 ? 0 : ofWhole / (double)ofAlone;
        }

        return new PairedTimes(MedianOf(rates), rates.Min(), rates.Max(), alone is null ? null : MedianOf(ratios));
    }

    /// <summary>Runs until it is compiled as it stays, and tells how many make a slice.</summary>
    private static int Calibrate(Action work)
    {
        var (count, begun) = (0, Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(begun) < TimeSpan.FromMilliseconds(300) || count < 60)
        {
            work();
            count++;
        }

        return Math.Max(1, (int)(count * Slice.TotalSeconds / Stopwatch.GetElapsedTime(begun).TotalSeconds));
    }

    private static long Time(Action work, int count)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++) work();
        return Stopwatch.GetTimestamp() - begun;
    }

    private static double MedianOf(double[] values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
