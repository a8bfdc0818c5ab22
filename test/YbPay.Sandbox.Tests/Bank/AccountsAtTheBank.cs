using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Bureau;
using YbPay.Engine.Ledger;
using YbPay.Sandbox.AccountBank;

namespace YbPay.Sandbox.Tests.Bank;

/// <summary>The account bank: signed orders, each number once, never more than an account has.</summary>
public sealed class AccountsAtTheBank
{
    private const string Secret = "a secret of more than 16";
    private static readonly SeedAccount Wallet = BureauSeed.Default.Persons[0].Accounts.Single(account => account.Kind is AccountKind.Wallet); // 120.00

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_order_has_one_effect_however_often_it_comes(string database)
    {
        await using var host = await Host.StartAsync(database);
        for (var times = 0; times < 3; times++)
        {
            var (status, order) = await host.PostAsync("/accounts/deductions", Order("N1", 5000));
            (status, order.GetProperty("status").GetString(), order.GetProperty("amount").GetInt64()).ShouldBe((200, "DONE", 5000));
        }

        (await host.PostAsync("/accounts/deductions", Order("N1", 5001))).Status.ShouldBe(409);
        (await host.PostAsync("/accounts/credits", Order("N1", 5000))).Status.ShouldBe(409);
        (await host.PostAsync("/accounts/credits", Order("N2", 700))).Status.ShouldBe(200);
        (await host.BalanceAsync()).ShouldBe(12000 - 5000 + 700);
        (await host.GetAsync("/accounts/orders/N1")).Body.GetProperty("status").GetString().ShouldBe("DONE");
        (await host.GetAsync("/accounts/orders/N9")).ShouldSatisfyAllConditions(answer => answer.Status.ShouldBe(404), answer => answer.Body.GetProperty("code").GetString().ShouldBe("UNKNOWN"));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_an_account_has_not_is_refused_for_good(string database)
    {
        await using var host = await Host.StartAsync(database);
        (await host.PostAsync("/accounts/deductions", Order("N1", 12001))).Body.GetProperty("message").GetString().ShouldBe("账户余额不足");
        await host.PostAsync("/accounts/credits", Order("N2", 5000));
        (await host.PostAsync("/accounts/deductions", Order("N1", 12001))).Body.GetProperty("status").GetString().ShouldBe("REFUSED");
        (await host.PostAsync("/accounts/deductions", Order("N3", 1, "6229990100000009999"))).Body.GetProperty("message").GetString().ShouldBe("账户不存在");
        (await host.Desk.BlockAsync(Wallet.Number.Reveal(), true, CancellationToken.None)).ShouldBeTrue();
        (await host.PostAsync("/accounts/deductions", Order("N4", 1))).Body.GetProperty("message").GetString().ShouldBe("账户状态异常");
        (await host.PostAsync("/accounts/deductions", Order("N5", 0))).Status.ShouldBe(400);
        (await host.BalanceAsync()).ShouldBe(17000);
    }

    [Fact]
    public async Task A_wrong_signature_is_turned_away()
    {
        await using var host = await Host.StartAsync(BothDatabases.Sqlite);
        (await host.SendAsync(HttpMethod.Post, "/accounts/deductions", JsonSerializer.SerializeToUtf8Bytes(Order("N1", 1)), "another secret of 16+")).Status.ShouldBe((int)HttpStatusCode.Unauthorized);
        (await host.BalanceAsync()).ShouldBe(12000);
    }

    private static object Order(string number, long amount, string? account = null) => new { number, accountNo = account ?? Wallet.Number.Reveal(), amount, purpose = "S1" };

    private sealed class Host(TestPlace place, LocalServer server) : IAsyncDisposable
    {
        private readonly HttpClient _http = new();

        public AccountDesk Desk => server.Services.GetRequiredService<AccountDesk>();

        public static async Task<Host> StartAsync(string database)
        {
            var place = TestPlace.Create(database);
            return new(place, await LocalServer.StartAsync(
                services => services.AddAccountBank(new() { Database = place.Options("accountbank"), Core = new("C1", "核心", Secret), Seed = BureauSeed.Default }), app => app.MapAccountBank()));
        }

        public async Task<long> BalanceAsync() => (await Desk.AccountsAsync(CancellationToken.None)).Single(account => account.AccountNo.Reveal() == Wallet.Number.Reveal()).Balance;

        public Task<(int Status, JsonElement Body)> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(body), Secret);

        public Task<(int Status, JsonElement Body)> GetAsync(string path) => SendAsync(HttpMethod.Get, path, [], Secret);

        public async Task<(int Status, JsonElement Body)> SendAsync(HttpMethod method, string path, byte[] body, string secret)
        {
            using var request = new HttpRequestMessage(method, new Uri(server.Address, path));
            if (method == HttpMethod.Post) request.Content = new ByteArrayContent(body);
            request.Headers.Add("X-Bank-Merchant", "C1");
            request.Headers.Add("X-Bank-Signature", BankHost.Sign(secret, method.Method, path, body));
            using var answer = await _http.SendAsync(request);
            return ((int)answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync()));
        }

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            await server.DisposeAsync();
            await place.DisposeAsync();
        }
    }
}
