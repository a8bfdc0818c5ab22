using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using YbPay.Client;
using YbPay.Sandbox.Plan;
using static YbPay.Cli.Demo.DemoSteps;

namespace YbPay.Cli.Demo;

/// <summary>
/// A patient at the cashier, over the very pages that a phone gets: he opens the hospital's address, confirms, pays at the bank's page
/// what insurance and deposit leave, and comes back to the result; the hospital gets 6204 and 6302.
/// </summary>
internal sealed partial class CashierJourney(SandboxFile sandbox, TimeProvider clock, Timeline timeline, Random random) : IDisposable
{
    private const decimal Deposit = 5.00m;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>A browser: keeps cookies and goes where it is led.</summary>
    private readonly HttpClient _browser = new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>True when every step held.</summary>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        timeline.Title("一位参保人在收银台缴费");
        try
        {
            var order = await CashierOrder.UploadAsync(sandbox, clock, random, Deposit, cancel);
            timeline.Step("6201", "医院打开收银台，带上支付授权码与押金", Values(("payOrdId", order.Order.PayOrdId), ("medfeeSumamt", Yuan(order.Bill.MedfeeSumamt)), ("deposit", Yuan(Deposit))));
            var bank = await ConfirmAsync(order, cancel);
            await PayAsync(bank, cancel);
            await ToldAsync(order, cancel);
            return timeline.Held;
        }
        catch (YbPayException e)
        {
            return Failed(e.Message);
        }
        catch (DemoFailedException e)
        {
            return Failed(e.Message);
        }
    }

    public void Dispose() => _browser.Dispose();

    /// <summary>The bank's page, to which confirming leads.</summary>
    private async Task<Uri> ConfirmAsync(CashierOrder order, CancellationToken cancel)
    {
        using var opened = await _browser.GetAsync(new Uri(order.Address), cancel);
        var page = await opened.Content.ReadAsStringAsync(cancel);
        if (CashierForm.TokenOf(page) is not { } token) throw new DemoFailedException($"收银台没有打开（HTTP {(int)opened.StatusCode}）");
        timeline.Step("cashier", "参保人看到预结算结果", Values(("address", Bare(opened))));
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("formToken", token), KeyValuePair.Create("channel", "BANK")]);
        using var confirmed = await _browser.PostAsync(new Uri($"{sandbox.Center.BaseUrl}/cashier/pay"), form, cancel);
        timeline.Step("cashier", "确认支付：先医保结算，再去银行", Values(("address", Bare(confirmed))));
        var bank = confirmed.RequestMessage!.RequestUri!;
        if (!bank.AbsolutePath.StartsWith("/pay/", StringComparison.Ordinal)) throw new DemoFailedException("确认后没有到银行页面");
        return bank;
    }

    private async Task PayAsync(Uri bank, CancellationToken cancel)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("action", "pay")]);
        using var back = await _browser.PostAsync(bank, form, cancel);
        var page = await UntilAsync(
            async () =>
            {
                using var result = await _browser.GetAsync(back.RequestMessage!.RequestUri, cancel);
                var text = await result.Content.ReadAsStringAsync(cancel);
                return text.Contains("支付成功", StringComparison.Ordinal) ? text : null;
            },
            "结果页没有显示支付成功", Patience, cancel);
        timeline.Step("bank", "在银行页面付款后回到结果页", Values(("address", Bare(back)), ("title", Title().Match(page).Groups[1].Value)));
    }

    private async Task ToldAsync(CashierOrder order, CancellationToken cancel)
    {
        var (sync, settled) = await UntilAsync(
            async () =>
            {
                var received = await _browser.GetFromJsonAsync<JsonElement>($"{sandbox.Control.BaseUrl}/received?orgCodg={order.Partner.OrgCodg}", cancel);
                var ours = received.EnumerateArray().Where(row => row.GetProperty("data").GetProperty("payOrdId").GetString() == order.Order.PayOrdId).ToLookup(row => row.GetProperty("transaction").GetString());
                return ours["6204"].Any() && ours["6302"].Any() ? Tuple.Create(ours["6204"].First().GetProperty("data"), ours["6302"].First().GetProperty("data")) : null;
            },
            "医院没有收到6204与6302", Patience, cancel);
        timeline.Step("6204", "医院收到医保订单信息", Amounts(sync, "ownPayAmt"));
        timeline.Step("6302", "医院收到结算结果通知", Amounts(settled, "ownpayAmt"));
        if (Money(settled, "deposit") != Deposit || Money(settled, "feeSumamt") != order.Bill.MedfeeSumamt) throw new DemoFailedException("通知中的金额与订单不符");
    }

    private static Dictionary<string, string> Amounts(JsonElement data, string own) => Values(
        ("fundPay", Yuan(Money(data, "fundPay"))), ("psnAcctPay", Yuan(Money(data, "psnAcctPay"))), (own, Yuan(Money(data, own))), ("deposit", Yuan(Money(data, "deposit"))));

    private static decimal Money(JsonElement data, string name) =>
        data.TryGetProperty(name, out var value) ? decimal.Parse(value.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0;

    private bool Failed(string why)
    {
        timeline.Failed("cashier", why, new Dictionary<string, string>());
        return false;
    }

    /// <summary>Where the browser stands, as its address line shows it.</summary>
    private static string Bare(HttpResponseMessage answer) => answer.RequestMessage!.RequestUri!.GetLeftPart(UriPartial.Path);

    [GeneratedRegex("<title>([^<]*)</title>")]
    private static partial Regex Title();
}
