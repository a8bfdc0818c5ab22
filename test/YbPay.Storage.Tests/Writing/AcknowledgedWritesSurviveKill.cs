using System.Diagnostics;

namespace YbPay.Storage.Tests.Writing;

/// <summary>A process of its own writes and says what was acknowledged; it is killed in the middle of it.</summary>
public sealed class AcknowledgedWritesSurviveKill
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_acknowledged_write_is_there_after_kill_and_half_a_write_never(string kind)
    {
        await using var place = TestPlace.Create(kind);
        var options = place.Options("role");
        var acknowledged = new List<string>();
        using (var child = Process.Start(CrashChild.Command(options))!)
        {
            while (acknowledged.Count < 500 && await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line) acknowledged.Add(line);
            child.Kill();
            while (await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
                if (line.EndsWith('.')) acknowledged.Add(line);
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(500);
        await using var database = await Databases.OpenAsync(options, null);
        var pairs = await database.ReadAsync(s => s.QueryAsync<(string Key, long Rows)>("SELECT key, COUNT(*) FROM idempotency GROUP BY key"));
        pairs.ShouldAllBe(pair => pair.Rows == 2);
        var there = pairs.Select(pair => pair.Key + ".").ToHashSet();
        acknowledged.ShouldAllBe(line => there.Contains(line));
    }
}
