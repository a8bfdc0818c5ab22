using System.Threading.RateLimiting;

namespace YbPay.Center.Features.Cashier;

/// <summary>
/// How often one browser may ask: by its visit, and before it has one by its network address, where many patients may share
/// one. Counted in real time.
/// </summary>
internal sealed class CashierLimits : IDisposable
{
    private const int PerVisit = 30;
    private const int PerAddress = 600;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly PartitionedRateLimiter<string> _visits = Limiter(PerVisit);
    private readonly PartitionedRateLimiter<string> _addresses = Limiter(PerAddress);

    public bool AdmitsVisit(string visitHash) => Admits(_visits, visitHash);

    public bool AdmitsAddress(string? address) => Admits(_addresses, address ?? "");

    public void Dispose()
    {
        _visits.Dispose();
        _addresses.Dispose();
    }

    private static bool Admits(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Limiter(int permits) => PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window, QueueLimit = 0 }));
}
