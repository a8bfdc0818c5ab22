using YbPay.Storage.Audit;

namespace YbPay.Storage.Tests.Audit;

public sealed class AuditChainShowsTampering
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_chain_that_nobody_touched_is_whole(string kind)
    {
        await using var test = await SealedAsync(kind, 150);
        (await VerifyAsync(test)).ShouldBeNull();
        (await test.Database.ReadAsync(AuditStore.HeadAsync)).Position.ShouldBe(150);
        (await test.Database.ReadAsync(s => AuditStore.OfSubjectAsync(s, "order 7"))).ShouldHaveSingleItem().Position.ShouldBe(8);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_empty_chain_is_whole(string kind)
    {
        await using var test = await SealedAsync(kind, 0);
        (await VerifyAsync(test)).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_kind_of_tampering_is_told_by_its_first_broken_link(string kind)
    {
        (string Sql, string Says)[] cases =
        [
            ("UPDATE audit SET detail = 'other' WHERE position = 3", "Link 3 (row 3) was changed"),
            ("UPDATE audit SET actor = 'other' WHERE position = 10", "Link 10 (row 10) was changed"),
            ("UPDATE audit SET written_at = 0 WHERE position = 4", "Link 4 "),
            ("DELETE FROM audit WHERE position = 5", "Link 5 is missing"),
            ("DELETE FROM audit WHERE position = 1", "Link 1 is missing"),
            ("DELETE FROM audit WHERE position > 7", "Link 8 is missing: the chain ended at link 10"),
            ("UPDATE audit SET position = 11 WHERE position = 6", "Link 6 is missing"),
            ("UPDATE audit SET position = 11, detail = 'x' WHERE position = 10", "Link 10 is missing"),
            ("INSERT INTO audit (actor, action, subject, detail, written_at, position, hash) SELECT actor, action, subject, detail, written_at, 11, hash FROM audit WHERE position = 10", "Link 11 "),
            ("UPDATE audit_head SET position = 9", "Link 10 was added behind the chain's head"),
            ("UPDATE audit_head SET hash = (SELECT hash FROM audit WHERE position = 9)", "The head does not carry the hash of link 10"),
        ];
        foreach (var (sql, says) in cases)
        {
            await using var test = await SealedAsync(kind, 10);
            (await test.Database.WriteAsync(s => s.ExecuteAsync(sql))).ShouldBeGreaterThan(0);
            (await VerifyAsync(test)).ShouldNotBeNull(sql).ShouldStartWith(says);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_head_noted_elsewhere_shows_a_chain_that_was_rebuilt(string kind)
    {
        await using var test = await SealedAsync(kind, 10);
        var noted = await test.Database.ReadAsync(AuditStore.HeadAsync);
        (await test.Database.ReadSnapshotAsync(s => AuditStore.VerifyAsync(s, noted))).ShouldBeNull();

        await test.Database.WriteAsync(async s =>
        {
            await s.ExecuteAsync("UPDATE audit SET detail = 'forged' WHERE position = 3");
            await s.ExecuteAsync("UPDATE audit SET position = NULL, hash = NULL");
            await s.ExecuteAsync("UPDATE audit_head SET position = 0");
            await AuditStore.SealAsync(s, 100);
        });
        (await VerifyAsync(test)).ShouldBeNull();
        (await test.Database.ReadSnapshotAsync(s => AuditStore.VerifyAsync(s, noted))).ShouldBe("Link 10 is not the one that was noted before.");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rival_sealers_make_one_chain(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await Task.WhenAll(Enumerable.Range(0, 40).SelectMany(i => (Task[])
        [
            test.Database.WriteAsync(s => AuditStore.AppendAsync(s, "clerk", "refund", "order " + i, "", i)),
            test.Database.WriteAsync(s => AuditStore.SealAsync(s, 3)),
        ]));
        while (await test.Database.WriteAsync(s => AuditStore.SealAsync(s, 7)) > 0) { }

        (await VerifyAsync(test)).ShouldBeNull();
        (await test.Database.ReadAsync(AuditStore.HeadAsync)).Position.ShouldBe(40);
    }

    private static Task<string?> VerifyAsync(TestDatabase test) => test.Database.ReadSnapshotAsync(s => AuditStore.VerifyAsync(s));

    private static async Task<TestDatabase> SealedAsync(string kind, int rows)
    {
        var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(async s =>
        {
            for (var i = 0; i < rows; i++) await AuditStore.AppendAsync(s, "clerk", "refund", "order " + i, "because", 1000 + i);
            (await AuditStore.SealAsync(s, 1000)).ShouldBe(rows);
        });
        return test;
    }
}
