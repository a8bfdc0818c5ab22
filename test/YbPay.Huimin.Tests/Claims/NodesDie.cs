using YbPay.Huimin.Tests.Hosting;
using static YbPay.Center.Tests.Hosting.Eventually;

namespace YbPay.Huimin.Tests.Claims;

/// <summary>What a process leaves that dies between a leg and its answer, between sending and recording: another one goes on from it, and nothing happens twice.</summary>
public sealed class NodesDie
{
    private const string Due = "state = 0, attempts = 0, reference = NULL, note = NULL, next_at = 1";

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_case_that_was_written_down_and_not_sent_is_handed_in(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await (await new TestCase(host.First, TestPatient.Rich).ApplyAsync()).DocumentedAsync();
        await host.Database.WriteAsync(async session =>
        {
            await session.ExecuteAsync("UPDATE cases SET status = 2, version = 1, told_node = '1' WHERE case_id = @CaseId", new { claim.CaseId });
            return await session.ExecuteAsync("INSERT INTO legs (leg_id, owner_id, kind, state, amount, created_at, updated_at, next_at) VALUES ('LGdead', @CaseId, 'case.submit', 0, 0, 1, 1, 1)", new { claim.CaseId });
        });
        await using var next = await host.StartAnotherAsync();
        await GetAsync(() => host.NumberAsync("SELECT COUNT(*) FROM legs WHERE leg_id = 'LGdead' AND state = 1"), done => done == 1, "handed in");
        (await host.Insurer.MoveOnAsync(null, toTheEnd: true, default)).ShouldBe(1);
        await claim.StandsAtAsync("9");
        (host.Log.Errors + next.Log.Errors).ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_case_that_the_insurer_has_and_whose_answer_nobody_recorded_is_not_handed_in_again(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await (await new TestCase(host.First, TestPatient.Rich).ApplyAsync()).ReportedAsync();
        await host.Database.WriteAsync(async session =>
        {
            await session.ExecuteAsync("DELETE FROM legs WHERE kind = 'case.follow'");
            return await session.ExecuteAsync($"UPDATE legs SET {Due} WHERE kind = 'case.submit'");
        });
        await using var next = await host.StartAnotherAsync();
        await GetAsync(() => host.NumberAsync("SELECT COUNT(*) FROM legs WHERE kind = 'case.submit' AND state = 1"), done => done == 1, "found out");
        (await host.NumberAsync("SELECT COUNT(*) FROM legs WHERE kind = 'case.submit'")).ShouldBe(1);
        (await host.Insurer.MoveOnAsync(null, toTheEnd: true, default)).ShouldBe(1);
        await claim.StandsAtAsync("9");
        await claim.HasBeenToldAsync("letter 1 2 3 4");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_withdrawal_that_the_insurer_carried_out_and_nobody_recorded_is_one(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await (await new TestCase(host.First, TestPatient.Rich).ApplyAsync()).ReportedAsync();
        (await claim.WithdrawAsync()).RtCode.ShouldBe("0000");
        await claim.HasBeenToldAsync("letter 1 9");
        await host.Database.WriteAsync(async session =>
        {
            await session.ExecuteAsync("DELETE FROM outbox_attempts WHERE message_id = (SELECT MAX(message_id) FROM outbox)");
            await session.ExecuteAsync("DELETE FROM outbox WHERE message_id = (SELECT MAX(message_id) FROM outbox)");
            await session.ExecuteAsync("UPDATE cases SET status = 2, told_node = '1', ended_at = NULL");
            return await session.ExecuteAsync($"UPDATE legs SET {Due} WHERE kind = 'case.withdraw'");
        });
        await using var next = await host.StartAnotherAsync();
        await claim.StandsAtAsync("0");
        await claim.HasBeenToldAsync("letter 1 9 9"); // once more, since nobody knew that it had been told
        (await host.Ward.Books.TakenAsync(host.First.HospitalId, "HIS00004", default)).Count.ShouldBe(2);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_node_that_took_work_and_died_is_replaced_when_its_lease_is_over(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await (await new TestCase(host.First, TestPatient.Rich).ApplyAsync()).ReportedAsync();
        await claim.HasBeenToldAsync("letter 1");
        var lease = host.Clock.GetUtcNow().AddSeconds(60).ToUnixTimeMilliseconds();
        await host.Database.WriteAsync(session => session.ExecuteAsync("UPDATE legs SET next_at = @lease, attempts = attempts + 1 WHERE kind = 'case.follow' AND state IN (0, 3)", new { lease }));
        await using var next = await host.StartAnotherAsync();
        await host.Insurer.MoveOnAsync(claim.CaseId, toTheEnd: true, default);
        host.Clock.Advance(TimeSpan.FromSeconds(61));
        await claim.StandsAtAsync("9");
        await claim.HasBeenToldAsync("letter 1 2 3 4");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Two_nodes_walk_many_cases_and_each_hospital_hears_each_node_once_and_in_order(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        await using var second = await host.StartAnotherAsync();
        var claims = new List<TestCase>();
        foreach (var (node, hospital, patient) in new[]
        {
            (host, 0, TestPatient.Rich), (second, 0, TestPatient.Second), (host, 1, TestPatient.Rich), (second, 1, TestPatient.Second),
        })
            claims.Add(await new TestCase(hospital == 0 ? node.First : node.Second, patient).ApplyAsync());
        await Task.WhenAll(claims.Select(claim => claim.ReportedAsync()));
        await host.Insurer.MoveOnAsync(null, toTheEnd: true, default);
        foreach (var claim in claims)
        {
            await claim.StandsAtAsync("9");
            (await claim.ToldAsync()).ShouldBe("letter 1 2 3 4");
        }

        (host.Log.Errors + second.Log.Errors).ShouldBeEmpty();
    }
}
