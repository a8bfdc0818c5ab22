using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using YbPay.Center.Tests.Hosting;
using YbPay.Cryptography;
using YbPay.Protocol.MobilePay;

namespace YbPay.Center.Tests.Cashier;

/// <summary>A patient's browser without script: keeps cookies, follows nothing by itself.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient _http;

    public Browser() => _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies, UseCookies = true });

    public CookieContainer Cookies { get; } = new();

    public Task<HttpResponseMessage> GetAsync(string address) => _http.GetAsync(new Uri(address));

    public Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) => _http.PostAsync(
        new Uri(address), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public void Dispose() => _http.Dispose();

    public static string FormTokenOf(string page)
    {
        var match = FormToken().Match(page);
        match.Success.ShouldBeTrue(page);
        return match.Groups[1].Value;
    }

    [GeneratedRegex("name=\"formToken\"[^>]*value=\"([0-9A-F]+)\"")]
    private static partial Regex FormToken();
}

/// <summary>A visit at the cashier: the address as the hospital makes it, and what the patient does there.</summary>
internal static class CashierVisiting
{
    /// <summary>cashierUrl with what the hospital adds (document, 6201: how the address is put together).</summary>
    public static string Address(this Visit visit, string? clear = null) => visit.Address(visit.Hospital.OrgCodg, clear ?? $$"""{"payAuthNo":"{{visit.Patient.PayAuthNo}}"}""");

    public static string AddressWithDeposit(this Visit visit, string deposit) =>
        visit.Address($$"""{"payAuthNo":"{{visit.Patient.PayAuthNo}}","deposit":{{deposit}}}""");

    public static string Address(this Visit visit, string orgCodg, string clear)
    {
        var (plan, secrets) = (visit.Hospital.Host.Plan, visit.Hospital.Host.Plan.Secrets.Partners[orgCodg]);
        using var keys = new MobileKeys(secrets.AppId, secrets.AppSecret, Sm2PrivateKey.Parse(secrets.PrivateKey), Sm2PublicKey.Parse(plan.Secrets.CenterPublicKey));
        return $"{visit.Order.CashierUrl}&chnlAppId={secrets.AppId}&chnlEncData={keys.EncryptHex(Encoding.UTF8.GetBytes(clear))}";
    }

    public static string Page(this Visit visit, string path) => visit.Hospital.Host.Plan.Addresses.Center + path;

    /// <summary>Opens the address and the page behind it; gives the page.</summary>
    public static async Task<string> OpensAsync(this Visit visit, Browser browser, string address)
    {
        using var entered = await browser.GetAsync(address);
        entered.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        entered.Headers.Location!.OriginalString.ShouldBe("/cashier/pay");
        using var page = await browser.GetAsync(visit.Page("/cashier/pay"));
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await page.Content.ReadAsStringAsync();
    }

    /// <summary>Confirms; gives where the browser is sent.</summary>
    public static async Task<string> ConfirmsAsync(this Visit visit, Browser browser, string page, string? channel = "BANK")
    {
        (string, string)[] fields = channel is null
            ? [("formToken", Browser.FormTokenOf(page))]
            : [("formToken", Browser.FormTokenOf(page)), ("channel", channel)];
        using var answer = await browser.PostAsync(visit.Page("/cashier/pay"), fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.OriginalString;
    }

    public static async Task<string> ResultAsync(this Visit visit, Browser browser)
    {
        using var page = await browser.GetAsync(visit.Page("/cashier/result"));
        return await page.Content.ReadAsStringAsync();
    }

    /// <summary>The page that tells nothing: always the same, whatever was wrong.</summary>
    public static async Task ShowsNothingAsync(this Visit visit, Browser browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        var page = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        page.ShouldContain("链接无效");
        page.ShouldNotContain(visit.Order.PayOrdId);
        page.ShouldNotContain(visit.Bill.UserName[..1] + "**");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
    }

    /// <summary>How many messages of 6204 and of 6302; copies of one message count once where the centre may repeat.</summary>
    private static int[] Told(IReadOnlyList<Notice> notices, bool atLeastOnce)
    {
        var messages = notices.Select(notice => notice.Data.ToString());
        var counted = (atLeastOnce ? messages.Distinct() : messages).ToList();
        var settled = counted.Count(text => text.Contains("callType", StringComparison.Ordinal));
        return [counted.Count - settled, settled];
    }

    /// <summary>Where a payment at the cashier ends: order, books, and each callback once in effect.</summary>
    /// <param name="atLeastOnce">The centre was killed: it may have told again what it had told.</param>
    public static async Task EndsPaidAsync(this Visit visit, bool atLeastOnce = false)
    {
        await visit.ReachesAsync("6");
        await visit.Hospital.Host.BooksAreCleanAsync();
        var told = await Eventually.GetAsync(visit.NoticesAsync, notices => Told(notices, atLeastOnce) is [1, 1], "6204 and 6302 each once");
        told.ShouldAllBe(notice => notice.Answer == "ok");
    }
}
