using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using YbPay.Sandbox.Bank;
using YbPay.Sandbox.Control;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Tests.Bank;
using YbPay.Sandbox.Tests.Hospital;

namespace YbPay.Sandbox.Tests.Control;

public sealed class ControlMovesTheSandbox : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private readonly FaultBook _faults = new();
    private BankHost _bank = null!;
    private HospitalHost _hospital = null!;
    private LocalServer _center = null!;
    private LocalServer _control = null!;
    private Func<string, JsonElement, IResult> _voucher = (_, _) => Results.Json(new { value = "V1", expiresAt = 1_772_366_400_000 });

    public async ValueTask InitializeAsync()
    {
        _bank = await BankHost.StartAsync(BothDatabases.Sqlite);
        _hospital = await HospitalHost.StartAsync(BothDatabases.Sqlite);
        _center = await LocalServer.StartAsync(_ => { }, app => app.MapPost("/internal/vouchers", async Task<IResult> (HttpContext context) =>
            _voucher(context.Request.Headers["X-Internal-Token"].ToString(), await context.Request.ReadFromJsonAsync<JsonElement>())));
        _control = await LocalServer.StartAsync(
            services => services.AddControl(
                new() { CenterBaseUrl = _center.Address.ToString().TrimEnd('/'), InternalToken = "internal", Persons = [new("P1", "I1", "01", "陈志远", "310", "440100", "", 1m, 0m)] }, _faults, _bank.Clock, _bank.Patient, _hospital.Ward),
            app => app.MapControl());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _control.DisposeAsync();
        await _center.DisposeAsync();
        await _hospital.DisposeAsync();
        await _bank.DisposeAsync();
    }

    [Fact]
    public async Task Vouchers_come_from_the_centre_with_their_expiry_in_China_time()
    {
        _voucher = (token, wanted) => token == "internal" && wanted.GetProperty("psnNo").GetString() == "P1" && wanted.GetProperty("kind").GetString() == "ecToken"
            && wanted.GetProperty("idNo").GetString() == "I1" && wanted.GetProperty("userName").GetString() == "陈志远" && wanted.GetProperty("insuplcAdmdvs").GetString() == "440100"
            ? Results.Json(new { value = "EC1", expiresAt = "2026-03-01T12:00:00Z" })
            : Results.NotFound();

        var (status, voucher) = await PostAsync("/vouchers", """{"psnNo":"P1","kind":"ecToken"}""");

        status.ShouldBe(200, voucher.GetRawText());
        (status, voucher.GetProperty("value").GetString(), voucher.GetProperty("expiresAt").GetString()).ShouldBe((200, "EC1", "2026-03-01T20:00:00+08:00"));
        (await PostAsync("/vouchers", """{"psnNo":"P2","kind":"ecToken"}""")).Status.ShouldBe(404);
        (await PostAsync("/vouchers", """{"psnNo":"P1","kind":"gold"}""")).Status.ShouldBe(400);
        (await PostAsync("/vouchers", """{"kind":"ecToken"}""")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_centre_that_fails_or_is_gone_is_told_as_such()
    {
        _voucher = (_, _) => Results.StatusCode(500);
        (await PostAsync("/vouchers", """{"psnNo":"P1","kind":"qrCode"}""")).Status.ShouldBe(502);
        _voucher = (_, _) => Results.Text("<html>");
        (await PostAsync("/vouchers", """{"psnNo":"P1","kind":"qrCode"}""")).Status.ShouldBe(502);
        await _center.DisposeAsync();
        (await PostAsync("/vouchers", """{"psnNo":"P1","kind":"qrCode"}""")).Status.ShouldBe(502);
    }

    [Fact]
    public async Task A_fault_is_ordered_and_listed_until_it_struck()
    {
        var (status, ordered) = await PostAsync("/faults", """{"target":"core","transaction":"2207","kind":"lostAnswer","count":2}""");

        (status, ordered.GetProperty("delayMs").GetInt32()).ShouldBe((200, 0));
        var (_, waiting) = await GetAsync("/faults");
        waiting[0].GetRawText().ShouldBe(ordered.GetRawText().Replace("\n", "\n  ", StringComparison.Ordinal));
        _faults.Take(FaultTarget.Core, "2207")!.Kind.ShouldBe(FaultKind.LostAnswer);
        _faults.Take(FaultTarget.Core, "2207").ShouldNotBeNull();
        (await GetAsync("/faults")).Body.GetArrayLength().ShouldBe(0);

        var (refused, problem) = await PostAsync("/faults", """{"target":"core","transaction":"2207","kind":"lostAnswer","count":-2}""");
        (refused, problem.GetProperty("error").GetString()!.Contains("count", StringComparison.Ordinal)).ShouldBe((400, true));
    }

    [Fact]
    public async Task Faults_that_have_not_struck_are_forgotten_on_demand()
    {
        await PostAsync("/faults", """{"target":"core","transaction":"2207","kind":"lostAnswer","count":3}""");
        _faults.Take(FaultTarget.Core, "2207").ShouldNotBeNull();

        using var answer = await _http.DeleteAsync(new Uri(_control.Address, "/faults"), TestContext.Current.CancellationToken);
        var left = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

        (left.GetArrayLength(), left[0].GetProperty("count").GetInt32()).ShouldBe((1, 2));
        _faults.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task The_patient_pays_only_what_the_bank_knows()
    {
        (await PostAsync("/bank/ORD1", """{"action":"pay"}""")).Status.ShouldBe(404);
        await _bank.PostAsync("/bank/payments", _bank.Payment("T1", 777));

        var (_, declined) = await PostAsync("/bank/ORD1", """{"action":"decline"}""");
        (declined.GetProperty("status").GetString(), declined.GetProperty("amount").GetInt64()).ShouldBe(("DECLINED", 777));
        (await PostAsync("/bank/ORD1", """{"action":"pay"}""")).Body.GetProperty("status").GetString().ShouldBe(BankStatus.Paid);
        (await PostAsync("/bank/ORD1", """{"action":"pay"}""")).Status.ShouldBe(404);
        (await PostAsync("/bank/ORD1", """{"action":"steal"}""")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_hospital_answers_as_told_and_shows_what_it_received()
    {
        (await PostAsync("/hospital", """{"orgCodg":"H2","answer":"fail","count":1}""")).Status.ShouldBe(200);
        await _hospital.TellAsync(HospitalHost.ClearOne, """{"payOrdId":"ORD1","orgName":"东湖中心"}"""u8.ToArray());
        await _hospital.TellAsync(HospitalHost.ClearOne, """{"payOrdId":"ORD1","orgName":"东湖中心"}"""u8.ToArray());

        var (_, received) = await GetAsync("/received?orgCodg=H2");

        received.EnumerateArray().Select(callback => callback.GetProperty("answer").GetString()).ShouldBe(["fail", "ok"]);
        received[0].EnumerateObject().Select(member => member.Name).ShouldBe(["transaction", "receivedAt", "data", "answer"]);
        received[0].GetProperty("data").GetProperty("orgName").GetString().ShouldBe("东湖中心");
        received[0].GetProperty("receivedAt").GetString()!.ShouldEndWith("+08:00");
    }

    [Theory]
    [InlineData("""{"orgCodg":"H9","answer":"ok"}""", 404)]
    [InlineData("""{"answer":"ok"}""", 400)]
    [InlineData("""{"orgCodg":"H1","answer":"perhaps"}""", 400)]
    [InlineData("""{"orgCodg":"H1","answer":"fail","count":0}""", 400)]
    [InlineData("""{"orgCodg":"H1","answer":"fail","count":1e9}""", 400)]
    [InlineData("no json", 400)]
    public async Task A_hospital_cannot_be_told_nonsense(string body, int status) => (await PostAsync("/hospital", body)).Status.ShouldBe(status);

    [Fact]
    public async Task The_clock_is_put_on_and_never_back()
    {
        var (_, first) = await PostAsync("/clock", """{"advance":"PT2H"}""");
        first.GetProperty("offset").GetString().ShouldBe("PT2H");
        DateTimeOffset.Parse(first.GetProperty("now").GetString()!, null).ShouldBeInRange(DateTimeOffset.UtcNow.AddMinutes(115), DateTimeOffset.UtcNow.AddMinutes(125));
        first.GetProperty("now").GetString()!.ShouldEndWith("+08:00");

        foreach (var bad in (string[])["-PT1H", "2 hours", "P99Y", ""])
            (await PostAsync("/clock", JsonSerializer.Serialize(new { advance = bad }))).Status.ShouldBe(400);
        (await PostAsync("/clock", "{}")).Status.ShouldBe(400);
        (await GetAsync("/clock")).Body.GetProperty("offset").GetString().ShouldBe("PT2H");
    }

    [Fact]
    public async Task The_root_tells_what_there_is()
    {
        (await GetAsync("/")).Body.EnumerateObject().Select(member => member.Name).ShouldContain("POST /vouchers");
        (await GetAsync("/received")).Status.ShouldBe(400);
        (await GetAsync("/received?orgCodg=H9")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("192.168.1.7", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    public void Only_this_machine_gets_in(string remote, bool admitted) => LoopbackOnly.IsLoopback(IPAddress.Parse(remote)).ShouldBe(admitted);

    private async Task<(int Status, JsonElement Body)> PostAsync(string path, string body)
    {
        using var answer = await _http.PostAsync(new Uri(_control.Address, path), new StringContent(body, Encoding.UTF8, "application/json"));
        return ((int)answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync()));
    }

    private async Task<(int Status, JsonElement Body)> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(_control.Address, path));
        return ((int)answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync()));
    }
}
