using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace YbPay.Storage.Workers;

/// <summary>
/// Claims due rows under a lease and works on several at a time. It looks again after a pause by its clock, and is
/// woken at once by its signal. What a crash interrupts is claimed again when its lease is over.
/// </summary>
public abstract class ClaimingWorker<TRow>(IDatabase database, WakeSignal signal, TimeProvider clock, ILogger logger, WorkerOptions? options) : BackgroundService, IMeteredWorker
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Task> running = new(StringComparer.Ordinal);

    /// <summary>Looking for due rows is a piece of work, and so is each row in hand.</summary>
    public WorkMeter Work { get; } = new();

    protected IDatabase Database { get; } = database;

    protected ILogger Log { get; } = logger;

    protected WorkerOptions Options { get; } = options ?? new();

    protected long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    protected abstract string IdOf(TRow row);

    /// <summary>A read that tells whether claiming is worth a write.</summary>
    protected abstract Task<bool> AnyDueAsync(DbSession session, long now);

    protected abstract Task<IReadOnlyList<TRow>> ClaimAsync(DbSession session, int count, long now, long lease);

    /// <summary>Works on one row; an exception is logged and the row comes back when its lease is over.</summary>
    protected abstract Task HandleAsync(TRow row, CancellationToken cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var handling = new CancellationTokenSource();
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var free = Options.Parallel - running.Count;
                if (free > 0) await StartDueAsync(free, handling.Token, stoppingToken).ConfigureAwait(false);
                failures = 0;
                // Either nothing more is due, or every hand is full; a hand that gets free rings too.
                await signal.WaitAsync(Options.Poll, clock, stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error)
            {
                Log.LogError(error, "{Worker} cannot claim its work; it tries again", GetType().Name);
                var pause = TimeSpan.FromMilliseconds(200 << Math.Min(failures++, 5));
                await signal.WaitAsync(pause < LongestPause ? pause : LongestPause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        handling.CancelAfter(Options.Grace);
        await Task.WhenAll(running.Values).ConfigureAwait(false);
    }

    private async Task StartDueAsync(int free, CancellationToken handling, CancellationToken stopping)
    {
        Work.Begin();
        try
        {
            await ClaimDueAsync(free, handling, stopping).ConfigureAwait(false);
        }
        finally
        {
            Work.End();
        }
    }

    private async Task ClaimDueAsync(int free, CancellationToken handling, CancellationToken stopping)
    {
        var now = Now;
        if (!await Database.ReadAsync(session => AnyDueAsync(session, now), stopping).ConfigureAwait(false)) return;
        var rows = await Database.WriteAsync(session => ClaimAsync(session, free, now, (long)Options.Lease.TotalMilliseconds), stopping).ConfigureAwait(false);
        foreach (var row in rows)
        {
            // A clock that jumped past a lease makes a row due while it is still in hand here: then it is left in that hand.
            var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!running.TryAdd(IdOf(row), RunAsync(row, begin.Task, handling))) continue;
            Work.Begin();
            begin.SetResult();
        }
    }

    private async Task RunAsync(TRow row, Task begin, CancellationToken handling)
    {
        await begin.ConfigureAwait(false);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(handling);
        limit.CancelAfter(Options.Lease * 0.9);
        try
        {
            await HandleAsync(row, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            Log.LogWarning("{Worker} was interrupted at {Id}; it comes back when its lease is over", GetType().Name, IdOf(row));
        }
        catch (Exception error)
        {
            Log.LogError(error, "{Worker} failed at {Id}; it comes back when its lease is over", GetType().Name, IdOf(row));
        }
        finally
        {
            running.TryRemove(IdOf(row), out _);
            Work.End();
            signal.Ring();
        }
    }
}
