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
        await RefusedAsync(at, head => head, "SIGN_IN_INVALID");
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
