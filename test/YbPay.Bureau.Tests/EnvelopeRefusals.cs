using System.Text;
using YbPay.Bureau.Tests.Hosting;
using YbPay.Contracts.Fsi;
using YbPay.Protocol.Fsi;

namespace YbPay.Bureau.Tests;

/// <summary>What is refused before a transaction is looked at. Nothing is stored then.</summary>
public sealed class EnvelopeRefusals
{
    private static byte[] Query(string certNo) =>
        FsiJson.Write(new QueryPersonRequest { Data = new() { MdtrtCertType = "02", MdtrtCertNo = certNo } });

    private static async Task<FsiReply> RefusedAsync(TestInstitution at, Func<FsiHead, FsiHead> change, string refusal)
    {
        var messages = await at.Host.CountAsync("message");
        var reply = await at.SendAsync(change(at.Head("1101", at.NextMsgid())), Query(BureauSeed.Default.Persons[0].CertNo.Reveal()));
        reply.Infcode.ShouldBe(-1);
        reply.ErrMsg.ShouldNotBeNull().ShouldStartWith($"[{refusal}] ");
        (await at.Host.CountAsync("message")).ShouldBe(messages);
        return reply;
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_head_that_is_wrong_is_refused_by_name(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var at = await host.SignInAsync();
        var other = await host.SignInAsync(TestInstitution.Clinic);

        await RefusedAsync(at, head => head with { Infno = "9999" }, "TRANSACTION_UNKNOWN");
        await RefusedAsync(at, head => head with { FixmedinsCode = "H99999999999" }, "INSTITUTION_UNKNOWN");
        await RefusedAsync(at, head => head with { Msgid = head.Msgid[..29] + "X" }, "MSGID_INVALID");
        await RefusedAsync(at, head => head with { Msgid = TestInstitution.Clinic + head.Msgid[12..] }, "MSGID_INVALID");
        await RefusedAsync(at, head => head with { Msgid = head.Msgid[..12] + "20261399000000" + head.Msgid[26..] }, "MSGID_INVALID");
        await RefusedAsync(at, head => head with { Msgid = head.Msgid[..12] + "20260301000000" + head.Msgid[26..] }, "MSGID_STALE");
        await RefusedAsync(at, head => head with { SignNo = null }, "SIGN_IN_INVALID");
        await RefusedAsync(at, head => head with { SignNo = "ABCDEFGHIJ" }, "SIGN_IN_INVALID");
        await RefusedAsync(at, head => head with { SignNo = other.SignNo }, "SIGN_IN_INVALID");
    }

    /// <summary>Seconds of the msgid's time and of inf_time from the clock; the refusal and a piece of its particulars.</summary>
    [Theory]
    [InlineData(0, 0, null, "")]
    [InlineData(300, 300, null, "")]
    [InlineData(-86_400, 0, null, "")]
    [InlineData(-86_400, -86_400, null, "")]
    [InlineData(0, -300, null, "")]
    [InlineData(301, 301, "MSGID_STALE", "晚于中心时间")]
    [InlineData(86_400, 0, "MSGID_STALE", "晚于中心时间")]
    [InlineData(-86_401, 0, "MSGID_STALE", "早于中心时间")]
    [InlineData(0, 301, "INF_TIME_INVALID", "晚于中心时间")]
    [InlineData(-86_400, -86_401, "INF_TIME_INVALID", "早于中心时间")]
    [InlineData(0, -301, "INF_TIME_INVALID", "早于报文ID的时间")]
    public async Task Msgid_inf_time_and_clock_must_fit_each_other(int msgid, int infTime, string? refusal, string particulars)
    {
        await using var host = await BureauHost.StartAsync(BothDatabases.Sqlite);
        var at = await host.SignInAsync();
        var now = host.Clock.GetUtcNow();
        var head = at.Head("1101", FsiNumbers.Msgid(at.Code, now.AddSeconds(msgid), 77)) with { InfTime = now.AddSeconds(infTime) };
        var reply = await at.SendAsync(head, Query(BureauSeed.Default.Persons[0].CertNo.Reveal()));
        if (refusal is null) reply.ErrMsg.ShouldBeNull();
        else reply.ErrMsg.ShouldNotBeNull().ShouldStartWith($"[{refusal}] ");
        (reply.ErrMsg ?? "").ShouldContain(particulars);
        reply.Infcode.ShouldBe(refusal is null ? 0 : -1);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Sign_in_carries_no_sign_no_and_uses_its_msgid_up(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var at = await host.SignInAsync();
        var signIn = FsiJson.Write(new SignInRequest { SignIn = new() { OpterNo = "0001", Mac = "00-00-00-00-00-00", Ip = "127.0.0.1" } });
        var head = at.Head("9001", at.NextMsgid());
        (await at.SendAsync(head with { SignNo = at.SignNo }, signIn)).ErrMsg.ShouldNotBeNull().ShouldStartWith("[SIGN_NO_UNWANTED] ");
        (await at.SendAsync(head with { SignNo = "" }, signIn)).ErrMsg.ShouldBeNull();
        (await at.SendAsync(head, signIn)).ErrMsg.ShouldNotBeNull().ShouldStartWith("[MSGID_REPEATED] ");
        (await RefusedAsync(at, told => told with { SignNo = "" }, "SIGN_IN_INVALID")).ErrMsg.ShouldNotBeNull().ShouldContain("缺少签到编号");
    }

    /// <summary>Of two faults the one that is looked at first is told: envelope, infno, institution, msgid, inf_time, permission, sign-in, input.</summary>
    [Fact]
    public async Task The_head_is_checked_in_one_order()
    {
        await using var host = await BureauHost.StartAsync(BothDatabases.Sqlite);
        var pharmacy = await host.SignInAsync(TestInstitution.Pharmacy);
        var late = host.Clock.GetUtcNow().AddHours(1);
        Func<FsiHead, FsiHead>[] faults =
        [
            head => head with { Infno = "9999" }, head => head with { FixmedinsCode = "H99999999999" }, head => head with { Msgid = "1" }, head => head with { InfTime = late },
            head => head with { OpterType = "3" }, head => head with { SignNo = null },
        ];
        string[] refusals = ["TRANSACTION_UNKNOWN", "INSTITUTION_UNKNOWN", "MSGID_INVALID", "INF_TIME_INVALID", "MOBILE_NOT_PERMITTED", "SIGN_IN_INVALID"];
        for (var first = 0; first < faults.Length; first++)
            await RefusedAsync(pharmacy, head => faults.Skip(first).Aggregate(head, (told, fault) => fault(told)), refusals[first]);
        (await pharmacy.SendAsync(pharmacy.Head("1101", pharmacy.NextMsgid()), "{}"u8.ToArray())).ErrMsg.ShouldNotBeNull().ShouldStartWith("[INPUT_INVALID] ");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_sign_in_holds_for_a_day(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var at = await host.SignInAsync();
        var patient = Patient.Of(at, 0);
        host.Clock.Advance(TimeSpan.FromHours(23.9));
        (await patient.BalanceAsync()).ShouldBe(356.80m);
        host.Clock.Advance(TimeSpan.FromHours(0.2));
        (await RefusedAsync(at, head => head, "SIGN_IN_INVALID")).ErrMsg.ShouldNotBeNull().ShouldContain("已过期");
        await at.SignInAsync();
        (await patient.BalanceAsync()).ShouldBe(356.80m);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_institution_without_the_permission_sends_nothing_from_a_phone(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        await RefusedAsync(await host.SignInAsync(TestInstitution.Pharmacy), head => head with { OpterType = "3" }, "MOBILE_NOT_PERMITTED");
        var hospital = await host.SignInAsync();
        var reply = await hospital.SendAsync(hospital.Head("1101", hospital.NextMsgid()) with { OpterType = "3" }, Query(BureauSeed.Default.Persons[0].CertNo.Reveal()));
        reply.ErrMsg.ShouldBeNull();
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_repeated_msgid_has_no_second_effect_whatever_its_body(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        var msgid = patient.At.NextMsgid();
        await patient.At.AskAsync<RegisterOutpatientRequest, RegisterOutpatientReply>("2201", patient.Registration(), msgid);
        await patient.At.RefusedAsync("MSGID_REPEATED", "2201", patient.Registration(), msgid);
        await patient.At.RefusedAsync("MSGID_REPEATED", "2201", Patient.Of(patient.At, 1).Registration(), msgid);
        await patient.At.RefusedAsync("MSGID_REPEATED", "1101", new QueryPersonRequest { Data = new() { MdtrtCertType = "02", MdtrtCertNo = patient.CertNo } }, msgid);
        (await host.CountAsync("visit")).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task After_a_refusal_the_msgid_is_free(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        patient.MdtrtId = "440100260310000000NONE000001";
        var msgid = patient.At.NextMsgid();
        await patient.At.RefusedAsync("VISIT_UNKNOWN", "2203", patient.Visit(), msgid);
        await patient.RegisterAsync();
        await patient.At.DoAsync("2203", patient.Visit(), msgid);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_person_number_without_the_insured_region_is_refused(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        var head = patient.At.Head("2201", patient.At.NextMsgid()) with { InsuplcAdmdvs = null };
        (await patient.At.SendAsync(head, FsiJson.Write(patient.Registration()))).ErrMsg.ShouldNotBeNull().ShouldStartWith("[INSUPLC_MISSING] ");
        (await host.CountAsync("visit")).ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"infno\":\"1101\"}")]
    [InlineData("<xml/>")]
    public async Task What_is_no_envelope_gets_a_refusal_and_no_stack_trace(string body)
    {
        await using var host = await BureauHost.StartAsync(BothDatabases.Sqlite);
        var answer = await host.PostAsync(Encoding.UTF8.GetBytes(body));
        answer.ShouldContain("[MALFORMED]");
        answer.ShouldNotContain("   at ");
        (await host.CountAsync("message")).ShouldBe(0);
    }

    [Fact]
    public async Task Every_broken_field_of_the_input_is_named_at_once()
    {
        await using var host = await BureauHost.StartAsync(BothDatabases.Sqlite);
        var at = await host.SignInAsync();
        var reply = await at.SendAsync(at.Head("2601", at.NextMsgid()), """{"data":{"psn_no":"","omsgid":"1234567890123456789012345678901","oinfno":7}}"""u8.ToArray());
        var text = reply.ErrMsg.ShouldNotBeNull();
        text.ShouldStartWith("[INPUT_INVALID] ");
        text.ShouldContain("psn_no");
        text.ShouldContain("omsgid");
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_unread()
    {
        await using var host = await BureauHost.StartAsync(BothDatabases.Sqlite);
        (await host.PostAsync(new byte[9 * 1024 * 1024])).ShouldContain("[MALFORMED]");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_breaks_inside_is_answered_with_nothing_that_could_pass_for_a_refusal(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await host.Database.WriteAsync(session => session.ExecuteAsync("DROP TABLE visit"));
        using var content = new ByteArrayContent(FsiEnvelope.WriteRequest(patient.At.Head("2201", patient.At.NextMsgid()), FsiJson.Write(patient.Registration())));
        using var answer = await host.Http.PostAsync(new Uri("/fsi/api/callService", UriKind.Relative), content);
        ((int)answer.StatusCode).ShouldBe(500);
        (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
        host.Log.Whole.ShouldContain("Transaction 2201");
        host.Log.Whole.ShouldNotContain(patient.PsnNo);
    }
}
