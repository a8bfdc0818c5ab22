using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using YbPay.Center.Cash;
using YbPay.Center.Cash.UnionPay;
using YbPay.Center.Cash.WeChat;
using YbPay.Center.Tests.Cashier;
using YbPay.Center.Tests.Hosting;
using YbPay.Contracts.Outcomes;

namespace YbPay.Channels.Tests;

/// <summary>Whole sandboxes whose centre takes cash through WeChat Pay and through UnionPay, each a local server that checks signatures.</summary>
public sealed partial class OrdersGoThroughTheirChannel
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_card_payment_leads_to_the_bank_and_only_a_true_notice_that_the_bank_confirms_books_it(string database)
    {
        await using var bank = await UnionPayServer.StartAsync(UnionPayAlgorithm.Rsa);
        await using var world = await CenterHost.StartAsync(database, center: options => Configure(options, bank));
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();
        var (number, form) = await ToBankAsync(visit, browser);
        (await bank.BringAsync(form)).ShouldBe(number);

        (await NoticeAsync(world, "card", bank.Notice(number))).ShouldBe(HttpStatusCode.OK);
        (await visit.QueryAsync()).OrdStas.ShouldBe("4", "the notice says paid, the bank does not");
        bank.Pay(number);
        bank.Trouble = Trouble.Forged;
        var forged = bank.Notice(number);
        bank.Trouble = Trouble.None;
        (await NoticeAsync(world, "card", forged)).ShouldBe(HttpStatusCode.Unauthorized);
        var notice = bank.Notice(number);
        (await NoticeAsync(world, "card", notice)).ShouldBe(HttpStatusCode.OK);
        await visit.EndsAsync("6");
        var asked = bank.Asked[number];
        (await NoticeAsync(world, "card", notice)).ShouldBe(HttpStatusCode.OK);
        bank.Asked[number].ShouldBe(asked, "what is booked is not asked for again");
        (await browser.GetAsync(world.Plan.Addresses.Center + "/cash/card/" + number)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var paid = await visit.QueryAsync();
        (await visit.RefundAsync(visit.Refund("ALL", paid.OwnPayAmt!.Value, paid.PsnAcctPay, paid.FundPay))).RefStatus.ShouldBe("SUCC");
        await world.BooksAreCleanAsync();
        bank.Rejected.ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_card_payment_that_may_still_be_made_keeps_its_order_and_afterwards_lets_go(string database)
    {
        await using var bank = await UnionPayServer.StartAsync(UnionPayAlgorithm.Sm2);
        await using var world = await CenterHost.StartAsync(database, center: options => Configure(options, bank));
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();
        await ToBankAsync(visit, browser);
        await Visit.RefusedAsync(Refusals.BankSilent, visit.RevokeAsync);
        await world.Control.AdvanceAsync(TimeSpan.FromMinutes(32));
        (await visit.RevokeAsync()).ShouldBeTrue();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task At_WeChat_the_page_learns_who_pays_opens_the_dialog_and_a_notice_counts_once(string database)
    {
        await using var weChat = await WeChatServer.StartAsync(WeChatAlgorithm.Sm2);
        await using var world = await CenterHost.StartAsync(database, center: options => Configure(options, weChat));
        var center = world.Plan.Addresses.Center;
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();
        var page = await visit.OpensAsync(browser, visit.Address());
        var address = await visit.ConfirmsAsync(browser, page, channel: "WX");
        address.ShouldStartWith(center + "/cash/wx/PWX");
        var number = address.Split('/')[^1];

        using var login = await browser.GetAsync(address);
        login.Headers.Location!.AbsoluteUri.ShouldBe($"https://login.example/authorize?appid=wxtest&redirect_uri={Uri.EscapeDataString(address)}&response_type=code&scope=snsapi_base&state={number}#wechat_redirect");
        using var wrong = await browser.GetAsync($"{address}?code=OTHER&state={number}");
        (await wrong.Content.ReadAsStringAsync()).ShouldContain("尚未扣款");
        using var known = await browser.GetAsync($"{address}?code=THECODE&state={number}");
        var shown = await known.Content.ReadAsStringAsync();
        known.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'");
        shown.ShouldNotContain("oUser");
        weChat.IsDialog(Data(shown, "time-stamp"), Data(shown, "nonce-str"), Data(shown, "package"), Data(shown, "pay-sign")).ShouldBeTrue();

        weChat.Pay(number);
        var body = WeChatIsNotBelievedBlindly.Callback(WeChatAlgorithm.Sm2, WeChatServer.Secret, number);
        weChat.Trouble = Trouble.Stale;
        var stale = weChat.Sign(body);
        weChat.Trouble = Trouble.None;
        (await NoticeAsync(world, "wx", body, stale)).ShouldBe(HttpStatusCode.Unauthorized);
        var headers = weChat.Sign(body);
        (await NoticeAsync(world, "wx", [.. body, (byte)' '], headers)).ShouldBe(HttpStatusCode.Unauthorized);
        (await NoticeAsync(world, "wx", body, headers)).ShouldBe(HttpStatusCode.OK);
        (await NoticeAsync(world, "wx", body, headers)).ShouldBe(HttpStatusCode.Unauthorized);
        await visit.ReachesAsync("6");
        await world.BooksAreCleanAsync();

        var paid = await visit.QueryAsync();
        (await visit.RefundAsync(visit.Refund("ALL", paid.OwnPayAmt!.Value, paid.PsnAcctPay, paid.FundPay))).RefStatus.ShouldBe("SUCC");
        await world.BooksAreCleanAsync();
        weChat.Rejected.ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_order_whose_page_at_WeChat_was_never_opened_or_only_opened_is_taken_back_at_once(string database)
    {
        await using var weChat = await WeChatServer.StartAsync(WeChatAlgorithm.Rsa);
        await using var world = await CenterHost.StartAsync(database, center: options => Configure(options, weChat));
        foreach (var isOpened in new[] { false, true })
        {
            var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
            using var browser = new Browser();
            var page = await visit.OpensAsync(browser, visit.Address());
            page.ShouldContain("微信支付");
            var address = await visit.ConfirmsAsync(browser, page, channel: "WX");
            if (isOpened) (await (await browser.GetAsync($"{address}?code=THECODE&state={address.Split('/')[^1]}")).Content.ReadAsStringAsync()).ShouldContain("data-pay-sign");
            (await visit.RevokeAsync()).ShouldBeTrue();
            weChat.StateOf(address.Split('/')[^1]).ShouldBe(isOpened ? "CLOSED" : null);
            (await browser.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cash_that_reaches_the_bank_after_the_order_was_taken_back_returns_by_itself(string database)
    {
        await using var bank = await UnionPayServer.StartAsync(UnionPayAlgorithm.Rsa);
        await using var world = await CenterHost.StartAsync(database, center: options => Configure(options, bank));
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();
        var (number, form) = await ToBankAsync(visit, browser);
        await bank.BringAsync(form);
        await world.Control.AdvanceAsync(TimeSpan.FromMinutes(32));
        (await visit.RevokeAsync()).ShouldBeTrue();

        // The bank takes it all the same, beyond its own time limit.
        bank.Pay(number);
        (await NoticeAsync(world, "card", bank.Notice(number))).ShouldBe(HttpStatusCode.OK);
        (await NoticeAsync(world, "card", bank.Notice(number))).ShouldBe(HttpStatusCode.OK);
        await Eventually.HoldsAsync(() => Task.FromResult(bank.Asked.ContainsKey("RET" + number)), "the return is asked for");
        await world.BooksAreCleanAsync();
        bank.Returned(number).ShouldBe(2000);
    }

    [Fact]
    public async Task The_door_takes_nothing_from_strangers_and_the_pages_show_nothing_to_guesses()
    {
        await using var bank = await UnionPayServer.StartAsync(UnionPayAlgorithm.Rsa);
        await using var world = await CenterHost.StartAsync(BothDatabases.Sqlite, center: options => Configure(options, bank));
        foreach (var channel in new[] { "bank", "card", "wx", "other" })
        {
            (await NoticeAsync(world, channel, "a=1&signature=AAAA"u8.ToArray())).ShouldBe(HttpStatusCode.Unauthorized, channel);
            (await NoticeAsync(world, channel, new byte[100_000])).ShouldBe(HttpStatusCode.Unauthorized, channel);
        }

        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await visit.PayAsync();
        using var browser = new Browser();
        foreach (var guess in new[] { "/cash/card/PCD20260102030405AAAAAAAAAAAA", "/cash/wx/PWX20260102030405AAAAAAAAAAAA", "/cash/card/" + new string('A', 3000) })
        {
            using var answer = await browser.GetAsync(world.Plan.Addresses.Center + guess);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, guess);
            answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        }
    }

    private static void Configure(Center.CenterOptions options, UnionPayServer bank)
    {
        (bank.Options.PublicBase, bank.Options.NotifyUrl) = (options.PublicBase, options.PublicBase + "/callbacks/card");
        options.Cash.UnionPay = bank.Options;
    }

    private static void Configure(Center.CenterOptions options, WeChatServer weChat)
    {
        var own = weChat.Options;
        (own.PublicBase, own.NotifyUrl, own.AppSecret, own.UserUrl, own.LoginUrl) = (options.PublicBase, options.PublicBase + "/callbacks/wx", WeChatServer.AppSecret, own.BaseUrl, "https://login.example/authorize");
        (options.Cash.Kind, options.Cash.WeChat) = (CashChannelKind.WeChat, own);
    }

    /// <summary>6205, the page of the cashier, the page that leads on: our number, and the form for the bank.</summary>
    internal static async Task<(string Number, UnionPayForm Form)> ToBankAsync(Visit visit, Browser browser)
    {
        var reply = await visit.Hospital.Center.PayByBankCardAsync(
            new() { PayAuthNo = visit.Patient.PayAuthNo, PayOrdId = visit.PayOrdId, PayToken = visit.Order.PayToken, OrgCodg = visit.Hospital.OrgCodg, OrgBizSer = "BC" + Bill.Number() }, CancellationToken.None);
        var address = await visit.ConfirmsAsync(browser, await visit.OpensAsync(browser, reply.MedBankPayUrl), channel: "CARD");
        address.ShouldStartWith(visit.Page("/cash/card/PCD"));
        using var leaving = await browser.GetAsync(address);
        var page = await leaving.Content.ReadAsStringAsync();
        leaving.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        var fields = Hidden().Matches(page).ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));
        return (address.Split('/')[^1], new(WebUtility.HtmlDecode(Action().Match(page).Groups[1].Value), fields));
    }

    private static async Task<HttpStatusCode> NoticeAsync(CenterHost world, string channel, byte[] body, IReadOnlyDictionary<string, string>? headers = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{world.Plan.Addresses.Center}/callbacks/{channel}") { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in headers ?? new Dictionary<string, string>()) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private static string Data(string page, string name) => WebUtility.HtmlDecode(Regex.Match(page, $"data-{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")]
    private static partial Regex Hidden();

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]*)\"")]
    private static partial Regex Action();
}
