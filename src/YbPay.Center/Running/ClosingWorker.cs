using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using YbPay.Center.Features.Withdrawal;
using YbPay.Center.Orders;
using YbPay.Center.Pipeline;
using YbPay.Center.Vouchers;
using YbPay.Storage.Idempotency;
using YbPay.Storage.Workers;

namespace YbPay.Center.Running;

/// <summary>
/// Closes orders whose time limit is over (ruling C11) and drops what has expired. Looks often, because a limit shall not be
/// overrun by much.
/// </summary>
internal sealed class ClosingWorker(CenterBooks books, Withdrawal withdrawal, Replays replays, VoucherStore vouchers, Features.Cashier.CashierVisits visits, ILogger<ClosingWorker> log)
    : BackgroundService, IMeteredWorker
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan SweepPause = TimeSpan.FromMinutes(1);
    private const int Batch = 50;

    public WorkMeter Work { get; } = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sweepAt = books.Time;
        using var timer = new PeriodicTimer(Pause, books.Clock);
        while (await NextAsync(timer, stoppingToken))
        {
            Work.Begin();
            try
            {
                await CloseOverdueAsync();
                if (books.Time < sweepAt) continue;
                sweepAt = books.Time + SweepPause;
                await SweepAsync();
            }
            catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException or IOException)
            {
                // The database may be away for a while; the next round tries again.
                log.LogError(e, "closing round failed");
            }
            finally
            {
                Work.End();
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task CloseOverdueAsync()
    {
        var overdue = await books.Database.ReadAsync(session => OrderStore.OverdueAsync(session, books.Now, Batch));
        foreach (var order in overdue)
        {
            var closed = await withdrawal.RunAsync(order, "time limit");
            log.LogInformation("{PayOrdId}: time limit, {Outcome}", order.PayOrdId, closed.Match(o => o.State.ToString(), why => why.Name));
            // Refused now (a system did not answer): not again in every round, by no node and also not after a restart.
            if (closed is Contracts.Outcomes.Outcome<OrderRow>.No)
                await books.Database.WriteAsync<int>(session => OrderStore.PutOffClosingAsync(session, order.PayOrdId, books.NextAttempt(6)));
        }
    }

    private async Task SweepAsync()
    {
        await replays.SweepAsync();
        await vouchers.SweepAsync();
        await visits.SweepAsync();
        await books.Database.WriteAsync(session => IdempotencyStore.SweepAsync(session, books.Now));
    }
}
