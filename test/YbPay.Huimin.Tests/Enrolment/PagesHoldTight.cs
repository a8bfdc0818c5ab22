using System.Net;
using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Sandbox.Faults;

namespace YbPay.Huimin.Tests.Enrolment;

/// <summary>The signing page against the wrong person, forged forms, addresses that are over, and impatience.</summary>
public sealed class PagesHoldTight
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Five_wrong_endings_end_the_address_and_a_new_one_is_good(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        using var page = await PageAsync(host);
        await page.OpenAsync();
        for (var left = 4; left > 0; left--)
        {
            var (status, html) = await page.SignAsync("0", "000000");
            status.ShouldBe(200);
            html.ShouldContain($"还可以再试{left}次");
        }

        (await page.SignAsync("0", "000000")).Status.ShouldBe(404);
        (await page.SignAsync("0", TestPatient.Rich.Ending)).Status.ShouldBe(404);
        (await page.SeeAsync()).Status.ShouldBe(404);
        (await host.NumberAsync("SELECT COUNT(*) FROM enrolments")).ShouldBe(0);
        await host.First.EnrolAsync(TestPatient.Rich, "V0001");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_hundred_guesses_at_the_same_moment_are_five(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        await using var other = await host.StartAnotherAsync();
        var address = await AddressAsync(host);
        using var page = new SigningPage(address);
        using var elsewhere = new SigningPage(new Uri(other.Address, new Uri(address).AbsolutePath).ToString());
        await page.OpenAsync();
        var tried = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => (i % 2 == 0 ? page : elsewhere).SignAsync("0", $"{i:D6}")));
        tried.Count(answer => answer.Html.Contains("后六位不正确", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(4);
        (await host.NumberAsync("SELECT tries FROM enrolment_pages")).ShouldBe(5);
        (await page.SignAsync("0", TestPatient.Rich.Ending)).Status.ShouldBe(404);
        (await host.NumberAsync("SELECT COUNT(*) FROM enrolments")).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_is_right_is_no_try_and_tapping_often_signs_once(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        await using var other = await host.StartAnotherAsync();
        var address = await AddressAsync(host);
        using var page = new SigningPage(address);
        using var elsewhere = new SigningPage(new Uri(other.Address, new Uri(address).AbsolutePath).ToString());
        await page.OpenAsync();
        for (var i = 0; i < 4; i++) await page.SignAsync("0", "000000");
        var taps = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? page : elsewhere).SignAsync("0", TestPatient.Rich.Ending)));
        taps.ShouldAllBe(tap => tap.Status == 303);
        (await page.OpenAsync()).ShouldContain("签约成功");
        (await host.NumberAsync("SELECT COUNT(*) FROM enrolments")).ShouldBe(1);
        (await host.NumberAsync("SELECT COUNT(*) FROM legs WHERE kind = 'credit.agree'")).ShouldBe(1);
        (await host.NumberAsync("SELECT tries FROM enrolment_pages")).ShouldBe(4);
        (await page.SignAsync("1", TestPatient.Rich.Ending)).Status.ShouldBe(303); // an address that is used signs nothing else
        (await host.NumberAsync("SELECT COUNT(*) FROM enrolments WHERE acc_type = '01'")).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Two_addresses_of_one_person_sign_once(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        using var one = new SigningPage(await AddressAsync(host));
        using var two = new SigningPage((await host.Second.AskAddressAsync(TestPatient.Rich)).Done<EnrolmentAddressReply>().ForwardUrl);
        await Task.WhenAll(one.OpenAsync(), two.OpenAsync());
        (await Task.WhenAll(one.SignAsync("0", TestPatient.Rich.Ending), two.SignAsync("1", TestPatient.Rich.Ending))).ShouldAllBe(answer => answer.Status == 303);
        (await one.OpenAsync()).ShouldContain("签约成功");
        (await two.OpenAsync()).ShouldContain("签约成功");
        (await host.NumberAsync("SELECT COUNT(*) FROM enrolments")).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_address_is_good_for_half_an_hour_and_only_as_it_was_given(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var address = await AddressAsync(host);
        var last = address[^1] == '0' ? '1' : '0';
        foreach (var other in (string[])[address[..^1] + last, address[..^1], address + "0", address[..^64] + new string('0', 64), address + "/x", address[..^64] + "%27%20OR%201=1"])
            (await StatusAsync(other)).ShouldBe(HttpStatusCode.NotFound, other);
        host.Clock.Advance(TimeSpan.FromMinutes(29));
        (await StatusAsync(address)).ShouldBe(HttpStatusCode.OK);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await StatusAsync(address)).ShouldBe(HttpStatusCode.NotFound);
        using var page = new SigningPage(address);
        (await page.SignAsync("0", TestPatient.Rich.Ending)).Status.ShouldBe(404);
        (await host.NumberAsync("SELECT COUNT(*) FROM enrolments")).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_form_that_was_made_up_signs_nothing(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var address = await AddressAsync(host);
        using var page = new SigningPage(address);
        (await page.SignAsync("0", TestPatient.Rich.Ending)).Status.ShouldBe(303); // never seen, so nothing was offered yet
        var html = await page.OpenAsync();
        html.ShouldNotContain("type=\"hidden\""); // nothing to forge: who signs, and from which accounts, is in the database
        var end = TestPatient.Rich.Ending;
        foreach (var body in (string[])[
            "", "account=0", $"account=0&ending={end}", $"account=9&ending={end}&consent=yes", $"account=-1&ending={end}&consent=yes", $"account=6217990200000000512&ending={end}&consent=yes",
            $"account=0&account=1&ending={end}&consent=yes", $"account=0&ending={end}&consent=no", $"account=0&ending={end[1..]}&consent=yes", $"ending={end}&consent=yes",
            $"account=0&ending={end}&consent=yes&pad={new string('x', 5000)}"])
        {
            using var sent = new StringContent(body, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
            using var answer = await Http.PostAsync(new Uri(address), sent);
            (answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Contains("role=\"alert\"", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.OK, true), body[..Math.Min(80, body.Length)]);
        }

        using var json = new StringContent($$"""{"account":"0","ending":"{{end}}","consent":"yes"}""", System.Text.Encoding.UTF8, "application/json");
        using var refused = await Http.PostAsync(new Uri(address), json);
        (await host.NumberAsync("SELECT COUNT(*) FROM enrolments")).ShouldBe(0);
        (await host.NumberAsync("SELECT tries FROM enrolment_pages")).ShouldBe(0); // what is incomplete is no guess
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_page_runs_nothing_keeps_nothing_and_stands_in_no_frame(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var address = await AddressAsync(host);
        foreach (var asked in (string[])[address, address + "0"])
        {
            using var answer = await Http.GetAsync(new Uri(asked));
            var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
            foreach (var rule in (string[])["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"]) policy.ShouldContain(rule);
            policy.ShouldNotContain("script-src");
            policy.ShouldNotContain("unsafe");
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
            answer.Headers.GetValues("Referrer-Policy").ShouldHaveSingleItem().ShouldBe("no-referrer");
            var html = await answer.Content.ReadAsStringAsync();
            foreach (var active in (string[])["<script", " on", "style=", "http:", "https:"]) html.Contains(active, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(active);
        }
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Names_that_are_markup_stay_text(string database)
    {
        await using var host = await HuiminHost.StartAsync(database, options => options.Partners[0].HospitalName = "<b>第一\"医院</b>");
        using var page = await PageAsync(host);
        (await page.OpenAsync()).ShouldContain("&lt;b&gt;第一&quot;医院&lt;/b&gt;");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_bank_that_does_not_offer_accounts_is_asked_again_by_the_patient(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        using var page = await PageAsync(host);
        host.Order(FaultTarget.CreditBank, "accounts", FaultKind.LostAnswer);
        var (status, html) = await page.SeeAsync();
        (status, html.Contains("请稍后再试", StringComparison.Ordinal)).ShouldBe((503, true));
        (await page.SeeAsync()).Status.ShouldBe(200);
    }

    private static async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await Http.GetAsync(new Uri(address));
        return answer.StatusCode;
    }

    private static async Task<string> AddressAsync(HuiminHost host) => (await host.First.AskAddressAsync(TestPatient.Rich, "V0001")).Done<EnrolmentAddressReply>().ForwardUrl;

    private static async Task<SigningPage> PageAsync(HuiminHost host) => new(await AddressAsync(host));
}
