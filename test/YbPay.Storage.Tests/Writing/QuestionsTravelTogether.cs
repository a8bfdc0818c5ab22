using System.Data.Common;

namespace YbPay.Storage.Tests.Writing;

/// <summary><see cref="DbSession.Ask"/>: the answers are those that each question alone would have got, in whatever order they are looked at.</summary>
public sealed class QuestionsTravelTogether
{
    private const string Insert = "INSERT INTO idempotency (scope, key, digest, created_at, expires_at) VALUES ('s', @key, @digest, 1, 2)";
    private const string Keys = "SELECT key FROM idempotency ORDER BY key";
    private const string Digest = "SELECT digest FROM idempotency WHERE key = @key";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_gets_its_own_rows(string kind)
    {
        await using var test = await FilledAsync(kind);
        await test.Database.ReadAsync(async s =>
        {
            var (keys, b, none, many) = (s.Ask<string>(Keys), s.Ask<string>(Digest, new { key = "b" }), s.Ask<string>(Digest, new { key = "x" }), s.Ask<long>("SELECT COUNT(*) FROM idempotency"));
            (await many.FirstOrDefaultAsync()).ShouldBe(2);
            (await none.FirstOrDefaultAsync()).ShouldBeNull();
            (await none.RowsAsync()).ShouldBeEmpty();
            (await b.RowsAsync()).ShouldBe(["two"]);
            (await keys.RowsAsync()).ShouldBe(["a", "b"]);
            (await keys.FirstOrDefaultAsync()).ShouldBe("a");
            return 0;
        });
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task They_see_what_was_written_before_them_and_nothing_after(string kind)
    {
        await using var test = await FilledAsync(kind);
        await test.Database.WriteAsync(async s =>
        {
            var before = s.Ask<string>(Keys);
            await s.LaterAsync(Insert, new { key = "c", digest = "three" });
            var between = s.Ask<string>(Keys);
            await s.LaterAsync(Insert, new { key = "d", digest = "four" });
            (await s.QueryAsync<string>(Keys)).ShouldBe(["a", "b", "c", "d"]);
            (await between.RowsAsync()).ShouldBe(["a", "b", "c"]);
            (await before.RowsAsync()).ShouldBe(["a", "b"]);
            var after = s.Ask<string>(Keys);
            (await s.ExecuteAsync("UPDATE idempotency SET digest = 'same'")).ShouldBe(4);
            (await after.RowsAsync()).Count.ShouldBe(4);
        });
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_that_nobody_looks_at_changes_nothing(string kind)
    {
        await using var test = await FilledAsync(kind);
        await test.Database.WriteAsync(async s =>
        {
            s.Ask<string>(Keys);
            await s.LaterAsync(Insert, new { key = "c", digest = "three" }, new Guard(1, () => new InvalidOperationException("not written")));
            s.Ask<string>(Keys);
        });
        (await test.Database.ReadAsync(s => s.QueryAsync<string>(Keys))).ShouldBe(["a", "b", "c"]);

        var error = await Should.ThrowAsync<InvalidOperationException>(test.Database.WriteAsync(async s =>
        {
            s.Ask<string>(Keys);
            await s.LaterAsync("DELETE FROM idempotency", null, new Guard(2, () => new InvalidOperationException("three, not two")));
            s.Ask<string>(Keys);
        }));
        error.Message.ShouldBe("three, not two");
        (await test.Database.ReadAsync(s => s.QueryAsync<string>(Keys))).Count.ShouldBe(3);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_guard_before_them_ends_the_work_where_they_are_looked_at(string kind)
    {
        await using var test = await FilledAsync(kind);
        var error = await Should.ThrowAsync<InvalidOperationException>(test.Database.WriteAsync(async s =>
        {
            await s.LaterAsync("UPDATE idempotency SET digest = 'x' WHERE key = 'nobody'", null, new Guard(1, () => new InvalidOperationException("nobody")));
            await s.Ask<string>(Keys).RowsAsync();
        }));
        error.Message.ShouldBe("nobody");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_wrong_question_fails_and_undoes_what_was_written(string kind)
    {
        await using var test = await FilledAsync(kind);
        await Should.ThrowAsync<DbException>(test.Database.WriteAsync(async s =>
        {
            await s.LaterAsync(Insert, new { key = "c", digest = "three" });
            await s.Ask<string>("SELECT nothing FROM idempotency").RowsAsync();
        }));
        (await test.Database.ReadAsync(s => s.QueryAsync<string>(Keys))).ShouldBe(["a", "b"]);
    }

    private static async Task<TestDatabase> FilledAsync(string kind)
    {
        var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(async s =>
        {
            await s.ExecuteAsync(Insert, new { key = "a", digest = "one" });
            await s.ExecuteAsync(Insert, new { key = "b", digest = "two" });
        });
        return test;
    }
}
