using Npgsql;

namespace YbPay.Storage.Tests.Writing;

public sealed class PostgresTriesAgain
{
    [Fact]
    public async Task Deadlocked_writers_both_come_through()
    {
        await using var test = await TestDatabase.OpenAsync(BothDatabases.Postgres);
        await test.Database.WriteAsync(s => s.ExecuteAsync("INSERT INTO idempotency (scope, key, digest, created_at, expires_at) VALUES ('s', 'a', '', 0, 0), ('s', 'b', '', 0, 0)"));
        using var bothHoldOne = new Barrier(2);
        var tries = 0;
        Task<int> SwapAsync(string first, string second) => Task.Run(() =>
        {
            var met = false;
            return test.Database.WriteAsync(async s =>
            {
                Interlocked.Increment(ref tries);
                await AddAsync(s, first);
                if (!met) met = bothHoldOne.SignalAndWait(TimeSpan.FromSeconds(30));
                return await AddAsync(s, second);
            });
        });

        await Task.WhenAll(SwapAsync("a", "b"), SwapAsync("b", "a"));
        tries.ShouldBe(3);
        (await test.Database.ReadAsync(s => s.QueryAsync<long>("SELECT created_at FROM idempotency"))).ShouldBe([2, 2]);
    }

    [Fact]
    public async Task Nothing_else_is_tried_again()
    {
        await using var test = await TestDatabase.OpenAsync(BothDatabases.Postgres);
        var tries = 0;
        await Should.ThrowAsync<PostgresException>(test.Database.WriteAsync(s => { tries++; return s.ExecuteAsync("SELECT 1 / 0"); }));
        tries.ShouldBe(1);
    }

    private static Task<int> AddAsync(DbSession session, string key) =>
        session.ExecuteAsync("UPDATE idempotency SET created_at = created_at + 1 WHERE scope = 's' AND key = @key", new { key });
}
