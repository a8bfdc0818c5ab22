using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;
using static YbPay.Center.Tests.Hosting.Eventually;

namespace YbPay.Huimin.Tests.Claims;

/// <summary>A claim from the patient's application to the money, over HTTP, with the reference hospital and the insurer at their own addresses.</summary>
public sealed class PatientsClaim
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_fast_claim_goes_from_the_application_to_the_payment_and_the_hospital_hears_of_every_node(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = new TestCase(host.First, TestPatient.Rich);
        (await claim.NodeAsync()).ShouldBe("0");
        await claim.ApplyAsync();
        (await claim.NodeAsync()).ShouldBe("1");
        await claim.HasBeenToldAsync("letter");

        await claim.DocumentedAsync();
        (await claim.ReportAsync("2")).RtCode.ShouldBe("0000");
        (await claim.StatusAsync()).ShouldBe("1"); // more is to come
        (await claim.ReportAsync()).RtCode.ShouldBe("0000");
        (await claim.StatusAsync()).ShouldBe("2");

        var nodes = new List<string>();
        foreach (var status in (string[])["3", "5", "61", "62"])
        {
            await claim.StageAsync(status);
            nodes.Add(await claim.NodeAsync());
            (await host.NumberAsync("SELECT COALESCE(amount, -1) FROM cases")).ShouldBe(status is "3" or "5" ? -1 : 9_600);
        }

        nodes.ShouldBe(["1", "2", "3", "4"]);
        await host.Insurer.MoveOnAsync(claim.CaseId, toTheEnd: false, default);
        await claim.StandsAtAsync("9"); // paid, everybody has been told, put away
        await claim.HasBeenToldAsync("letter 1 2 3 4");

        var asked = (await claim.AskAsync()).Done<QueryCaseReply>();
        (asked.ClaimNode, asked.InsuranceId, asked.InsuranceName, asked.ClaimType).ShouldBe(("4", "HMB44001", "示例惠民保", "2"));
        // 2335.00 are the patient's, 1215.00 of them not insured; 1000.00 deductible; 80 % of the rest.
        (await host.NumberAsync("SELECT amount FROM cases")).ShouldBe(9_600);
        (await host.NumberAsync("SELECT COUNT(*) FROM legs WHERE state IN (0, 3)")).ShouldBe(0);
        host.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task The_hospital_gets_the_letter_that_the_patient_signed(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var letter = Images.Jpeg(text: "授权书");
        var (status, _) = await new TestCase(host.First, TestPatient.Rich).AskToApplyAsync(letter: letter);
        status.ShouldBe(201);
        var told = await GetAsync(() => host.Ward.Books.ReceivedAsync(host.First.HospitalId, default), all => all.Count == 1, "the letter");
        ((string?)told[0].Data!["file"]).ShouldBe($"{letter.Length} bytes, SM3 {Convert.ToHexStringLower(YbPay.Cryptography.Sm3.Hash(letter))}");
        ((string?)told[0].Data!["insuranceId"], (string?)told[0].Data!["claimType"], (string?)told[0].Data!["idNo"]).ShouldBe(("HMB44001", "2", TestPatient.Rich.IdNo));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_the_insurer_does_not_cover_is_refused_and_put_away(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await (await new TestCase(host.First, TestPatient.Poor).ApplyAsync()).ReportedAsync();
        await host.Insurer.MoveOnAsync(claim.CaseId, toTheEnd: true, default);
        await claim.StandsAtAsync("9");
        await claim.HasBeenToldAsync("letter 1 4");
        (await host.NumberAsync("SELECT amount FROM cases")).ShouldBe(0);
        (await host.Database.ReadAsync(session => session.FirstOrDefaultAsync<string>("SELECT note FROM cases"))).ShouldBe("未投保该保险");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task The_relief_fund_approves_and_pays(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await (await new TestCase(host.First, TestPatient.Poor).ApplyAsync(TestCase.Relief, kind: "relief")).ReportedAsync();
        await claim.StageAsync("111");
        (await claim.NodeAsync()).ShouldBe("11");
        (await claim.WithdrawAsync()).RtCode.ShouldBe("1000");
        await claim.StageAsync("112");
        (await claim.NodeAsync()).ShouldBe("12");
        await claim.HasBeenToldAsync("letter 1 11 12");
        (await host.NumberAsync("SELECT amount FROM cases")).ShouldBe(233_500);
        host.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Who_asks_seldom_is_told_of_every_node_all_the_same(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await (await new TestCase(host.First, TestPatient.Second).ApplyAsync()).ReportedAsync();
        await host.Insurer.MoveOnAsync(claim.CaseId, toTheEnd: true, default);
        await claim.HasBeenToldAsync("letter 1 2 3 4");
        await claim.StandsAtAsync("9");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Without_a_visit_number_the_newest_visit_is_meant(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = new TestCase(host.First, TestPatient.Rich);
        var (status, body) = await claim.AskToApplyAsync(change: wanted => wanted.Remove("treatmentSerialNo"));
        (status, (string?)body["treatmentSerialNo"], (string?)body["claimNode"]).ShouldBe((201, claim.VisitNo, "1"));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Only_who_has_the_internal_token_applies_or_looks_at_images(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = new TestCase(host.First, TestPatient.Rich);
        using var body = new ByteArrayContent("{}"u8.ToArray());
        (await claim.PostAsync(body, token: "another")).Status.ShouldBe(404);
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(host.Address, "/internal/claims/CA1/images/00"));
        ((int)answer.StatusCode).ShouldBe(404);
    }
}
