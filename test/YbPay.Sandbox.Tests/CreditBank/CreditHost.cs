using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Bureau;
using YbPay.Sandbox.CreditBank;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Orders;
using YbPay.Sandbox.Tests.Bank;
using YbPay.Sandbox.Time;

namespace YbPay.Sandbox.Tests.CreditBank;

/// <summary>The credit bank on a port of its own, and a platform that signs with code of its own.</summary>
internal sealed class CreditHost : IAsyncDisposable
{
    public const string Secret = "a secret of more than 16";

    private readonly HttpClient _http = new();
    private readonly TestPlace _place;
    private LocalServer _server;

    private CreditHost(TestPlace place, LocalServer server, SandboxClock clock, FaultBook faults) => (_place, _server, Clock, Faults) = (place, server, clock, faults);

    /// <summary>All four kinds of accounts; the credit card has three coupons of 20.00 from 500.00 on.</summary>
    public static SeedPerson Chen => BureauSeed.Default.Persons[0];

    /// <summary>A debit card and a credit card.</summary>
    public static SeedPerson Lin => BureauSeed.Default.Persons[1];

    public SandboxClock Clock { get; }

    public FaultBook Faults { get; }

    public CreditDesk Desk => _server.Services.GetRequiredService<CreditDesk>();

    public static async Task<CreditHost> StartAsync(string database)
    {
        var (place, clock, faults) = (TestPlace.Create(database), new SandboxClock(), new FaultBook());
        return new(place, await ListenAsync(place, clock, faults), clock, faults);
    }

    public async Task RestartAsync()
    {
        await _server.DisposeAsync();
        _server = await ListenAsync(_place, Clock, Faults);
    }

    private static Task<LocalServer> ListenAsync(TestPlace place, SandboxClock clock, FaultBook faults) => LocalServer.StartAsync(
        services => services.AddSingleton<TimeProvider>(clock)
            .AddCreditBank(new() { Database = place.Options("creditbank"), Platform = new("P1", "惠民平台", Secret), Accounts = CreditAccountSeed.For(BureauSeed.Default) }),
        app =>
        {
            app.UseFaults(faults, FaultyServers.CreditBank);
            app.MapCreditBank();
        });

    public void Pull(LeverAction action, string what = OrderLever.Any, SeedPerson? person = null, string? agreementNo = null, int count = 1) =>
        Desk.Levers.Pull(new(action, what, person is null ? null : Desk.PersonOf(person.CertNo.Reveal()), agreementNo, count, TimeSpan.FromMinutes(1)));

    public async Task<IReadOnlyList<JsonElement>> AccountsAsync(SeedPerson person, string? name = null) =>
        [.. (await PostAsync("/credit/accounts", new { idNo = person.CertNo.Reveal(), name = name ?? person.Name.Reveal(), mobile = "13800000000" })).Body.GetProperty("accounts").EnumerateArray()];

    /// <summary>The number of a person's account of a kind.</summary>
    public async Task<string> AccountAsync(SeedPerson person, string accType) => (await AccountsAsync(person)).Single(account => Text(account, "accType") == accType).GetProperty("accountNo").GetString()!;

    public async Task<JsonElement> AgreeAsync(string number, SeedPerson person, string accountNo) =>
        (await PostAsync("/credit/agreements", new { number, idNo = person.CertNo.Reveal(), name = person.Name.Reveal(), accountNo })).Body;

    /// <summary>A new agreement over a person's account of a kind.</summary>
    public async Task<string> AgreedAsync(SeedPerson person, string accType) =>
        Text(await AgreeAsync($"A{accType}{person.PsnNo.Reveal()}", person, await AccountAsync(person, accType)), "agreementNo");

    public async Task<JsonElement> PayAsync(string number, string agreementNo, long amount) => (await PostAsync("/credit/payments", new { number, agreementNo, amount, purpose = "O1" })).Body;

    public async Task<JsonElement> RefundAsync(string number, string payment, long amount) => (await PostAsync("/credit/refunds", new { number, payment, amount, purpose = "O1" })).Body;

    public async Task<JsonElement> OrderAsync(string number) => (await GetAsync("/credit/orders/" + number)).Body;

    public async Task<long> AvailableAsync(string accountNo) => (await Desk.BooksAsync(TestContext.Current.CancellationToken)).Single(account => account.AccountNo.Reveal() == accountNo).Available;

    public static string Text(JsonElement body, string name) => body.GetProperty(name).GetString()!;

    public Task<(int Status, JsonElement Body)> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(body), Secret);

    public Task<(int Status, JsonElement Body)> GetAsync(string path) => SendAsync(HttpMethod.Get, path, [], Secret);

    public async Task<(int Status, JsonElement Body)> SendAsync(HttpMethod method, string path, byte[] body, string secret)
    {
        var address = new Uri(_server.Address, path);
        using var request = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Post) request.Content = new ByteArrayContent(body);
        request.Headers.Add("X-Bank-Merchant", "P1");
        request.Headers.Add("X-Bank-Signature", BankHost.Sign(secret, method.Method, address.AbsolutePath, body));
        using var answer = await _http.SendAsync(request);
        return ((int)answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        await _place.DisposeAsync();
    }
}
