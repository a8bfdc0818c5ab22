using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Bureau;
using YbPay.Client;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Wallet;
using YbPay.Contracts;
using YbPay.Sandbox.Plan;
using static YbPay.Cli.Demo.DemoSteps;

namespace YbPay.Cli.Demo;

/// <summary>
/// A patient whose cash part is paid from his wallet and from his family's accounts, by the hospital's own window to the core (5379, 5373), the rest at the
/// bank; then all of it goes back (6203 ALL), and each account's statement shows both ways.
/// </summary>
internal sealed class AccountsJourney(SandboxPlan plan, SandboxFile sandbox, TimeProvider clock, Timeline timeline, Random random) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>True when every step held.</summary>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        var partner = sandbox.Partners[random.Next(sandbox.Partners.Count)];
        var person = sandbox.Persons.First(insured => insured.WalletBalance > 0);
        await using var services = new ServiceCollection().AddSingleton(clock).AddCore(sandbox, partner).AddClient(sandbox, partner);
        timeline.Title("一位参保人用医保钱包和家庭共济账户支付自费部分，随后全额退费");
        try
        {
            await WalkAsync(services.GetRequiredService<IYbPayClient>(), services.GetRequiredService<IBureauClient>(), partner, person, cancel);
            return timeline.Held;
        }
        catch (Exception e) when (e is YbPayException or DemoFailedException)
        {
            timeline.Failed("", e.Message, new Dictionary<string, string> { ["code"] = (e as YbPayException)?.RefusalName ?? "-" });
            return false;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task WalkAsync(IYbPayClient center, IBureauClient core, SandboxPartner partner, SandboxPerson person, CancellationToken cancel)
    {
        var before = await AccountsPage.AskAsync(plan, person.PsnNo, cancel);
        timeline.Step("core", "本人账户和可用的家庭共济账户", AccountsPage.Values(before));
        var visit = await SettledAsync(center, partner, person, cancel);
        await WalletAsync(core, person, visit, cancel);
        await FamilyAsync(core, visit, cancel);
        var paid = await AccountsPage.AskAsync(plan, person.PsnNo, cancel);
        timeline.Step("core", "各账户流水", AccountsPage.Values(paid, before));
        var left = await core.QuerySettlementAsync(new() { Data = new() { PsnNo = person.PsnNo, SetlId = visit.Deduct.SetlId, MdtrtId = visit.Deduct.MdtrtId } }, cancel);
        var rest = left.Paydown?.CashOwed ?? throw new DemoFailedException("5203没有返回待支付金额");
        timeline.Step("5203", "账户支付后仍欠", Values(("cashOwed", Yuan(rest))));
        var order = await CompletedAsync(center, visit, rest, cancel);
        await RefundAsync(center, visit, order, cancel);
        var after = await UntilAsync(async () => await AccountsPage.AskAsync(plan, person.PsnNo, cancel), now => Balances(now).SequenceEqual(Balances(before)), "退费后账户余额没有恢复", Patience, cancel);
        timeline.Step("core", "款项退回原账户", AccountsPage.Values(after, paid));
        GoneBackTheWayItCame(before, after);
    }

    private async Task<Visit> SettledAsync(IYbPayClient center, SandboxPartner partner, SandboxPerson person, CancellationToken cancel)
    {
        var credential = await center.DecodeQrCodeAsync(
            new DecodeQrCodeRequest
            {
                OrgId = partner.OrgCodg, BusinessType = "01301", BusinessInfo = person.QrCode, OperatorId = "0001", OperatorName = "收费窗口", OfficeId = "A0301", OfficeName = "门诊收费处",
            },
            cancel);
        var bill = new DemoBill(random, clock).Outpatient(partner.OrgCodg, credential, person) with { AcctUsedFlag = "0" };
        var order = await center.UploadFeesAsync(bill, cancel);
        var visit = order.ExtData?.GetProperty("mdtrtId").GetString() ?? throw new DemoFailedException("6201没有返回就诊ID");
        var reply = await center.PlacePaymentAsync(
            new PlacePaymentRequest
            {
                PayAuthNo = credential.AuthNo!, PayOrdId = order.PayOrdId, PayToken = order.PayToken, OrgCodg = bill.OrgCodg, OrgBizSer = "BS" + bill.MedOrgOrd,
                ChrgBchno = bill.ChrgBchno, FeeType = bill.FeeType, MdtrtId = visit,
            },
            cancel);
        timeline.Step("6202", "医保结算完成，自费部分待支付", Values(("fundPay", Yuan(reply.FundPay)), ("ownPayAmt", Yuan(reply.OwnPayAmt))));
        Demand(reply is { OrdStas: "4", OwnPayAmt: > 0 }, $"下单后应有待支付的自费部分，实际为 {reply.OrdStas}、{Yuan(reply.OwnPayAmt)}");
        var query = new QueryOrderRequest { PayOrdId = order.PayOrdId, OrgCodg = bill.OrgCodg, PayToken = order.PayToken, IdNo = bill.IdNo, UserName = bill.UserName, IdType = bill.IdType };
        var setlId = reply.ExtData?.GetProperty("setlId").GetString() ?? throw new DemoFailedException("6202没有返回结算ID");
        return new Visit(query, credential.EcToken, bill.MedOrgOrd, new DeductWalletRequest { PsnNo = person.PsnNo, SetlId = setlId, MdtrtId = visit });
    }

    private async Task WalletAsync(IBureauClient core, SandboxPerson person, Visit visit, CancellationToken cancel)
    {
        var wallet = await core.QueryWalletAsync(new QueryWalletRequest { Certno = person.IdNo, PsnCertType = person.IdType }, cancel);
        timeline.Step("5378", "医保钱包余额", Values(("wltBalc", Yuan(wallet.WltBalc))));
        var paid = await core.DeductWalletAsync(visit.Deduct, cancel);
        timeline.Step("5379", "医保钱包支付", Values(("psnPay", paid.PsnPay + " 元"), ("enttAcctPay", Yuan(paid.EnttAcctPay)), ("cashAcctPay", Yuan(paid.CashAcctPay))));
        Demand(paid.EnttAcctPay == Math.Min(wallet.WltBalc, Number(paid.PsnPay)), "钱包支付的金额应为余额与所欠金额中较小者");
    }

    private async Task FamilyAsync(IBureauClient core, Visit visit, CancellationToken cancel)
    {
        var paid = await core.DeductMutualAidAsync(new DeductMutualAidRequest { PsnNo = visit.Deduct.PsnNo, SetlId = visit.Deduct.SetlId, MdtrtId = visit.Deduct.MdtrtId }, cancel);
        var values = Values(("psnPay", paid.PsnPay + " 元"), ("allEnttAcctPay", Yuan(paid.AllEnttAcctPay)), ("cashAcctPay", Yuan(paid.CashAcctPay)));
        foreach (var row in paid.Result) values[$"账户*{row.Bankacct[^4..]}"] = $"{Yuan(row.EnttAcctPay)}（infcode_dt {row.InfcodeDt}）";
        timeline.Step("5373", "家庭共济账户依次支付", values);
        Demand(paid.AllEnttAcctPay == paid.Result.Sum(row => row.EnttAcctPay ?? 0) && paid.AllEnttAcctPay > 0, "各共济账户支付之和与总额不符");
    }

    /// <summary>What accounts left over is paid at the bank; the order then completes by itself.</summary>
    private async Task<QueryOrderReply> CompletedAsync(IYbPayClient center, Visit visit, decimal rest, CancellationToken cancel)
    {
        var known = await UntilAsync(async () => await center.QueryOrderAsync(visit.Query, cancel), order => order.OwnPayAmt == rest, "中心没有得知账户支付的金额", Patience, cancel);
        timeline.Step("6301", "中心得知账户支付的金额", Values(("ordStas", known.OrdStas), ("psnAcctPay", Yuan(known.PsnAcctPay)), ("ownPayAmt", Yuan(known.OwnPayAmt))));
        if (rest > 0) await PayRestAsync(visit, rest, cancel);
        var done = await UntilAsync(async () => await center.QueryOrderAsync(visit.Query, cancel), order => order.OrdStas == "6", "订单没有走到结算完成", Patience, cancel);
        timeline.Step("6301", "订单结算完成", Values(("ordStas", done.OrdStas), ("fundPay", Yuan(done.FundPay)), ("psnAcctPay", Yuan(done.PsnAcctPay)), ("ownPayAmt", Yuan(done.OwnPayAmt))));
        return done;
    }

    private async Task PayRestAsync(Visit visit, decimal rest, CancellationToken cancel)
    {
        using var answer = await _http.PostAsJsonAsync($"{sandbox.Control.BaseUrl}/bank/{visit.Query.PayOrdId}", new { action = "pay" }, cancel);
        Demand(answer.IsSuccessStatusCode, $"银行没有这笔待支付（HTTP {(int)answer.StatusCode}）");
        timeline.Step("bank", "余下的自费部分在银行支付", Values(("amount", Yuan(rest))));
    }

    private async Task RefundAsync(IYbPayClient center, Visit visit, QueryOrderReply paid, CancellationToken cancel)
    {
        var (cash, account, fund) = (paid.OwnPayAmt!.Value, paid.PsnAcctPay!.Value, paid.FundPay!.Value);
        var reply = await center.RefundAsync(
            new RefundRequest
            {
                PayOrdId = visit.Query.PayOrdId, AppRefdSn = "RF" + visit.MedOrgOrd, AppRefdTime = ChinaTime.Digits(clock.GetUtcNow()),
                RefdType = "ALL", CashRefdAmt = cash, PsnAcctRefdAmt = account, FundRefdAmt = fund, TotlRefdAmt = cash + account + fund, EcToken = visit.EcToken,
            },
            cancel);
        timeline.Step("6203", "全额退费", Values(("totlRefdAmt", Yuan(cash + account + fund)), ("refStatus", reply.RefStatus)));
        Demand(reply.RefStatus == "SUCC", $"退费应成功，实际为{reply.RefStatus}");
    }

    /// <summary>Each account has its money again, and the last that paid had it first.</summary>
    private void GoneBackTheWayItCame(IReadOnlyList<AccountSheet> before, IReadOnlyList<AccountSheet> after)
    {
        var rows = after.SelectMany(account => account.Rows.Skip(before.First(old => old.AccountId == account.AccountId).Rows.Count).Select(row => (account.AccountId, row))).ToList();
        // Within one millisecond the order of the list counts, which is the one in which the core uses them.
        var outgoing = Ordered("deducted");
        var back = Ordered("given back");
        var backAt = rows.Where(moved => moved.row.Reason == "given back").ToDictionary(moved => moved.AccountId, moved => moved.row.At);
        timeline.Step("core", "先扣的后退", Values(("扣减次序", string.Join(" → ", outgoing.Select(Name))), ("退回次序", string.Join(" → ", back.Select(Name)))));
        long[] times = [.. Enumerable.Reverse(outgoing).Select(account => backAt.GetValueOrDefault(account))];
        Demand(back.Count == outgoing.Count && times.SequenceEqual(times.Order()), "退回的次序不是扣减次序的倒序");

        List<string> Ordered(string reason) => [.. rows.Where(moved => moved.row.Reason == reason).OrderBy(moved => moved.row.At).Select(moved => moved.AccountId)];

        string Name(string accountId) => "*" + after.First(account => account.AccountId == accountId).MaskedNumber[^4..];
    }

    private static IEnumerable<(string, long)> Balances(IReadOnlyList<AccountSheet> accounts) => accounts.Select(account => (account.AccountId, account.Balance));

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>What names the order at the centre and the settlement at the core.</summary>
    private sealed record Visit(QueryOrderRequest Query, string EcToken, string MedOrgOrd, DeductWalletRequest Deduct)
    {
        public override string ToString() => Query.PayOrdId;
    }
}
