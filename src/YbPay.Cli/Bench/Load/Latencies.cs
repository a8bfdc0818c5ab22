using System.Diagnostics;

namespace YbPay.Cli.Bench.Load;

/// <summary>How long calls of one kind took, in milliseconds; percentiles are exact (nearest rank), not estimated.</summary>
internal sealed record Percentiles(int Count, double P50, double P95, double P99, double Max);

/// <summary>Collects every single duration. Thread-safe.</summary>
internal sealed class Latencies
{
    private readonly Lock _gate = new();
    private readonly List<long> _ticks = [];

    public void Add(long ticks)
    {
        lock (_gate) _ticks.Add(ticks);
    }

    public Percentiles Summary()
    {
        lock (_gate)
        {
            if (_ticks.Count == 0) return new Percentiles(0, 0, 0, 0, 0);
            _ticks.Sort();
            return new Percentiles(_ticks.Count, At(0.50), At(0.95), At(0.99), Milliseconds(_ticks[^1]));
        }
    }

    private double At(double share) => Milliseconds(_ticks[Math.Max(0, (int)Math.Ceiling(_ticks.Count * share) - 1)]);

    private static double Milliseconds(long ticks) => ticks * 1000.0 / Stopwatch.Frequency;
}
