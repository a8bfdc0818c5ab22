using System.Text;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Hospital;

namespace YbPay.Sandbox.Tests.Hospital;

public sealed class HospitalIsTold
{
    private const string Notice = """{"payOrdId":"ORD1","feeSumamt":100.00,"orgName":"东湖中心"}""";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_delivery_is_recorded_in_order_and_the_order_settles_once(string database)
    {
        await using var host = await HospitalHost.StartAsync(database);

        (await host.TellAsync(HospitalHost.SealedOne, host.Seal(Notice))).ShouldBe((true, true));
        (await host.TellAsync(HospitalHost.SealedOne, host.Seal(Notice))).ShouldBe((true, true));
        (await host.TellAsync(HospitalHost.SealedOne, host.Seal("""{"payOrdId":"ORD2"}"""), "6204")).ShouldBe((true, true));

        var received = await host.Ward.Books.ReceivedAsync(HospitalHost.SealedOne, default);
        received.Select(callback => (callback.Transaction, (string?)callback.Data!["payOrdId"], callback.Answer))
            .ShouldBe([("6302", "ORD1", HospitalAnswer.Ok), ("6302", "ORD1", HospitalAnswer.Ok), ("6204", "ORD2", HospitalAnswer.Ok)]);
        received[0].Data!.ToJsonString().ShouldContain("100.00");
        (await host.Ward.Books.SettledAsync(HospitalHost.SealedOne, default)).ShouldBe(["ORD1"]);
        (await host.Ward.Books.ReceivedAsync(HospitalHost.ClearOne, default)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Told_to_fail_it_fails_as_often_as_told_and_then_settles(string database)
    {
        await using var host = await HospitalHost.StartAsync(database);
        host.Ward.Modes.Order(HospitalHost.SealedOne, HospitalAnswer.Fail, 2);

        (await host.TellAsync(HospitalHost.SealedOne, host.Seal(Notice))).ShouldBe((false, true));
        (await host.TellAsync(HospitalHost.SealedOne, host.Seal(Notice))).ShouldBe((false, true));
        (await host.Ward.Books.SettledAsync(HospitalHost.SealedOne, default)).ShouldBeEmpty();
        (await host.TellAsync(HospitalHost.SealedOne, host.Seal(Notice))).ShouldBe((true, true));
        (await host.Ward.Books.SettledAsync(HospitalHost.SealedOne, default)).ShouldBe(["ORD1"]);
    }

    [Fact]
    public async Task A_hospital_that_is_down_answers_HTTP_500_and_its_memory_survives_a_restart()
    {
        await using var host = await HospitalHost.StartAsync(BothDatabases.Sqlite);
        host.Ward.Modes.Order(HospitalHost.ClearOne, HospitalAnswer.Down, 1);

        await Should.ThrowAsync<HttpRequestException>(() => host.TellAsync(HospitalHost.ClearOne, Encoding.UTF8.GetBytes(Notice)));
        (await host.TellAsync(HospitalHost.ClearOne, Encoding.UTF8.GetBytes(Notice))).ShouldBe((true, false));
        await host.RestartAsync();

        (await host.Ward.Books.ReceivedAsync(HospitalHost.ClearOne, default)).Select(callback => callback.Answer).ShouldBe([HospitalAnswer.Down, HospitalAnswer.Ok]);
        (await host.Ward.Books.SettledAsync(HospitalHost.ClearOne, default)).ShouldBe(["ORD1"]);
    }

    [Theory]
    [InlineData(Notice)]
    [InlineData("{\"data\":" + Notice + "}")]
    public async Task A_clear_notice_is_taken_by_the_hospital_that_asked_for_it_only(string body)
    {
        await using var host = await HospitalHost.StartAsync(BothDatabases.Sqlite);

        (await host.TellAsync(HospitalHost.ClearOne, Encoding.UTF8.GetBytes(body))).ShouldBe((true, false));
        (await host.TellAsync(HospitalHost.SealedOne, Encoding.UTF8.GetBytes(body))).ShouldBe((false, true));
        (await host.Ward.Books.ReceivedAsync(HospitalHost.SealedOne, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_notice_that_is_tampered_old_or_not_JSON_is_refused_and_has_no_effect()
    {
        await using var host = await HospitalHost.StartAsync(BothDatabases.Sqlite);
        var tampered = host.Seal(Notice);
        tampered[tampered.AsSpan().IndexOf("\"encData\":\""u8) + 20] ^= 1;

        foreach (var body in (byte[][])[tampered, host.Seal(Notice, DateTimeOffset.UtcNow.AddHours(-1)), "no json"u8.ToArray(), host.Seal("""{"feeSumamt":1}""")])
            (await host.TellAsync(HospitalHost.SealedOne, body)).Success.ShouldBeFalse();
        (await host.Ward.Books.ReceivedAsync(HospitalHost.SealedOne, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Refused_by_a_fault_it_answers_fail_and_a_lost_answer_has_its_effect()
    {
        await using var host = await HospitalHost.StartAsync(BothDatabases.Sqlite);
        host.Faults.Order(new(FaultTarget.Hospital, "6302", FaultKind.Refuse, 1, 0));
        (await host.TellAsync(HospitalHost.SealedOne, host.Seal(Notice))).ShouldBe((false, true));
        (await host.Ward.Books.SettledAsync(HospitalHost.SealedOne, default)).ShouldBeEmpty();

        host.Faults.Order(new(FaultTarget.Hospital, "6302", FaultKind.LostAnswer, 1, 0));
        await Should.ThrowAsync<HttpRequestException>(() => host.TellAsync(HospitalHost.SealedOne, host.Seal(Notice)));
        (await host.Ward.Books.SettledAsync(HospitalHost.SealedOne, default)).ShouldBe(["ORD1"]);
    }

    [Fact]
    public async Task Nobody_is_at_home_for_an_institution_that_does_not_exist()
    {
        await using var host = await HospitalHost.StartAsync(BothDatabases.Sqlite);

        (await Should.ThrowAsync<HttpRequestException>(() => host.TellAsync("H9", "{}"u8.ToArray()))).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }
}
