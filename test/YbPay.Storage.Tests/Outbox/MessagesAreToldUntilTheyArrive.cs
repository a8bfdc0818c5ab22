using YbPay.Storage.Outbox;

namespace YbPay.Storage.Tests.Outbox;

public sealed class MessagesAreToldUntilTheyArrive
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_delivered_message_is_never_due_again(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(s => OutboxStore.EnqueueAsync(s, "M1", "6302", "O1", "H1", [1], 1000));
        var claimed = (await test.Database.WriteAsync(s => OutboxStore.ClaimDueAsync(s, 10, 1000, 500))).ShouldHaveSingleItem();
        (claimed.Topic, claimed.OwnerId, claimed.Receiver, claimed.Attempts, claimed.CreatedAt).ShouldBe(("6302", "O1", "H1", 0, 1000));
        (await test.Database.WriteAsync(s => OutboxStore.ClaimDueAsync(s, 10, 1499, 500))).ShouldBeEmpty();

        await test.Database.WriteAsync(s => OutboxStore.RecordAsync(s, "M1", Delivery.Delivered, "200", 1100));
        await test.Database.WriteAsync(s => OutboxStore.RecordAsync(s, "M1", Delivery.Retry, "late", 1200));
        await test.Database.WriteAsync(s => OutboxStore.RecordAsync(s, "M1", Delivery.Delivered, "twice", 1250));
        (await test.Database.WriteAsync(s => OutboxStore.ReplayAsync(s, "M1", 1300))).ShouldBeFalse();
        (await test.Database.ReadAsync(s => OutboxStore.AnyDueAsync(s, long.MaxValue))).ShouldBeFalse();
        (await test.Database.ReadAsync(s => OutboxLists.AttemptsAsync(s, "M1"))).ShouldBe(
            [new OutboxAttempt { Number = 1, AttemptedAt = 1100, Outcome = Delivery.Delivered, Note = "200" }]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_silent_receiver_is_tried_for_24_hours_and_then_given_up(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        long now = 1_000_000;
        await test.Database.WriteAsync(s => OutboxStore.EnqueueAsync(s, "M1", "6302", "O1", "H1", [1], now));
        var times = new List<long>();
        while ((await test.Database.ReadAsync(s => OutboxLists.FindAsync(s, "M1")))!.NextAt is { } next)
        {
            now = next;
            times.Add((now - 1_000_000) / 1000);
            (await test.Database.WriteAsync(s => OutboxStore.ClaimDueAsync(s, 1, now, 60_000))).ShouldHaveSingleItem();
            await test.Database.WriteAsync(s => OutboxStore.RecordAsync(s, "M1", Delivery.Retry, "silence", now));
        }

        times.ShouldBe([0, 5, 20, 50, 110, 230, 530, 1130, 2930, 6530, .. Enumerable.Range(1, 11).Select(i => 6530L + 7200 * i), 86400]);
        var dead = (await test.Database.ReadAsync(s => OutboxLists.DeadAsync(s, 10))).ShouldHaveSingleItem();
        (dead.MessageId, dead.State, dead.Attempts, dead.SettledAt).ShouldBe(("M1", OutboxState.Dead, times.Count, now));
        (await test.Database.ReadAsync(s => OutboxLists.AttemptsAsync(s, "M1"))).Select(a => a.Number).ShouldBe(Enumerable.Range(1, times.Count));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_dead_letter_sent_again_by_hand_starts_a_new_24_hours(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(s => OutboxStore.EnqueueAsync(s, "M1", "6302", "O1", "H1", [1], 1000));
        await test.Database.WriteAsync(s => OutboxStore.RecordAsync(s, "M1", Delivery.Retry, "late", 1000 + OutboxSchedule.Whole));
        (await test.Database.ReadAsync(s => OutboxLists.DeadAsync(s, 10))).Count.ShouldBe(1);

        var now = 2000 + OutboxSchedule.Whole;
        (await test.Database.WriteAsync(s => OutboxStore.ReplayAsync(s, "M1", now))).ShouldBeTrue();
        (await test.Database.ReadAsync(s => OutboxLists.DeadAsync(s, 10))).ShouldBeEmpty();
        (await test.Database.WriteAsync(s => OutboxStore.ClaimDueAsync(s, 1, now, 100))).ShouldHaveSingleItem().Attempts.ShouldBe(1);
        await test.Database.WriteAsync(s => OutboxStore.RecordAsync(s, "M1", Delivery.Retry, "down", now));
        (await test.Database.ReadAsync(s => OutboxLists.FindAsync(s, "M1")))!.NextAt.ShouldBe(now + 5000);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_message_is_queued_once(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(s => OutboxStore.EnqueueAsync(s, "M1", "6302", "O1", "H1", [1], 1000));
        var error = await Should.ThrowAsync<Exception>(test.Database.WriteAsync(s => OutboxStore.EnqueueAsync(s, "M1", "6302", "O1", "H1", [1], 1000)));
        StorageErrors.IsDuplicateKey(error).ShouldBeTrue();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_attempt_at_a_message_that_was_never_queued_is_an_error(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        foreach (var outcome in Enum.GetValues<Delivery>())
            await Should.ThrowAsync<InvalidOperationException>(test.Database.WriteAsync(s => OutboxStore.RecordAsync(s, "M1", outcome, "200", 1000)));
        await test.Database.WriteAsync(s => OutboxStore.EnqueueAsync(s, "M1", "6302", "O1", "H1", [1], now: 0));
        await test.Database.WriteAsync(s => OutboxStore.RecordAsync(s, "M1", Delivery.Delivered, "200", 0));
        (await test.Database.ReadAsync(s => OutboxLists.FindAsync(s, "M1")))!.State.ShouldBe(OutboxState.Delivered);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rival_nodes_never_hold_the_same_message(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await using var other = await Databases.OpenAsync(test.Options, null);
        await test.Database.WriteAsync(async s =>
        {
            for (var i = 0; i < 200; i++) await OutboxStore.EnqueueAsync(s, "M" + i, "6302", "O" + i, "H1", [1], i);
        });
        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? test.Database : other).WriteAsync(s => OutboxStore.ClaimDueAsync(s, 10, 1000, 60_000))));
        claims.SelectMany(c => c).Select(m => m.MessageId).Distinct().Count().ShouldBe(claims.Sum(c => c.Count));
        claims.Sum(c => c.Count).ShouldBe(200);
    }
}
