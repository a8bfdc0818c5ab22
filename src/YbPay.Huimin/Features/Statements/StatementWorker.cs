using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace YbPay.Huimin.Features.Statements;

/// <summary>At every start and at every noon in China: the statements of all days that are over and have none. Every node may run it.</summary>
internal sealed class StatementWorker(StatementMaking making, TimeProvider clock, ILogger<StatementWorker> log) : BackgroundService
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var next = StatementDay.Latest(clock.GetUtcNow()).Next.ReadyAt;
                var held = await MakeAsync(stoppingToken);
                var pause = next - clock.GetUtcNow();
                await Task.Delay(pause <= TimeSpan.Zero ? TimeSpan.Zero : held || pause < AfterTrouble ? pause : AfterTrouble, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop; what is missing is made at the next start.
        }
    }

    private async Task<bool> MakeAsync(CancellationToken stopping)
    {
        try
        {
            await making.CatchUpAsync(stopping);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "Statements cannot be made now; it is tried again");
            return false;
        }
    }
}
