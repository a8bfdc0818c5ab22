using Npgsql;

namespace YbPay.Storage.Tests.Writing;

/// <summary>A statement of everyday work ends when the connection's patience does; one of a check over whole tables does not.</summary>
public class SnapshotsTakeTheirTime
{
    private const string LongerThanASecond = "SELECT CAST(COUNT(pg_sleep(1.3)) AS BIGINT)";

    [Fact]
    public async Task A_check_may_take_longer_than_the_connection_waits()
    {
        await using var place = TestPlace.Create(BothDatabases.Postgres);
        var options = place.Options("patience");
        var hurried = new DatabaseOptions { Storage = options.Storage + ";Command Timeout=1", Schema = options.Schema };
        await using var database = await Databases.OpenAsync(hurried, null);
        (await database.ReadSnapshotAsync(session => session.FirstOrDefaultAsync<long>(LongerThanASecond))).ShouldBe(1);
        await Should.ThrowAsync<NpgsqlException>(() => database.ReadAsync(session => session.FirstOrDefaultAsync<long>(LongerThanASecond)));
    }
}
