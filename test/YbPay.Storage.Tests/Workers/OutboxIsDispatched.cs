using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using YbPay.Storage.Outbox;
using YbPay.Storage.Workers;

namespace YbPay.Storage.Tests.Workers;

public sealed class OutboxIsDispatched
{
    private readonly HandClock clock = new(1_000_000);
    private readonly OutboxSignal signal = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_message_arrives_once_and_never_too_many_at_a_time(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        var receiver = new Receiver(async (_, _) => { await Task.Yield(); return (Delivery.Delivered, "200"); });
        using var worker = Worker(test.Database, receiver, new() { Parallel = 4 });
        await EnqueueAsync(test, Enumerable.Range(0, 100));
        await worker.StartAsync(TestContext.Current.CancellationToken);
        for (var i = 0; i < 100; i++) await receiver.NextAsync();
        await worker.StopAsync(TestContext.Current.CancellationToken);

        receiver.Received.Values.ShouldAllBe(count => count == 1);
        receiver.Received.Count.ShouldBe(100);
        receiver.MostAtOnce.ShouldBeInRange(1, 4);
        (await test.Database.ReadAsync(s => OutboxLists.WaitingAsync(s, 10))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_ring_wakes_it_long_before_it_would_look_by_itself()
    {
        await using var test = await TestDatabase.OpenAsync(BothDatabases.Sqlite);
        var receiver = new Receiver((_, _) => Task.FromResult((Delivery.Delivered, "200")));
        using var worker = Worker(test.Database, receiver, new() { Poll = TimeSpan.FromMinutes(10) });
        await worker.StartAsync(TestContext.Current.CancellationToken);
        for (var i = 0; i < 20; i++)
        {
            await EnqueueAsync(test, [i]);
            signal.Ring();
            (await receiver.NextAsync()).ShouldBe("M" + i);
        }

        await worker.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_failed_delivery_comes_again_when_the_clock_says_so(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        var calls = 0;
        var receiver = new Receiver((_, _) => Interlocked.Increment(ref calls) switch
        {
            1 => throw new HttpRequestException("body of the message"),
            2 => Task.FromResult((Delivery.Retry, "500")),
            _ => Task.FromResult((Delivery.Delivered, "200")),
        });
        using var worker = Worker(test.Database, receiver);
        await EnqueueAsync(test, [0]);
        await worker.StartAsync(TestContext.Current.CancellationToken);
        for (var i = 1; i <= 3; i++)
        {
            await receiver.NextAsync();
            await AttemptsAsync(test, i);
            clock.Advance(TimeSpan.FromHours(3));
        }

        await worker.StopAsync(TestContext.Current.CancellationToken);
        (await AttemptsAsync(test, 3)).Select(a => a.Note).ShouldBe(["HttpRequestException", "500", "200"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_message_in_hand_is_not_taken_twice_when_the_clock_jumps_over_its_lease(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        var release = new TaskCompletionSource();
        var receiver = new Receiver(async (row, _) =>
        {
            if (row.MessageId == "M0") await release.Task;
            return (Delivery.Delivered, "200");
        });
        using var worker = Worker(test.Database, receiver);
        await EnqueueAsync(test, [0]);
        await worker.StartAsync(TestContext.Current.CancellationToken);
        (await receiver.NextAsync()).ShouldBe("M0");

        clock.Advance(TimeSpan.FromHours(1));
        await EnqueueAsync(test, [1]);
        (await receiver.NextAsync()).ShouldBe("M1");
        release.SetResult();
        await AttemptsAsync(test, 1);
        await worker.StopAsync(TestContext.Current.CancellationToken);
        receiver.Received["M0"].ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_a_stop_interrupts_is_sent_again_after_its_lease(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        var silent = new Receiver(async (_, cancel) => { await Task.Delay(Timeout.Infinite, cancel); return (Delivery.Delivered, ""); });
        using (var worker = Worker(test.Database, silent, new() { Grace = TimeSpan.Zero }))
        {
            await EnqueueAsync(test, [0]);
            await worker.StartAsync(TestContext.Current.CancellationToken);
            await silent.NextAsync();
            var clockOfStop = Stopwatch.StartNew();
            await worker.StopAsync(TestContext.Current.CancellationToken);
            clockOfStop.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        }

        (await test.Database.ReadAsync(s => OutboxLists.AttemptsAsync(s, "M0"))).ShouldBeEmpty();
        clock.Advance(TimeSpan.FromMinutes(2));
        var receiver = new Receiver((_, _) => Task.FromResult((Delivery.Delivered, "200")));
        using var second = Worker(test.Database, receiver);
        await second.StartAsync(TestContext.Current.CancellationToken);
        (await receiver.NextAsync()).ShouldBe("M0");
        await second.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_worker_with_work_in_hand_is_not_at_rest()
    {
        await using var test = await TestDatabase.OpenAsync(BothDatabases.Sqlite);
        var goOn = new TaskCompletionSource();
        var receiver = new Receiver(async (_, _) => { await goOn.Task; return (Delivery.Delivered, "200"); });
        using var worker = Worker(test.Database, receiver);
        worker.Work.AtRest.ShouldBeTrue();
        await EnqueueAsync(test, [0]);
        await worker.StartAsync(TestContext.Current.CancellationToken);
        await receiver.NextAsync();
        var begun = worker.Work.Begun;
        worker.Work.AtRest.ShouldBeFalse();
        goOn.SetResult();
        await AttemptsAsync(test, 1);
        await worker.StopAsync(TestContext.Current.CancellationToken);
        worker.Work.AtRest.ShouldBeTrue();
        worker.Work.Begun.ShouldBeGreaterThanOrEqualTo(begun);
    }

    [Fact]
    public async Task A_database_that_comes_back_finds_the_worker_still_at_work()
    {
        await using var test = await TestDatabase.OpenAsync(BothDatabases.Sqlite);
        var receiver = new Receiver((_, _) => Task.FromResult((Delivery.Delivered, "200")));
        using var worker = Worker(test.Database, receiver);
        await test.Database.WriteAsync(s => s.ExecuteAsync("ALTER TABLE outbox RENAME TO outbox_away"));
        await worker.StartAsync(TestContext.Current.CancellationToken);
        await Should.ThrowAsync<Exception>(test.Database.ReadAsync(s => OutboxStore.AnyDueAsync(s, 0)));
        await test.Database.WriteAsync(s => s.ExecuteAsync("ALTER TABLE outbox_away RENAME TO outbox"));
        await EnqueueAsync(test, [0]);
        (await receiver.NextAsync()).ShouldBe("M0");
        await worker.StopAsync(TestContext.Current.CancellationToken);
    }

    private OutboxDispatcher Worker(IDatabase database, IOutboxSender sender, WorkerOptions? options = null) =>
        new(database, sender, signal, clock, NullLogger<OutboxDispatcher>.Instance, options ?? new() { Poll = TimeSpan.FromMilliseconds(10) });

    private Task EnqueueAsync(TestDatabase test, IEnumerable<int> numbers) => test.Database.WriteAsync(async s =>
    {
        foreach (var i in numbers) await OutboxStore.EnqueueAsync(s, "M" + i, "6302", "O" + i, "H1", [1], clock.Now);
    });

    /// <summary>Attempts of M0, once there are so many: they are recorded a moment after the receiver has answered.</summary>
    private static async Task<IReadOnlyList<OutboxAttempt>> AttemptsAsync(TestDatabase test, int count)
    {
        var limit = Stopwatch.StartNew();
        while (true)
        {
            var attempts = await test.Database.ReadAsync(s => OutboxLists.AttemptsAsync(s, "M0"));
            if (attempts.Count >= count) return attempts;
            limit.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), $"attempt {count} was not recorded");
            await Task.Yield();
        }
    }
}
