using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace YbPay.Hosting;

/// <summary>How many requests a partner may send each second; short bursts of twice as many pass. Counted in real time, by each node for itself.</summary>
/// <param name="requestsPerSecond">0 is unlimited.</param>
public sealed class PartnerLimits(int requestsPerSecond) : IDisposable
{
    private readonly ConcurrentDictionary<string, TokenBucketRateLimiter> _buckets = new(StringComparer.Ordinal);

    /// <summary>False when this request is one too many.</summary>
    public bool Admits(string partnerId)
    {
        if (requestsPerSecond == 0) return true;
        using var lease = _buckets.GetOrAdd(partnerId, _ => NewBucket()).AttemptAcquire();
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        foreach (var bucket in _buckets.Values) bucket.Dispose();
    }

    private TokenBucketRateLimiter NewBucket() => new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = requestsPerSecond * 2,
        TokensPerPeriod = requestsPerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        AutoReplenishment = true,
    });
}
