using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Sandbox.Time;

namespace YbPay.Huimin.Tests.Enrolment;

/// <summary>HOS00025, the page, HOS00001: the way of most patients.</summary>
public sealed class PatientsEnrol
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_hospital_gets_an_address_the_patient_signs_and_the_hospital_gets_the_token(string database)
    {
        await using var host = await HuiminHost.StartAsync(database, at: new SandboxClock(new(2026, 11, 20, 1, 30, 0, TimeSpan.Zero)));
        var before = (await host.First.AskEnrolmentAsync(TestPatient.Rich, "V0001")).Done<QueryEnrolmentReply>();
        (before.SignStatus, before.SignToken, before.SignDate, before.CreditPay, before.Insutype).ShouldBe(("0", null, null, null, "999"));
        before.ForwardUrl.ShouldNotBeNull().ShouldStartWith($"{host.Address}huimin/enrol/");

        using var page = new SigningPage((await host.First.AskAddressAsync(TestPatient.Rich, "V0001")).Done<EnrolmentAddressReply>().ForwardUrl);
        var shown = await page.OpenAsync();
        foreach (var told in (string[])["示例市第一医院", TestPatient.Rich.Name[..1] + "**", TestPatient.Rich.IdNo[..4] + "****", "借记卡", "信用卡", "信用贷", "个人账户"]) shown.ShouldContain(told);
        foreach (var hidden in (string[])[TestPatient.Rich.Name, TestPatient.Rich.Ending, TestPatient.Rich.Mobile, "6217990200000000413"]) shown.ShouldNotContain(hidden);
        (await page.SignAsync(page.PlaceOf(shown, "02"), TestPatient.Rich.Ending)).Status.ShouldBe(303);
        (await page.OpenAsync()).ShouldContain("签约成功");

        var after = (await host.First.AskEnrolmentAsync(TestPatient.Rich, "V0001")).Done<QueryEnrolmentReply>();
        (after.SignStatus, after.CreditPay, after.ForwardUrl).ShouldBe(("1", "01", null));
        after.SignToken.ShouldNotBeNull().ShouldMatch("^[0-9a-f]{64}$");
        after.SignDate.ShouldNotBeNull().ShouldStartWith("202611200930"); // China's time
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task The_token_is_one_and_the_same_at_every_hospital_and_node_and_is_kept_as_a_hash(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        await using var other = await host.StartAnotherAsync();
        var token = await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        (await other.Second.AskEnrolmentAsync(TestPatient.Rich, "W0001")).Done<QueryEnrolmentReply>().SignToken.ShouldBe(token);
        (await host.First.EnrolAsync(TestPatient.Second, "V0002")).ShouldNotBe(token);
        (await host.NumberAsync($"SELECT COUNT(*) FROM enrolments WHERE token_hash = '{token}'")).ShouldBe(0);
        (await other.Second.PaidAsync(token.ToUpperInvariant(), 100)).OrderStatus.ShouldBe("02");
        (await host.First.PayAsync(host.First.Payment(new string('a', 64), 100))).RtCode.ShouldBe("0001");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task One_with_a_single_account_finds_it_chosen_and_may_write_the_number_as_he_likes(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        using var page = new SigningPage((await host.First.AskAddressAsync(TestPatient.Poor)).Done<EnrolmentAddressReply>().ForwardUrl);
        (await page.OpenAsync()).ShouldContain("value=\"0\" required checked");
        var wide = string.Concat(TestPatient.Poor.Ending.ToLowerInvariant().Select(c => (char)(c - '!' + '\uFF01')));
        (await page.SignAsync("0", $" {wide[..3]} {wide[3..]} ")).Status.ShouldBe(303);
        (await page.OpenAsync()).ShouldContain("签约成功");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_number_is_no_proof_of_a_person(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        await host.First.EnrolAsync(TestPatient.Rich, "V0001");
        var impostor = TestPatient.Rich with { Name = "王五" };
        (await host.Second.AskEnrolmentAsync(impostor, "W0001")).RtCode.ShouldBe("0001");
        (await host.Second.AskAddressAsync(impostor, "W0001")).RtCode.ShouldBe("0001");
        (await host.NumberAsync("SELECT COUNT(*) FROM visits WHERE visit_no = 'W0001'")).ShouldBe(0);

        // Somebody who is not enrolled: the bank knows no such person.
        using var page = new SigningPage((await host.First.AskAddressAsync(TestPatient.Second with { Name = "王五" })).Done<EnrolmentAddressReply>().ForwardUrl);
        (await page.OpenAsync()).ShouldContain("没有查到可以用于签约的付款账户");
        (await page.SignAsync("0", TestPatient.Second.Ending)).Status.ShouldBe(303);
        (await host.NumberAsync("SELECT COUNT(*) FROM enrolments")).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_visit_stays_whose_it_was_told_to_be(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        (await host.First.AskAddressAsync(TestPatient.Rich, "V0001")).RtCode.ShouldBe("0000");
        foreach (var refused in (Replied[])[await host.First.AskAddressAsync(TestPatient.Second, "V0001"), await host.First.AskEnrolmentAsync(TestPatient.Second, "V0001")])
            (refused.RtCode, refused.RtMsg).ShouldBe(("1000", "就诊流水号属于其他患者"));
        (await host.Second.AskEnrolmentAsync(TestPatient.Second, "V0001")).RtCode.ShouldBe("0000"); // another hospital's visits are its own
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_hospital_asks_for_itself_only(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var request = new EnrolmentAddressRequest
        {
            IdNo = TestPatient.Rich.IdNo, UserName = TestPatient.Rich.Name, Mobile = TestPatient.Rich.Mobile, CityCode = host.First.CityCode, HospitalId = host.Second.HospitalId,
        };
        (await host.First.SendAsync("HOS00025", request)).RtCode.ShouldBe("1000");
        (await host.First.SendAsync("HOS00025", request with { HospitalId = host.First.HospitalId, CityCode = "110000" })).RtCode.ShouldBe("1000");
        (await host.NumberAsync("SELECT COUNT(*) FROM enrolment_pages")).ShouldBe(0);
    }
}
