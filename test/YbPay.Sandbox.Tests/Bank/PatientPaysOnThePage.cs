using System.Net;

namespace YbPay.Sandbox.Tests.Bank;

public sealed class PatientPaysOnThePage
{
    [Fact]
    public async Task The_page_shows_amount_merchant_and_two_buttons_and_runs_no_script()
    {
        await using var bank = await BankHost.StartAsync(BothDatabases.Sqlite);
        var path = await PayPathAsync(bank, returnUrl: "https://his.example/back?x=1");

        var page = await bank.PageAsync(path);
        var html = await page.Content.ReadAsStringAsync();

        html.ShouldContain("¥ 12.34");
        html.ShouldContain("东湖中心");
        html.ShouldContain("支付");
        html.ShouldContain("取消");
        html.ShouldContain("门诊费用 &lt;b&gt;");
        html.ShouldNotContain("<script");
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("form-action 'self' https://his.example;");
        policy.ShouldNotContain("unsafe");
        (await bank.PageAsync("/pay/style.css")).Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
    }

    [Fact]
    public async Task Paying_goes_back_to_the_merchant_and_declining_leaves_it_open()
    {
        await using var bank = await BankHost.StartAsync(BothDatabases.Sqlite);
        var path = await PayPathAsync(bank, returnUrl: "https://his.example/back?x=1");

        (await bank.PageAsync(path, "decline")).Headers.Location!.ToString().ShouldBe("https://his.example/back?x=1");
        (await (await bank.PageAsync(path)).Content.ReadAsStringAsync()).ShouldContain("仍可继续支付");
        var paid = await bank.PageAsync(path, "pay");
        (paid.StatusCode, paid.Headers.Location!.ToString()).ShouldBe((HttpStatusCode.SeeOther, "https://his.example/back?x=1"));
        (await (await bank.PageAsync(path)).Content.ReadAsStringAsync()).ShouldContain("已支付");
        (await bank.GetAsync("/bank/payments/T1")).Body.GetProperty("status").GetString().ShouldBe("PAID");
    }

    [Fact]
    public async Task Without_a_return_address_the_page_itself_tells_the_end()
    {
        await using var bank = await BankHost.StartAsync(BothDatabases.Sqlite);
        var path = await PayPathAsync(bank, returnUrl: null);

        (await bank.PageAsync(path, "pay")).Headers.Location!.ToString().ShouldBe(path);
    }

    [Fact]
    public async Task An_unknown_trade_number_or_action_pays_nothing()
    {
        await using var bank = await BankHost.StartAsync(BothDatabases.Sqlite);
        var path = await PayPathAsync(bank, returnUrl: null);

        (await bank.PageAsync("/pay/P000")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await bank.PageAsync("/pay/P000", "pay")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await bank.PageAsync(path, "steal")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await bank.GetAsync("/bank/payments/T1")).Body.GetProperty("status").GetString().ShouldBe("WAIT");
    }

    private static async Task<string> PayPathAsync(BankHost bank, string? returnUrl)
    {
        var (_, created) = await bank.PostAsync("/bank/payments", bank.Payment("T1", returnUrl: returnUrl));
        return new Uri(created.GetProperty("payUrl").GetString()!).AbsolutePath;
    }
}
