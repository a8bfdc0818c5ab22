using YbPay.Storage.Migrations;

namespace YbPay.Storage.Tests.Migrating;

public sealed class MigrationsApplyOnce
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_second_start_applies_nothing_and_keeps_the_data(string kind)
    {
        await using var place = TestPlace.Create(kind);
        var options = place.Options("role");
        await using (var first = await Databases.OpenAsync(options, null))
            await first.WriteAsync(s => s.ExecuteAsync("INSERT INTO idempotency (scope, key, digest, created_at, expires_at) VALUES ('a', 'b', 'c', 1, 2)"));
        await using var second = await Databases.OpenAsync(options, null);
        (await second.ReadAsync(s => s.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM idempotency"))).ShouldBe(1);
        (await second.ReadAsync(s => s.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM schema_migrations"))).ShouldBe(3);
        (await second.ReadAsync(s => s.QueryAsync<string>("SELECT digest FROM schema_migrations"))).ShouldAllBe(digest => digest.Length == 64);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nodes_that_start_together_apply_each_migration_once(string kind)
    {
        await using var place = TestPlace.Create(kind);
        var options = place.Options("role");
        var nodes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Databases.OpenAsync(options, null))));
        (await nodes[0].ReadAsync(s => s.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM schema_migrations"))).ShouldBe(3);
        foreach (var node in nodes) await node.PingAsync(TestContext.Current.CancellationToken);
        foreach (var node in nodes) await node.DisposeAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_migration_changed_after_it_was_applied_refuses_the_start(string kind)
    {
        await using var place = TestPlace.Create(kind);
        var options = place.Options("role");
        await using (var database = await Databases.OpenAsync(options, null))
            await database.WriteAsync(s => s.ExecuteAsync("UPDATE schema_migrations SET digest = 'other' WHERE number = 2"));
        var error = await Should.ThrowAsync<MigrationException>(Databases.OpenAsync(options, null));
        error.Message.ShouldContain("0002.ledger");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Data_of_a_newer_program_refuses_the_start(string kind)
    {
        await using var place = TestPlace.Create(kind);
        var options = place.Options("role");
        await using (var database = await Databases.OpenAsync(options, null))
            await database.WriteAsync(s => s.ExecuteAsync("INSERT INTO schema_migrations (assembly, number, name, digest, applied_at) VALUES ('YbPay.Storage', 99, 'future', '', 1)"));
        (await Should.ThrowAsync<MigrationException>(Databases.OpenAsync(options, null))).Message.ShouldContain("0099.future");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_migration_that_fails_leaves_nothing_behind(string kind)
    {
        await using var place = TestPlace.Create(kind);
        var options = place.Options("role");
        await Should.ThrowAsync<StorageUnavailableException>(Databases.OpenAsync(options, typeof(MigrationsApplyOnce).Assembly));
        await using var database = await Databases.OpenAsync(options, null);
        (await database.ReadAsync(s => s.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM schema_migrations"))).ShouldBe(3);
    }

    [Fact]
    public void Both_dialects_have_the_same_migrations()
    {
        var storage = typeof(Databases).Assembly;
        Migration.EmbeddedIn(storage, Dialect.Sqlite).Select(m => m.Name).ShouldBe(Migration.EmbeddedIn(storage, Dialect.Postgres).Select(m => m.Name));
    }
}
