using YbPay.Storage.Legs;

namespace YbPay.Storage.Tests.Legs;

public sealed class LegsAreResolvedOnce
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_leg_reads_back_as_written(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(s => LegStore.InsertAsync(s, "L1", "O1", "2207", 1250, [1, 2], now: 1000, unresolvedAfter: 1500));
        var leg = await test.Database.ReadAsync(s => LegStore.FindAsync(s, "L1"));
        leg.ShouldNotBeNull();
        (leg.OwnerId, leg.Kind, leg.State, leg.Amount, leg.Attempts, leg.CreatedAt, leg.NextAt).ShouldBe(("O1", "2207", LegState.Pending, 1250, 0, 1000, 1500));
        leg.Request.ShouldBe([1, 2]);
        leg.Answer.ShouldBeNull();
        (await test.Database.ReadAsync(s => LegStore.FindAsync(s, "L2"))).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_two_that_resolve_one_wins(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(s => LegStore.InsertAsync(s, "L1", "O1", "2207", 0, null, 1000, 1500));
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => test.Database.WriteAsync(s =>
            LegStore.ResolveAsync(s, "L1", i % 2 == 0 ? LegState.Succeeded : LegState.Failed, "ref" + i, [9], null, 1100))));
        answers.Count(won => won).ShouldBe(1);

        var leg = await test.Database.ReadAsync(s => LegStore.FindAsync(s, "L1"));
        leg!.Reference.ShouldBe("ref" + Array.IndexOf(answers, true));
        leg.State.ShouldBe(Array.IndexOf(answers, true) % 2 == 0 ? LegState.Succeeded : LegState.Failed);
        leg.NextAt.ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_unknown_leg_stays_due_and_may_still_succeed(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(s => LegStore.InsertAsync(s, "L1", "O1", "2207", 0, null, 1000, 1500));
        (await test.Database.WriteAsync(s => LegStore.ResolveAsync(s, "L1", LegState.Unknown, null, null, "timeout", 1100))).ShouldBeTrue();
        (await test.Database.ReadAsync(s => LegStore.FindAsync(s, "L1")))!.NextAt.ShouldBe(1500);
        (await test.Database.WriteAsync(s => LegStore.ResolveAsync(s, "L1", LegState.Unknown, null, null, null, 1200, nextAt: 1300))).ShouldBeTrue();
        (await test.Database.ReadAsync(s => LegStore.FindAsync(s, "L1")))!.NextAt.ShouldBe(1300);
        (await test.Database.WriteAsync(s => LegStore.ResolveAsync(s, "L1", LegState.Succeeded, "R", [7], null, 1400))).ShouldBeTrue();

        var leg = await test.Database.ReadAsync(s => LegStore.FindAsync(s, "L1"));
        (leg!.State, leg.Reference, leg.Note, leg.UpdatedAt).ShouldBe((LegState.Succeeded, "R", "timeout", 1400));
        (await test.Database.WriteAsync(s => LegStore.ResolveAsync(s, "L1", LegState.Unknown, null, null, null, 1500))).ShouldBeFalse();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_had_failed_may_turn_out_done_and_one_learns_it(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(s => LegStore.InsertAsync(s, "L1", "O1", "bank.pay", 2000, null, 1000, 1500));
        (await test.Database.WriteAsync(s => LegStore.ResolveAsync(s, "L1", LegState.Failed, null, null, "closed unpaid", 1100))).ShouldBeTrue();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => test.Database.WriteAsync(s => LegStore.SucceedAfterAllAsync(s, "L1", "P1", "came too late", 1200))));

        answers.Count(first => first).ShouldBe(1);
        var leg = await test.Database.ReadAsync(s => LegStore.FindAsync(s, "L1"));
        (leg!.State, leg.Reference, leg.Note, leg.UpdatedAt, leg.NextAt).ShouldBe((LegState.Succeeded, "P1", "came too late", 1200, null));
        (await test.Database.WriteAsync(s => LegStore.SucceedAfterAllAsync(s, "NONE", null, null, 1300))).ShouldBeFalse();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_number_that_is_taken_undoes_the_work(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(s => LegStore.InsertAsync(s, "L1", "O1", "2207", 0, null, 1000, 1500));

        var error = await Should.ThrowAsync<System.Data.Common.DbException>(test.Database.WriteAsync(async s =>
        {
            await LegStore.InsertAsync(s, "L2", "O2", "2207", 0, null, 1000, 1500);
            await LegStore.InsertAsync(s, "L1", "O2", "2207", 0, null, 1000, 1500);
        }));

        LegStore.IsTaken(error).ShouldBeTrue();
        StorageErrors.IsDuplicateKey(error, "outbox").ShouldBeFalse();

        (await test.Database.ReadAsync(s => LegStore.FindAsync(s, "L1")))!.OwnerId.ShouldBe("O1");
        (await test.Database.ReadAsync(s => LegStore.FindAsync(s, "L2"))).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rival_claims_share_the_due_legs_without_overlap(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(async s =>
        {
            for (var i = 0; i < 100; i++) await LegStore.InsertAsync(s, $"L{i:000}", "O" + i, "2207", 0, null, i, unresolvedAfter: 500 + i);
        });
        (await test.Database.ReadAsync(s => LegStore.AnyDueAsync(s, 499))).ShouldBeFalse();
        (await test.Database.ReadAsync(s => LegStore.AnyDueAsync(s, 500))).ShouldBeTrue();

        var claims = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => test.Database.WriteAsync(s => LegStore.ClaimDueAsync(s, 20, now: 579, lease: 1000))));
        var taken = claims.SelectMany(c => c).Select(leg => leg.LegId).ToList();
        taken.Count.ShouldBe(80);
        taken.Distinct().Count().ShouldBe(80);
        claims.SelectMany(c => c).ShouldAllBe(leg => leg.Attempts == 1 && leg.NextAt == 1579);
        (await test.Database.WriteAsync(s => LegStore.ClaimDueAsync(s, 200, now: 1578, lease: 1))).Count.ShouldBe(20);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Legs_of_an_owner_come_oldest_first(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(async s =>
        {
            await LegStore.InsertAsync(s, "B", "O1", "2207", 0, null, 2000, 3000);
            await LegStore.InsertAsync(s, "A", "O1", "2204", 0, null, 1000, 3000);
            await LegStore.InsertAsync(s, "C", "O2", "2204", 0, null, 1000, 3000);
        });
        (await test.Database.ReadAsync(s => LegStore.OfOwnerAsync(s, "O1"))).Select(leg => leg.LegId).ShouldBe(["A", "B"]);
        (await test.Database.ReadAsync(s => LegStore.OpenSinceAsync(s, 1500, 10))).Select(leg => leg.LegId).ShouldBe(["A", "C"]);
    }
}
