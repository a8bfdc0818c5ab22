using System.Data.Common;

namespace YbPay.Storage.Tests.Writing;

/// <summary><see cref="IDatabase.InsertAsync"/>: many at a time, each for itself, on both databases.</summary>
public sealed class InsertsShareACommit
{
    private const string Insert = "INSERT INTO idempotency (scope, key, digest, created_at, expires_at) VALUES ('s', @key, @digest, 1, 2)";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task All_of_many_are_written(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        var rows = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => test.Database.InsertAsync(Insert, new { key = $"k{i}", digest = "d" })));
        rows.ShouldAllBe(row => row == 1);
        (await CountAsync(test)).ShouldBe(500);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_that_fails_harms_no_other(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.InsertAsync(Insert, new { key = "k7", digest = "first" });

        var tasks = Enumerable.Range(0, 200).Select(i => test.Database.InsertAsync(Insert, new { key = $"k{i}", digest = "d" })).ToList();
        await Task.WhenAll(tasks).ContinueWith(_ => { }, TaskScheduler.Default);

        tasks.Count(task => task.IsCompletedSuccessfully).ShouldBe(199);
        StorageErrors.IsDuplicateKey(tasks[7].Exception!.InnerException.ShouldBeAssignableTo<DbException>()!).ShouldBeTrue();
        (await CountAsync(test)).ShouldBe(200);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_learns_whether_its_own_row_was_new(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        var rows = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => test.Database.InsertAsync(Insert + " ON CONFLICT DO NOTHING", new { key = $"k{i / 2}", digest = "d" })));
        rows.Sum().ShouldBe(50);
        (await CountAsync(test)).ShouldBe(50);
    }

    private static async Task<long> CountAsync(TestDatabase test) => await test.Database.ReadAsync(s => s.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM idempotency"));
}
