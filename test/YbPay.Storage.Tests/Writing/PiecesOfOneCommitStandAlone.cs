using System.Data.Common;

namespace YbPay.Storage.Tests.Writing;

/// <summary>Group commit on SQLite, one transaction each on PostgreSQL: callers cannot tell the difference.</summary>
public sealed class PiecesOfOneCommitStandAlone
{
    private const string Insert = "INSERT INTO idempotency (scope, key, digest, created_at, expires_at) VALUES ('s', @key, 'd', 1, 2)";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_piece_that_fails_undoes_only_itself(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        var pieces = Enumerable.Range(0, 300).Select(i => test.Database.WriteAsync(async s =>
        {
            await s.ExecuteAsync(Insert, new { key = "k" + i });
            if (i % 3 == 0) throw new InvalidOperationException("piece " + i);
            return i;
        })).ToList();

        for (var i = 0; i < pieces.Count; i++)
        {
            if (i % 3 == 0) (await Should.ThrowAsync<InvalidOperationException>(pieces[i])).Message.ShouldBe("piece " + i);
            else (await pieces[i]).ShouldBe(i);
        }

        var keys = await test.Database.ReadAsync(s => s.QueryAsync<string>("SELECT key FROM idempotency"));
        keys.Order().ShouldBe(Enumerable.Range(0, 300).Where(i => i % 3 != 0).Select(i => "k" + i).Order());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_failed_statement_fails_its_piece_even_when_the_work_goes_on(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await Should.ThrowAsync<DbException>(test.Database.WriteAsync(async s =>
        {
            await s.ExecuteAsync(Insert, new { key = "a" });
            await Should.ThrowAsync<DbException>(s.ExecuteAsync(Insert, new { key = "a" }));
            (await Should.ThrowAsync<InvalidOperationException>(s.ExecuteAsync(Insert, new { key = "b" }))).InnerException.ShouldBeAssignableTo<DbException>();
        }));
        (await CountAsync(test)).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_two_guarded_writes_one_wins(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(s => s.ExecuteAsync(Insert, new { key = "k" }));
        var changed = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => test.Database.WriteAsync(s =>
            s.ExecuteAsync("UPDATE idempotency SET digest = @to WHERE scope = 's' AND key = 'k' AND digest = 'd'", new { to = "winner" + i }))));
        changed.Sum().ShouldBe(1);
        (await test.Database.ReadAsync(s => s.FirstOrDefaultAsync<string>("SELECT digest FROM idempotency"))).ShouldBe("winner" + Array.IndexOf(changed, 1));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_not_committed_is_not_read(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(async s =>
        {
            await s.ExecuteAsync(Insert, new { key = "k" });
            (await CountAsync(test)).ShouldBe(0);
        });
        (await CountAsync(test)).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_snapshot_sees_one_moment(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.ReadSnapshotAsync(async s =>
        {
            var before = await s.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM idempotency");
            await test.Database.WriteAsync(w => w.ExecuteAsync(Insert, new { key = "k" }));
            (await s.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM idempotency")).ShouldBe(before);
            return 0;
        });
        (await CountAsync(test)).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Work_that_was_given_up_before_it_began_leaves_nothing(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(test.Database.WriteAsync(s => s.ExecuteAsync(Insert, new { key = "k" }), cancel.Token));
        (await CountAsync(test)).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_session_ends_with_its_work(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        DbSession? kept = null;
        await test.Database.WriteAsync(s => { kept = s; return s.ExecuteAsync(Insert, new { key = "k" }); });
        await Should.ThrowAsync<ObjectDisposedException>(kept!.ExecuteAsync(Insert, new { key = "late" }));
    }

    [Fact]
    public async Task A_write_inside_a_write_is_refused_instead_of_waiting_for_itself()
    {
        await using var test = await TestDatabase.OpenAsync(BothDatabases.Sqlite);
        await Should.ThrowAsync<InvalidOperationException>(test.Database.WriteAsync(_ => test.Database.WriteAsync(s => s.ExecuteAsync(Insert, new { key = "k" }))));
    }

    [Fact]
    public async Task Reading_connections_cannot_write()
    {
        await using var test = await TestDatabase.OpenAsync(BothDatabases.Sqlite);
        await Should.ThrowAsync<DbException>(test.Database.ReadAsync(s => s.ExecuteAsync(Insert, new { key = "k" })));
        (await CountAsync(test)).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Closing_finishes_what_is_queued(string kind)
    {
        await using var place = TestPlace.Create(kind);
        var options = place.Options("role");
        var database = await Databases.OpenAsync(options, null);
        var writes = Enumerable.Range(0, 50).Select(i => database.WriteAsync(s => s.ExecuteAsync(Insert, new { key = "k" + i }))).ToList();
        if (kind == BothDatabases.Postgres) await Task.WhenAll(writes);
        await database.DisposeAsync();
        await Task.WhenAll(writes);
        await Should.ThrowAsync<ObjectDisposedException>(database.WriteAsync(s => s.ExecuteAsync(Insert, new { key = "late" })));
        await using var again = await Databases.OpenAsync(options, null);
        (await again.ReadAsync(s => s.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM idempotency"))).ShouldBe(50);
    }

    private static Task<long> CountAsync(TestDatabase test) => test.Database.ReadAsync(s => s.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM idempotency"));
}
