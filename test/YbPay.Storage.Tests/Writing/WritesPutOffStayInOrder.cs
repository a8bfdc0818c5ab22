using System.Data.Common;

namespace YbPay.Storage.Tests.Writing;

/// <summary><see cref="DbSession.LaterAsync"/>: what is put off happens in order, wholly or not at all, on both databases.</summary>
public sealed class WritesPutOffStayInOrder
{
    private const string Insert = "INSERT INTO idempotency (scope, key, digest, created_at, expires_at) VALUES ('s', @key, @digest, 1, 2)";
    private const string Update = "UPDATE idempotency SET digest = @to WHERE key = @key AND digest = @from";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_next_statement_sees_them(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(async s =>
        {
            await s.LaterAsync(Insert, new { key = "a", digest = "one" });
            await s.LaterAsync(Update, new { key = "a", from = "one", to = "two" });
            (await s.FirstOrDefaultAsync<string>("SELECT digest FROM idempotency WHERE key = 'a'")).ShouldBe("two");
            await s.LaterAsync(Update, new { key = "a", from = "two", to = "three" });
            (await s.ExecuteAsync(Update, new { key = "a", from = "three", to = "four" })).ShouldBe(1);
            await s.LaterAsync(Insert, new { key = "b", digest = "one" });
            (await s.QueryAsync<string>("SELECT key FROM idempotency ORDER BY key")).ShouldBe(["a", "b"]);
        });
        (await DigestsAsync(test)).ShouldBe(["a four", "b one"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_commit_takes_along_what_nothing_followed(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(async s =>
        {
            await s.LaterAsync(Insert, new { key = "a", digest = "one" });
            await s.LaterAsync(Insert, new { key = "b", digest = "one" }, new Guard(1, () => new InvalidOperationException("not written")));
        });
        await test.Database.WriteAsync(s => s.LaterAsync(Insert, new { key = "c", digest = "one" }));
        (await DigestsAsync(test)).ShouldBe(["a one", "b one", "c one"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_that_fails_at_the_commit_undoes_all(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        var error = await Should.ThrowAsync<DbException>(test.Database.WriteAsync(async s =>
        {
            await s.ExecuteAsync(Insert, new { key = "a", digest = "one" });
            await s.LaterAsync(Insert, new { key = "b", digest = "one" });
            await s.LaterAsync(Insert, new { key = "a", digest = "two" });
        }));
        StorageErrors.IsDuplicateKey(error).ShouldBeTrue();
        (await DigestsAsync(test)).ShouldBeEmpty();
        await test.Database.WriteAsync(s => s.LaterAsync(Insert, new { key = "a", digest = "again" }));
        (await DigestsAsync(test)).ShouldBe(["a again"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_number_of_rows_that_must_not_be_undoes_all(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        var error = await Should.ThrowAsync<InvalidOperationException>(test.Database.WriteAsync(async s =>
        {
            await s.LaterAsync(Insert, new { key = "a", digest = "one" });
            await s.LaterAsync(Update, new { key = "a", from = "other", to = "two" }, new Guard(1, () => new InvalidOperationException("not one row")));
        }));
        error.Message.ShouldBe("not one row");
        (await DigestsAsync(test)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_work_cannot_go_on_past_a_wrong_number_of_rows(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await Should.ThrowAsync<InvalidOperationException>(test.Database.WriteAsync(async s =>
        {
            await s.LaterAsync(Insert, new { key = "a", digest = "one" });
            await Should.ThrowAsync<InvalidOperationException>(async () =>
            {
                await s.LaterAsync(Update, new { key = "a", from = "other", to = "two" }, new Guard(1, () => new InvalidOperationException("none")));
                await s.QueryAsync<string>("SELECT key FROM idempotency");
            });
        }));
        (await DigestsAsync(test)).ShouldBeEmpty();
    }

    /// <summary>On PostgreSQL both travel together; the answer is the one that each alone would have given.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_wrong_number_of_rows_counts_before_what_fails_after_it(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(s => s.LaterAsync(Insert, new { key = "a", digest = "one" }));
        foreach (var ask in new[] { false, true })
        {
            var error = await Should.ThrowAsync<InvalidOperationException>(test.Database.WriteAsync(async s =>
            {
                await s.LaterAsync(Update, new { key = "a", from = "other", to = "two" }, new Guard(1, () => new InvalidOperationException("not one row")));
                await s.LaterAsync(Insert, new { key = "a", digest = "two" });
                if (ask) await s.QueryAsync<string>("SELECT key FROM idempotency");
            }));
            error.Message.ShouldBe("not one row");
        }

        (await DigestsAsync(test)).ShouldBe(["a one"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_the_work_gave_up_never_happens(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await Should.ThrowAsync<InvalidOperationException>(test.Database.WriteAsync(async s =>
        {
            await s.LaterAsync(Insert, new { key = "a", digest = "one" });
            throw new InvalidOperationException("given up");
        }));
        (await DigestsAsync(test)).ShouldBeEmpty();
    }

    private static Task<IReadOnlyList<string>> DigestsAsync(TestDatabase test) =>
        test.Database.ReadAsync(s => s.QueryAsync<string>("SELECT key || ' ' || digest FROM idempotency ORDER BY key"));
}
