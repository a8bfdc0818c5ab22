using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace YbPay.Center.Pipeline;

/// <summary>How many requests a partner may send each second; short bursts of twice as many pass. Counted in real time.</summary>
internal sealed class PartnerLimits(CenterOptions options) : IDisposable
{
    private readonly ConcurrentDictionary<string, TokenBucketRateLimiter> _buckets = new(StringComparer.Ordinal);

    public bool Admits(string appId)
    {
        if (options.RequestsPerSecond == 0) return true;
        using var lease = _buckets.GetOrAdd(appId, _ => NewBucket()).AttemptAcquire();
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        foreach (var bucket in _buckets.Values) bucket.Dispose();
    }

    private TokenBucketRateLimiter NewBucket() => new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = options.RequestsPerSecond * 2,
        TokensPerPeriod = options.RequestsPerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        AutoReplenishment = true,
    });
}
