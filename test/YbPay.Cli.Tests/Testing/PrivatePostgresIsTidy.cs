using Npgsql;
using YbPay.Cli.Testing;

namespace YbPay.Cli.Tests.Testing;

public sealed class PrivatePostgresIsTidy
{
    [Fact]
    public async Task It_serves_with_fsync_on_and_leaves_nothing_behind()
    {
        await using var server = await PrivatePostgres.StartAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(server is null, "PostgreSQL is not installed.");
        await using (var source = NpgsqlDataSource.Create(server.ConnectionString))
        {
            await using var command = source.CreateCommand("SELECT current_setting('fsync') || ' ' || current_setting('synchronous_commit')");
            (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe("on on");
        }

        Directory.Exists(server.Folder).ShouldBeTrue();
        await server.DisposeAsync();
        Directory.Exists(server.Folder).ShouldBeFalse();
        await using var gone = new NpgsqlConnection(server.ConnectionString);
        await Should.ThrowAsync<NpgsqlException>(gone.OpenAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_asks_for_its_password()
    {
        await using var server = await PrivatePostgres.StartAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(server is null, "PostgreSQL is not installed.");
        await using var stranger = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "guess" }.ToString());
        (await Should.ThrowAsync<PostgresException>(stranger.OpenAsync(TestContext.Current.CancellationToken))).SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }
}
