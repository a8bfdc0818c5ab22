using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace YbPay.Huimin.Features.Statements;

/// <summary>At every start and at every noon in China: the statements of all days that are over and have none. Every node may run it.</summary>
internal sealed class StatementWorker(StatementMaking making, TimeProvider clock, ILogger<StatementWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private StatementDay? done;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            do await MakeAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop; what is missing is made at the next start.
        }
    }

    private async Task MakeAsync(CancellationToken stopping)
    {
        var latest = StatementDay.Latest(clock.GetUtcNow());
        if (done == latest) return;
        try
        {
            await making.CatchUpAsync(latest, stopping);
            done = latest;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "Statements cannot be made now; it is tried again");
        }
    }
}
