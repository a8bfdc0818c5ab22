using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using YbPay.Cli.Hosting;
using YbPay.Sandbox.Bank;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Time;
using YbPay.Storage;
using YbPay.Storage.Workers;

namespace YbPay.Cli.Days.World;

/// <summary>
/// Knows when a sandbox has done all that is due by its clock, and puts the clock on to what is due next. Nothing here waits for
/// time: only for work that is being done.
/// </summary>
internal sealed class Stillness
{
    private const int MostSteps = 2000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookPause = TimeSpan.FromMilliseconds(1);

    /// <summary>After so long a worker looks by itself for what nobody rang for.</summary>
    private static readonly TimeSpan WorkersPause = TimeSpan.FromMilliseconds(250);

    /// <summary>What the centre must look at next, in milliseconds since 1970 UTC: open legs, messages to be sent, unpaid orders.</summary>
    private const string CenterNext = """
        SELECT MIN(next_at) FROM (
          SELECT MIN(next_at) AS next_at FROM legs WHERE next_at IS NOT NULL
          UNION ALL SELECT MIN(next_at) FROM outbox WHERE next_at IS NOT NULL
          UNION ALL SELECT MIN(COALESCE(closing_put_off_to, closes_at)) FROM orders WHERE state IN (110, 200, 400, 1500)
        ) waiting
        """;

    private const string CoreNext = "SELECT MIN(next_at) FROM legs WHERE next_at IS NOT NULL";

    private const string BankNext = "SELECT MIN(next_at) FROM outbox WHERE next_at IS NOT NULL";

    private readonly SandboxClock _clock;
    private readonly IDatabase _centre;
    private readonly IDatabase _bank;
    private readonly IDatabase _core;
    private readonly WorkMeter[] _meters;

    /// <param name="core">The core's database, opened for reading beside it.</param>
    public Stillness(SandboxWorld world, SandboxClock clock, IDatabase core)
    {
        (_clock, _core) = (clock, core);
        _centre = world.ServicesOf(SandboxRoles.Center).GetRequiredService<IDatabase>();
        _bank = world.ServicesOf(SandboxRoles.Bank).GetRequiredService<BankDatabase>().Opened;
        string[] working = [SandboxRoles.Center, SandboxRoles.Bank, SandboxRoles.Bureau];
        _meters = [.. working.SelectMany(role => world.ServicesOf(role).GetServices<IHostedService>()).OfType<IMeteredWorker>().Select(worker => worker.Work)];
    }

    private DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Returns when all that is due now is done; gives when something is due next, null when nothing ever is.</summary>
    public async Task<DateTimeOffset?> WaitAsync(CancellationToken cancel)
    {
        var begun = Stopwatch.GetTimestamp();
        using var pause = new PeriodicTimer(LookPause);
        while (true)
        {
            if (await LookAsync(cancel) is (true, var next)) return next;
            await pause.WaitForNextTickAsync(cancel);
            if (Stopwatch.GetElapsedTime(begun) > Patience) throw new DaysException("The sandbox does not come to rest: something is due and nobody does it.");
        }
    }

    /// <summary>Puts the clock on from one due thing to the next until <paramref name="holds"/>, or nothing is due any more.</summary>
    public async Task UntilAsync(Func<Task<bool>> holds, CancellationToken cancel)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var next = await WaitAsync(cancel);
            if (await holds() || next is not { } due) return;
            PutOnTo(due);
        }

        throw new DaysException($"After {MostSteps} steps of the clock there is still something due.");
    }

    /// <summary>Puts the clock on until nothing is due any more: every order has ended, everybody has been told.</summary>
    public Task AllDoneAsync(CancellationToken cancel) => UntilAsync(() => Task.FromResult(false), cancel);

    /// <summary>Puts the clock on; what became due is done when this returns.</summary>
    public async Task PassAsync(TimeSpan by, CancellationToken cancel)
    {
        _clock.Advance(by);
        await WaitAsync(cancel);
    }

    /// <summary>Puts the clock on to a moment; nothing happens when it is past.</summary>
    public void PutOnTo(DateTimeOffset moment)
    {
        var by = moment - Now;
        if (by > TimeSpan.Zero) _clock.Advance(by);
    }

    /// <summary>
    /// At rest, nothing due, and still at rest without having worked meanwhile: then what was seen in between is how things stand.
    /// </summary>
    private async Task<(bool Still, DateTimeOffset? Next)> LookAsync(CancellationToken cancel)
    {
        if (!AtRest()) return (false, null);
        var begun = Begun();
        var now = Now.ToUnixTimeMilliseconds();
        var centre = await _centre.ReadAsync(session => session.FirstOrDefaultAsync<long?>(CenterNext), cancel);
        var bank = await _bank.ReadAsync(session => session.FirstOrDefaultAsync<long?>(BankNext), cancel);
        var core = await _core.ReadAsync(session => session.FirstOrDefaultAsync<long?>(CoreNext), cancel);
        long? next = null;
        foreach (var at in (long?[])[centre, bank, core])
            if (at is { } due && (next is null || due < next)) next = due;
        if (!AtRest() || Begun() != begun) return (false, null);
        if (next <= now)
        {
            _clock.Advance(WorkersPause);
            return (false, null);
        }

        // The whole millisecond must be over, or the clock would stand a moment before what is due.
        return (true, next is { } soonest ? DateTimeOffset.FromUnixTimeMilliseconds(soonest + 1) : null);
    }

    private bool AtRest() => _meters.All(meter => meter.AtRest);

    private long Begun() => _meters.Sum(meter => meter.Begun);
}

/// <summary>Something that must hold over the days did not; the message names orders and nothing personal.</summary>
internal sealed class DaysException(string message) : Exception(message);
