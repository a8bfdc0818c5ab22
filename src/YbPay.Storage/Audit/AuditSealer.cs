using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace YbPay.Storage.Audit;

/// <summary>Links new audit rows into the chain, about once a second of real time. Several nodes may run it: they take turns.</summary>
public sealed class AuditSealer(IDatabase database, ILogger<AuditSealer> logger) : BackgroundService
{
    private const int Batch = 512;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            do await SealAllAsync(stoppingToken).ConfigureAwait(false);
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop; what is unsealed is sealed at the next start.
        }
    }

    private async Task SealAllAsync(CancellationToken stopping)
    {
        try
        {
            while (await database.ReadAsync(AuditStore.AnyUnsealedAsync, stopping).ConfigureAwait(false)
                && await database.WriteAsync(session => AuditStore.SealAsync(session, Batch), stopping).ConfigureAwait(false) == Batch)
                stopping.ThrowIfCancellationRequested();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            logger.LogError(error, "The audit chain cannot be sealed now; it is tried again");
        }
    }
}
