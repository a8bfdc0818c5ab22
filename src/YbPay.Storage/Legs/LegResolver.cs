using Microsoft.Extensions.Logging;
using YbPay.Storage.Workers;

namespace YbPay.Storage.Legs;

/// <summary>Rung when a leg became due for resolving, or when someone waits for it.</summary>
public sealed class LegSignal : WakeSignal;

/// <summary>Finds out what became of a leg: asks the other side, then resolves it and carries on, or reverses.</summary>
public interface ILegResolver
{
    /// <summary>
    /// Called with a leg whose time has come and which this worker holds under a lease. Leaving it Unknown, or throwing,
    /// brings it back when the lease is over or at the NextAt that was set. May be called again after a crash.
    /// </summary>
    Task ResolveAsync(LegRow leg, CancellationToken cancel);
}

/// <summary>Takes up Pending legs that nobody answered and Unknown ones, on any node.</summary>
public sealed class LegResolver(IDatabase database, ILegResolver resolver, LegSignal signal, TimeProvider clock, ILogger<LegResolver> logger, WorkerOptions? options = null)
    : ClaimingWorker<LegRow>(database, signal, clock, logger, options)
{
    protected override string IdOf(LegRow row) => row.LegId;

    protected override Task<bool> AnyDueAsync(DbSession session, long now) => LegStore.AnyDueAsync(session, now);

    protected override Task<IReadOnlyList<LegRow>> ClaimAsync(DbSession session, int count, long now, long lease) => LegStore.ClaimDueAsync(session, count, now, lease);

    protected override Task HandleAsync(LegRow row, CancellationToken cancel) => resolver.ResolveAsync(row, cancel);
}
