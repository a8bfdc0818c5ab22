using YbPay.Center.Tests.Hosting;
using YbPay.Storage;
using YbPay.Storage.Outbox;

namespace YbPay.Center.Tests;

/// <summary>The hospital fails, is away, is silent or answers twice: it is told until it confirms, for 24 hours.</summary>
public sealed class HospitalMisbehaves(Worlds worlds) : IClassFixture<Worlds>
{
    private static Bill Small => Bill.Covered(10.00m) with { UsesAccount = true };

    [Theory]
    [InlineData(BothDatabases.Sqlite, "fail")]
    [InlineData(BothDatabases.Sqlite, "down")]
    [InlineData(BothDatabases.Postgres, "fail")]
    [InlineData(BothDatabases.Postgres, "down")]
    public async Task It_is_told_again_with_growing_pauses_until_it_confirms(string database, string answer)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Small);
        await world.Control.HospitalAnswersAsync(visit.Hospital.OrgCodg, answer, count: 2);
        await visit.PayAsync();
        await HasAsync(visit, 1);
        (await visit.QueryAsync()).OrdStas.ShouldBe("4", "paid, and the hospital has not confirmed");

        await AdvanceToAsync(visit, 2, TimeSpan.FromSeconds(5));
        (await visit.QueryAsync()).OrdStas.ShouldBe("4");
        await AdvanceToAsync(visit, 3, TimeSpan.FromSeconds(15));

        await visit.EndsAsync("6");
        (await visit.NoticesAsync()).Select(notice => notice.Answer).ShouldBe([answer, answer, "ok"]);
    }

    [Theory]
    [InlineData(BothDatabases.Sqlite, "timeout")]
    [InlineData(BothDatabases.Sqlite, "lostAnswer")]
    [InlineData(BothDatabases.Postgres, "timeout")]
    [InlineData(BothDatabases.Postgres, "lostAnswer")]
    public async Task A_hospital_whose_answer_was_lost_is_told_the_same_again(string database, string kind)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Hospital.UploadedAsync(Patient.Pensioner, Small);
        await world.Control.FaultAsync("hospital", "6302", kind);
        await visit.PayAsync();
        await HasAsync(visit, 1);

        // It gave up on the answer after five seconds of real time at the latest, and wrote down when to tell it again.
        await AttemptsAsync(world, visit, 1);
        await AdvanceToAsync(visit, 2, TimeSpan.FromSeconds(5));

        await visit.EndsAsync("6");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_copies_of_a_notice_have_one_effect(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Small);
        await world.Control.FaultAsync("hospital", "6302", "duplicate");

        await visit.PayAsync();

        await visit.EndsAsync("6");
        (await visit.NoticesAsync()).Count.ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task After_a_day_the_notice_is_a_dead_letter_that_can_be_sent_again_by_hand(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Small);
        await world.Control.HospitalAnswersAsync(visit.Hospital.OrgCodg, "down", count: 1000);
        await visit.PayAsync();
        await HasAsync(visit, 1);
        await AttemptsAsync(world, visit, 1);
        await world.Control.AdvanceAsync(TimeSpan.FromHours(25));

        await using var books = await Databases.OpenAsync(world.Plan.DatabaseOf("center"), null);
        var dead = await Eventually.GetAsync(
            () => books.ReadAsync(session => OutboxLists.DeadAsync(session, 10)), letters => letters.Any(letter => letter.OwnerId == visit.PayOrdId), "the notice is a dead letter");
        (await visit.QueryAsync()).OrdStas.ShouldBe("4", "the order is paid all the same");
        await world.Control.HospitalAnswersAsync(visit.Hospital.OrgCodg, "ok");
        var letter = dead.Single(letter => letter.OwnerId == visit.PayOrdId);
        await books.WriteAsync(session => OutboxStore.ReplayAsync(session, letter.MessageId, world.Clock.GetUtcNow().ToUnixTimeMilliseconds()));

        await visit.EndsAsync("6");
    }

    private static Task HasAsync(Visit visit, int count) =>
        Eventually.HoldsAsync(async () => (await visit.NoticesAsync()).Count == count, $"{count} notices have come");

    /// <summary>The pause is over: the next notice comes, and no more than that.</summary>
    private static async Task AdvanceToAsync(Visit visit, int count, TimeSpan pause)
    {
        await AttemptsAsync(visit.Hospital.Host, visit, count - 1);
        await visit.Hospital.Host.Control.AdvanceAsync(pause);
        await HasAsync(visit, count);
    }

    /// <summary>So many attempts are written down with their outcome.</summary>
    private static async Task AttemptsAsync(CenterHost world, Visit visit, int count)
    {
        await using var database = await Databases.OpenAsync(world.Plan.DatabaseOf("center"), null);
        await Eventually.HoldsAsync(
            async () => (await database.ReadAsync(session => OutboxLists.OfOwnerAsync(session, visit.PayOrdId))).Single().Attempts >= count, $"{count} attempts are recorded");
    }
}
