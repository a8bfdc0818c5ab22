using YbPay.Huimin.Tests.Hosting;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Hospital;
using static YbPay.Center.Tests.Hosting.Eventually;

namespace YbPay.Huimin.Tests.Claims;

/// <summary>The hospital refuses, breaks down or is silent: it is told until it has taken each message, in order, and takes each once.</summary>
public sealed class HospitalsStumble
{
    [Theory]
    [InlineData(BothDatabases.Sqlite, HospitalAnswer.Fail)]
    [InlineData(BothDatabases.Postgres, HospitalAnswer.Fail)]
    [InlineData(BothDatabases.Sqlite, HospitalAnswer.Down)]
    [InlineData(BothDatabases.Postgres, HospitalAnswer.Down)]
    public async Task What_the_hospital_does_not_take_it_is_told_again_and_what_follows_waits(string database, HospitalAnswer answer)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await new TestCase(host.First, TestPatient.Rich).ApplyAsync();
        await claim.HasBeenToldAsync("letter");
        host.Ward.Modes.Order(host.First.HospitalId, answer, 2);
        await claim.ReportedAsync();
        await host.Insurer.MoveOnAsync(claim.CaseId, toTheEnd: true, default);
        await claim.StandsAtAsync("71"); // paid, and not put away: the hospital does not know yet
        await claim.HasBeenToldAsync("letter 1");
        host.Clock.Advance(TimeSpan.FromSeconds(6));
        await claim.HasBeenToldAsync("letter 1 1");
        host.Clock.Advance(TimeSpan.FromSeconds(16));
        await claim.HasBeenToldAsync("letter 1 1 1 2 3 4");
        await claim.StandsAtAsync("9");
        (await TakenAsync(host, claim)).ShouldBe("1 2 3 4");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_the_hospital_took_and_the_platform_does_not_know_of_is_told_again_and_counts_once(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await (await new TestCase(host.First, TestPatient.Rich).ApplyAsync()).DocumentedAsync();
        await claim.HasBeenToldAsync("letter");
        host.Order(FaultTarget.Hospital, "HIS00004", FaultKind.LostAnswer);
        (await claim.ReportAsync()).RtCode.ShouldBe("0000");
        await claim.HasBeenToldAsync("letter 1");
        host.Clock.Advance(TimeSpan.FromSeconds(6));
        await claim.HasBeenToldAsync("letter 1 1");
        (await TakenAsync(host, claim)).ShouldBe("1");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_letter_that_was_not_taken_goes_before_all_notices(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        host.Order(FaultTarget.Hospital, "HIS00002", FaultKind.Refuse, 2);
        var claim = await (await new TestCase(host.First, TestPatient.Rich).ApplyAsync()).ReportedAsync();
        await host.Insurer.MoveOnAsync(claim.CaseId, toTheEnd: true, default);
        await claim.StandsAtAsync("71");
        (await TakenAsync(host, claim)).ShouldBe("");
        foreach (var seconds in (int[])[6, 16])
        {
            var before = await claim.ToldAsync();
            host.Clock.Advance(TimeSpan.FromSeconds(seconds));
            await GetAsync(claim.ToldAsync, told => told != before, "the letter again");
        }

        await claim.HasBeenToldAsync("letter letter letter 1 2 3 4");
        await claim.StandsAtAsync("9");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_hospital_that_is_gone_for_a_day_is_given_up_and_the_case_stays_open_to_questions(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await new TestCase(host.First, TestPatient.Rich).ApplyAsync();
        await claim.HasBeenToldAsync("letter");
        host.Ward.Modes.Order(host.First.HospitalId, HospitalAnswer.Down, 100);
        await claim.ReportedAsync();
        await host.Insurer.MoveOnAsync(claim.CaseId, toTheEnd: true, default);
        await claim.StandsAtAsync("71");
        for (var hour = 0; hour < 26; hour++)
        {
            host.Clock.Advance(TimeSpan.FromHours(1));
            await GetAsync(() => host.NumberAsync($"SELECT COUNT(*) FROM outbox WHERE state = 0 AND next_at <= {host.Clock.GetUtcNow().ToUnixTimeMilliseconds()}"), due => due == 0, "nothing is due");
        }

        await GetAsync(() => host.NumberAsync("SELECT COUNT(*) FROM outbox WHERE state = 2"), dead => dead == 4, "given up");
        (await claim.NodeAsync()).ShouldBe("4");
        (await claim.StatusAsync()).ShouldBe("71");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Nobody_gets_a_case_when_the_hospital_says_nothing_or_knows_no_such_visit(string database)
    {
        await using var host = await HuiminHost.StartAsync(database, options => options.HospitalTimeout = TimeSpan.FromSeconds(3));
        var claim = new TestCase(host.First, TestPatient.Rich);
        foreach (var kind in (FaultKind[])[FaultKind.LostAnswer, FaultKind.Timeout])
        {
            host.Order(FaultTarget.Hospital, "HIS00003", kind);
            (await RefusedAsync(claim)).ShouldBe((503, "HospitalSilent"));
        }

        host.Ward.Modes.Order(host.First.HospitalId, HospitalAnswer.Down, 1);
        (await RefusedAsync(claim)).ShouldBe((503, "HospitalSilent"));
        host.Ward.Modes.Order(host.First.HospitalId, HospitalAnswer.Fail, 1);
        (await RefusedAsync(claim)).ShouldBe((404, "VisitUnknown"));
        (await RefusedAsync(new TestCase(host.First, TestPatient.Poor) { VisitNo = claim.VisitNo })).ShouldBe((404, "VisitUnknown")); // somebody else's
        (await RefusedAsync(new TestCase(host.Second, TestPatient.Rich) { VisitNo = claim.VisitNo })).ShouldBe((404, "VisitUnknown")); // somewhere else
        var (status, body) = await claim.AskToApplyAsync(change: wanted => wanted["hospitalId"] = "H99999999999");
        (status, (string?)body["code"]).ShouldBe((404, "HospitalUnknown"));
        (await host.NumberAsync("SELECT COUNT(*) FROM cases")).ShouldBe(0);
        Directory.EnumerateFiles(host.ImageFolder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        host.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_hospital_without_an_address_is_not_told_and_asks(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await (await new TestCase(host.First, TestPatient.Rich).ApplyAsync()).DocumentedAsync();
        await using var without = await host.StartAnotherAsync(options =>
        {
            foreach (var partner in options.Partners) partner.CallbackUrl = "";
        });
        (await new TestCase(without.First, TestPatient.Rich).ReportAsync()).RtCode.ShouldBe("0000");
        (await host.NumberAsync("SELECT COUNT(*) FROM outbox WHERE topic = 'HIS00004'")).ShouldBe(0);
        (await claim.StatusAsync()).ShouldBe("2");
        var (status, body) = await new TestCase(without.Second, TestPatient.Rich).AskToApplyAsync();
        (status, (string?)body["code"]).ShouldBe((404, "HospitalUnknown"));
        (await new TestCase(without.First, TestPatient.Rich).NodeAsync()).ShouldBe("1");
        (await claim.NodeAsync()).ShouldBe("1");
    }

    private static async Task<(int Status, string? Code)> RefusedAsync(TestCase claim)
    {
        var (status, body) = await claim.AskToApplyAsync();
        return (status, (string?)body["code"]);
    }

    private static async Task<string> TakenAsync(HuiminHost host, TestCase claim) =>
        string.Join(' ', (await host.Ward.Books.TakenAsync(host.First.HospitalId, "HIS00004", default)).Select(subject => subject.Replace(claim.VisitNo + "/", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
}
