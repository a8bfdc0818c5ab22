using System.Net.Http.Json;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Sandbox.Bank;
using YbPay.Sandbox.Insurer;
using YbPay.Storage.Ledger;

namespace YbPay.Huimin.Tests.Payments;

/// <summary>The ledger against what the bank and the insurer say.</summary>
internal static class Books
{
    private static readonly HttpClient Http = new();

    public static async Task BalanceAsync(HuiminHost host)
    {
        Breaches(await PlatformBooks.CheckAloneAsync(host.Services)).ShouldBeEmpty();
        var taken = (await host.Bank.BooksAsync(default)).Sum(account => account.Opening - account.Available);
        (await OfAsync(host, "account = 'credit'")).ShouldBe(taken);
        (await OfAsync(host, "account IN ('credit', 'discount')")).ShouldBe(await host.NumberAsync("SELECT COALESCE(SUM(psn_amt - refunded), 0) FROM payments WHERE state = 200"));
        (await OfAsync(host, "account LIKE 'insurer:%'")).ShouldBe(await host.NumberAsync(
            "SELECT COALESCE((SELECT SUM(insured) FROM payments WHERE state = 200), 0) + COALESCE((SELECT SUM(insured) FROM discharges), 0)"));
        (await OfAsync(host, "account LIKE 'insurer:%'")).ShouldBe(await host.Insurer.SettledAsync(default));
        (await OfAsync(host, "account = 'deposits'")).ShouldBe(-await host.NumberAsync("SELECT COALESCE(SUM(psn_amt - refunded - consumed), 0) FROM payments WHERE state = 200 AND order_type = '2'"));
    }

    /// <summary>The platform's own check, bank and insurer asked, as an operator gets it.</summary>
    public static async Task<BooksReport> CheckAsync(HuiminHost host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, "/internal/books"));
        request.Headers.Add("X-Internal-Token", TestHospital.InternalToken);
        using var answer = await Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync(BooksJson.Default.BooksReport))!;
    }

    /// <summary>Each breach behind its claim's name.</summary>
    public static IEnumerable<string> Breaches(BooksReport report) => report.Claims.SelectMany(claim => claim.Breaches.Select(breach => $"{claim.Name}: {breach}"));

    /// <summary>What the insurer itself says it has settled for payments and not taken back.</summary>
    public static async Task<long> InsurersAsync(HuiminHost host)
    {
        var legs = await host.Database.ReadAsync(session => session.QueryAsync<(string LegId, string Kind)>("SELECT leg_id, kind FROM legs WHERE kind IN ('payment.insurer', 'payment.insurer-back')"));
        var stands = 0L;
        foreach (var (legId, kind) in legs)
            if ((await host.Insurer.QueryAsync(new BankMerchant("P1", "惠民平台", ""), legId, default)).Body is InsurerOrderView { Status: "DONE" } done) stands += kind == "payment.insurer" ? done.Amount : -done.Amount;
        return stands;
    }

    private static Task<long> OfAsync(HuiminHost host, string which) => host.NumberAsync($"SELECT COALESCE(SUM(amount), 0) FROM ledger_postings WHERE {which}");
}
