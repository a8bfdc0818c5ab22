namespace YbPay.Storage.Tests.Writing;

/// <summary>Several roles and nodes share a server that takes 100 connections as it comes: no role may open as many as there are requests.</summary>
public sealed class PostgresKeepsFewConnections
{
    [Fact]
    public async Task However_many_write_at_once()
    {
        await using var test = await TestDatabase.OpenAsync(BothDatabases.Postgres);
        var counts = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => test.Database.WriteAsync(async s =>
        {
            await s.FirstOrDefaultAsync<string>("SELECT pg_sleep(0.01)::text");
            return await s.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = current_setting('application_name')");
        })));
        counts.Max().ShouldBeInRange(2, 21);
    }
}
