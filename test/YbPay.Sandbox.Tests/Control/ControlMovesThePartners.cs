using System.Text;
using System.Text.Json;
using YbPay.Sandbox.Control;
using YbPay.Sandbox.Plan;
using YbPay.Sandbox.Tests.Bank;
using YbPay.Sandbox.Tests.CreditBank;
using YbPay.Sandbox.Tests.Hospital;
using YbPay.Sandbox.Tests.Insurer;
using static YbPay.Sandbox.Tests.CreditBank.CreditHost;

namespace YbPay.Sandbox.Tests.Control;

/// <summary>The levers of the systems behind the huimin platform.</summary>
public sealed class ControlMovesThePartners : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private BankHost _bank = null!;
    private HospitalHost _hospital = null!;
    private CreditHost _credit = null!;
    private InsurerHost _insurer = null!;
    private LocalServer _control = null!;

    public async ValueTask InitializeAsync()
    {
        _bank = await BankHost.StartAsync(BothDatabases.Sqlite);
        _hospital = await HospitalHost.StartAsync(BothDatabases.Sqlite);
        _credit = await CreditHost.StartAsync(BothDatabases.Sqlite);
        _insurer = await InsurerHost.StartAsync(BothDatabases.Sqlite);
        _control = await LocalServer.StartAsync(
            services => services.AddControl(
                new() { CenterBaseUrl = "http://127.0.0.1:1", InternalToken = "internal", Persons = SandboxPersons.From(Bureau.BureauSeed.Default) },
                _credit.Faults, _credit.Clock, _bank.Patient, _hospital.Ward, _credit.Desk, _insurer.Desk),
            app => app.MapControl());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _control.DisposeAsync();
        await _insurer.DisposeAsync();
        await _credit.DisposeAsync();
        await _hospital.DisposeAsync();
        await _bank.DisposeAsync();
    }

    [Fact]
    public async Task The_credit_bank_is_late_until_it_is_told_to_finish()
    {
        var agreement = await _credit.AgreedAsync(Chen, "01");
        (await PostAsync("/credit-bank", """{"action":"late","what":"payment","count":2,"after":"P1D"}""")).Status.ShouldBe(200);
        Text(await _credit.PayAsync("P1", agreement, 100), "status").ShouldBe("WAITING");

        (await PostAsync("/credit-bank", """{"action":"finish"}""")).Body.GetProperty("finished").GetInt32().ShouldBe(1);

        Text(await _credit.OrderAsync("P1"), "status").ShouldBe("DONE");
        (await PostAsync("/credit-bank", """{"action":"ok"}""")).Status.ShouldBe(200);
        Text(await _credit.PayAsync("P2", agreement, 100), "status").ShouldBe("DONE");
    }

    [Fact]
    public async Task The_credit_bank_refuses_whom_it_was_told_to_refuse()
    {
        var (chens, lins) = (await _credit.AgreedAsync(Chen, "01"), await _credit.AgreedAsync(Lin, "01"));
        (await PostAsync("/credit-bank", JsonSerializer.Serialize(new { action = "refuse", psnNo = Lin.PsnNo.Reveal() }))).Status.ShouldBe(200);

        Text(await _credit.PayAsync("P1", chens, 100), "status").ShouldBe("DONE");
        Text(await _credit.PayAsync("P2", lins, 100), "status").ShouldBe("REFUSED");
    }

    [Theory]
    [InlineData("""{"action":"vanish"}""", "late, refuse")]
    [InlineData("""{"action":"late","what":"gold"}""", "agreement, payment, refund")]
    [InlineData("""{"action":"refuse","psnNo":"P1"}""", "psnNo")]
    [InlineData("""{"action":"refuse","count":0}""", "count")]
    [InlineData("""{"action":"late","after":"soon"}""", "ISO 8601")]
    [InlineData("""{"action":"late","after":"-PT1H"}""", "ISO 8601")]
    [InlineData("no json", "JSON object")]
    public async Task The_credit_bank_cannot_be_told_nonsense(string body, string why)
    {
        var (status, problem) = await PostAsync("/credit-bank", body);
        (status, problem.GetProperty("error").GetString()!).ShouldSatisfyAllConditions(said => said.status.ShouldBe(400), said => said.Item2.ShouldContain(why));
    }

    [Fact]
    public async Task The_insurer_is_late_and_finishes_as_told()
    {
        (await PostAsync("/insurer", """{"action":"late","what":"quote"}""")).Status.ShouldBe(200);
        Text(await _insurer.QuoteAsync("Q1", InsurerHost.Zhou, 100_000), "status").ShouldBe("WAITING");

        (await PostAsync("/insurer", """{"action":"finish"}""")).Body.GetProperty("moved").GetInt32().ShouldBe(1);

        InsurerHost.Amount(await _insurer.OrderAsync("Q1")).ShouldBe(50_000);
    }

    [Fact]
    public async Task A_case_moves_on_and_is_refused_as_told()
    {
        await _insurer.FileAsync(new CaseDraft().Order("N1"));
        (await PostAsync("/insurer", """{"action":"advance","caseNo":"C1"}""")).Status.ShouldBe(200);
        Text(await _insurer.CaseAsync("C1"), "stage").ShouldBe("DECLARED");

        (await PostAsync("/insurer", """{"action":"refuse","what":"decision","caseNo":"C1"}""")).Status.ShouldBe(200);
        (await PostAsync("/insurer", """{"action":"finish","caseNo":"C1"}""")).Status.ShouldBe(200);

        Text(await _insurer.CaseAsync("C1"), "stage").ShouldBe("REFUSED");
        (await PostAsync("/insurer", """{"action":"advance","caseNo":"C1"}""")).Status.ShouldBe(404);
        (await PostAsync("/insurer", """{"action":"late","what":"decision"}""")).Status.ShouldBe(400);
        (await PostAsync("/insurer", """{"action":"refuse","what":"payment"}""")).Status.ShouldBe(400);
    }

    private async Task<(int Status, JsonElement Body)> PostAsync(string path, string body)
    {
        using var answer = await _http.PostAsync(new Uri(_control.Address, path), new StringContent(body, Encoding.UTF8, "application/json"));
        return ((int)answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync()));
    }
}
