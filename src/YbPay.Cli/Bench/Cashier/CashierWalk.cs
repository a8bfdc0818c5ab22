using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using YbPay.Cli.Bench.Load;
using YbPay.Cli.Demo;
using YbPay.Client;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Bench.Cashier;

/// <summary>A patient with a cashier address, and from the first view on what his phone was given.</summary>
internal sealed class CashierVisitor(string address, CashierPhone phone)
{
    public string Address => address;

    public CashierPhone Phone => phone;

    public string? Cookie { get; set; }

    public string? FormToken { get; set; }
}

/// <summary>What a patient does at the cashier, each step checked: what does not hold throws.</summary>
internal sealed partial class CashierWalk(SandboxFile sandbox, SandboxPartner partner, IYbPayClient client)
{
    private const string PayPath = "/cashier/pay";
    private const string ResultPath = "/cashier/result";
    private long _numbers;

    /// <summary>6201, as the hospital sends it, and the address that it makes of the reply.</summary>
    /// <param name="leavesCash">Whether the account is left alone, so that cash is due and the page has channels.</param>
    public async Task<CashierVisitor> UploadAsync(Patient patient, CashierPhone phone, Random random, bool leavesCash, CancellationToken cancel)
    {
        var bill = new DemoBill(random, TimeProvider.System).Outpatient(partner.OrgCodg, patient.Credential, patient.Person);
        var number = string.Create(CultureInfo.InvariantCulture, $"{bill.MedOrgOrd}{Interlocked.Increment(ref _numbers) % 100_000:D5}");
        var order = await client.UploadFeesAsync(bill with { MedOrgOrd = number, AcctUsedFlag = leavesCash ? "0" : "1" }, cancel);
        var url = order.CashierUrl ?? throw new BenchFailedException("6201 gave no cashier address");
        return new(CashierOrder.AddressOf(sandbox, partner, url, patient.Credential.AuthNo!, null), phone);
    }

    public async Task FirstAsync(CashierVisitor visitor, CancellationToken cancel)
    {
        await EnterAsync(visitor, cancel);
        await PreviewAsync(visitor, cancel);
    }

    public async Task<string> PreviewAsync(CashierVisitor visitor, CancellationToken cancel)
    {
        var page = await visitor.Phone.GetAsync(At(PayPath), visitor.Cookie, cancel);
        if (page.Status != HttpStatusCode.OK || CashierForm.TokenOf(page.Page) is not { } token) throw new BenchFailedException($"the cashier page: HTTP {(int)page.Status}{TitleOf(page.Page)}");
        visitor.FormToken = token;
        return page.Page;
    }

    public async Task ConfirmAsync(CashierVisitor visitor, CancellationToken cancel)
    {
        var answer = await visitor.Phone.PostAsync(At(PayPath), visitor.Cookie, $"formToken={visitor.FormToken}", cancel);
        if (answer.Status != HttpStatusCode.SeeOther || answer.Location != ResultPath) throw new BenchFailedException($"confirming: HTTP {(int)answer.Status}{TitleOf(answer.Page)}");
    }

    public async Task ResultAsync(CashierVisitor visitor, CancellationToken cancel)
    {
        var page = await visitor.Phone.GetAsync(At(ResultPath), visitor.Cookie, cancel);
        if (page.Status != HttpStatusCode.OK || !page.Page.Contains("支付成功", StringComparison.Ordinal)) throw new BenchFailedException($"the result page: HTTP {(int)page.Status}{TitleOf(page.Page)}");
    }

    /// <summary>What a phone that was never here before must fetch until the first view stands.</summary>
    public async Task<CashierWeight> WeighAsync(CashierVisitor visitor, CancellationToken cancel)
    {
        var marks = new List<long> { visitor.Phone.Received };
        await EnterAsync(visitor, cancel);
        marks.Add(visitor.Phone.Received);
        var page = await PreviewAsync(visitor, cancel);
        marks.Add(visitor.Phone.Received);
        foreach (var asset in Assets().Matches(page).Select(found => found.Groups[1].Value).OrderBy(path => path.EndsWith(".js", StringComparison.Ordinal)))
        {
            if ((await visitor.Phone.GetAsync(At(asset), null, cancel)).Status != HttpStatusCode.OK) throw new BenchFailedException($"{asset} is not there");
            marks.Add(visitor.Phone.Received);
        }

        return marks.Count == 5 ? new(marks[1] - marks[0], marks[2] - marks[1], marks[3] - marks[2], marks[4] - marks[3]) : throw new BenchFailedException("the page has not one style sheet and one script");
    }

    private static async Task EnterAsync(CashierVisitor visitor, CancellationToken cancel)
    {
        var entered = await visitor.Phone.GetAsync(visitor.Address, null, cancel);
        if (entered.Status != HttpStatusCode.SeeOther || entered.Location != PayPath) throw new BenchFailedException($"the address: HTTP {(int)entered.Status}{TitleOf(entered.Page)}");
        visitor.Cookie = entered.Cookie ?? throw new BenchFailedException("the address gave no cookie");
    }

    private string At(string path) => sandbox.Center.BaseUrl + path;

    private static string TitleOf(string page) => Title().Match(page) is { Success: true } found ? ", " + found.Groups[1].Value : "";

    [GeneratedRegex("<title>([^<]*)</title>")]
    private static partial Regex Title();

    [GeneratedRegex("(?:href|src)=\"(/cashier/assets/[^\"]+)\"")]
    private static partial Regex Assets();
}
