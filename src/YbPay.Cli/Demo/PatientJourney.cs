using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Client;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts;
using YbPay.Sandbox.Plan;
using static YbPay.Cli.Demo.DemoSteps;

namespace YbPay.Cli.Demo;

/// <summary>
/// One patient's bill from his QR code to the refund, over HTTP and sealed, through the same SDK that a hospital uses. Each
/// step shows what came back and checks what must hold; the first that does not hold ends the journey.
/// </summary>
internal sealed class PatientJourney(SandboxFile sandbox, TimeProvider clock, Timeline timeline, Random random) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>True when every step held.</summary>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        var partner = sandbox.Partners[random.Next(sandbox.Partners.Count)];
        var person = sandbox.Persons[random.Next(sandbox.Persons.Count)];
        using var services = new ServiceCollection().AddClient(sandbox, partner);
        var client = services.GetRequiredService<IYbPayClient>();
        timeline.Title($"一位参保人在 {partner.OrgCodg} 门诊缴费");
        try
        {
            var credential = await DecodeAsync(client, partner, person, cancel);
            var bill = new DemoBill(random, clock).Outpatient(partner.OrgCodg, credential, person);
            var order = await UploadAsync(client, bill, cancel);
            var payment = await PayAsync(client, bill, order, credential, cancel);
            await PayCashAsync(payment, cancel);
            await HospitalToldAsync(partner, payment, cancel);
            var final = await WaitCompletedAsync(client, bill, order, cancel);
            await RefundInPartAsync(client, bill, order, credential, final, cancel);
            return timeline.Held;
        }
        catch (YbPayException e)
        {
            timeline.Failed("", $"{e.Message}", new Dictionary<string, string> { ["code"] = e.RefusalCode?.ToString(CultureInfo.InvariantCulture) ?? "-", ["traceId"] = e.TraceId ?? "-" });
            return false;
        }
        catch (DemoFailedException e)
        {
            timeline.Failed("", e.Message, new Dictionary<string, string>());
            return false;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<DecodeQrCodeReply> DecodeAsync(IYbPayClient client, SandboxPartner partner, SandboxPerson person, CancellationToken cancel)
    {
        var reply = await client.DecodeQrCodeAsync(
            new DecodeQrCodeRequest
            {
                OrgId = partner.OrgCodg, BusinessType = "01301", BusinessInfo = person.QrCode, OperatorId = "0001", OperatorName = "收费窗口", OfficeId = "A0301", OfficeName = "门诊收费处",
            },
            cancel);
        timeline.Step("6101", "扫码得到身份核验令牌与支付授权码", Values(("insuOrg", reply.InsuOrg), ("ecToken", Shorten(reply.EcToken)), ("authNo", Shorten(reply.AuthNo))));
        Demand(reply.IdNo == person.IdNo, "6101返回的身份与二维码不符");
        return reply;
    }

    private async Task<UploadFeesReply> UploadAsync(IYbPayClient client, UploadFeesRequest bill, CancellationToken cancel)
    {
        var reply = await client.UploadFeesAsync(bill, cancel);
        timeline.Step("6201", $"上传 {bill.FeedetailList.Length} 条费用明细", Values(("medOrgOrd", bill.MedOrgOrd), ("medfeeSumamt", Yuan(bill.MedfeeSumamt)), ("payOrdId", reply.PayOrdId), ("payToken", Shorten(reply.PayToken))));
        return reply;
    }

    private async Task<PlacePaymentReply> PayAsync(IYbPayClient client, UploadFeesRequest bill, UploadFeesReply order, DecodeQrCodeReply credential, CancellationToken cancel)
    {
        var visit = order.ExtData?.GetProperty("mdtrtId").GetString() ?? throw new DemoFailedException("6201没有返回就诊ID");
        var reply = await client.PlacePaymentAsync(
            new PlacePaymentRequest
            {
                PayAuthNo = credential.AuthNo!, PayOrdId = order.PayOrdId, PayToken = order.PayToken, OrgCodg = bill.OrgCodg, OrgBizSer = "BS" + bill.MedOrgOrd,
                ChrgBchno = bill.ChrgBchno, FeeType = bill.FeeType, MdtrtId = visit,
            },
            cancel);
        if (reply.OrdStas == "2") reply = await FoundOutAsync(client, bill, order, cancel);
        timeline.Step("6202", "医保结算完成", Values(
            ("ordStas", reply.OrdStas), ("feeSumamt", Yuan(reply.FeeSumamt)), ("fundPay", Yuan(reply.FundPay)), ("psnAcctPay", Yuan(reply.PsnAcctPay)),
            ("ownPayAmt", Yuan(reply.OwnPayAmt)), ("othFeeAmt", Yuan(reply.OthFeeAmt))));
        Demand(reply.OrdStas is "4" or "5" or "6", $"下单后订单状态应为4，实际为{reply.OrdStas}");
        Demand(reply.FeeSumamt == reply.FundPay + reply.PsnAcctPay + reply.OwnPayAmt + reply.OthFeeAmt, "各项之和不等于费用总额");
        return reply;
    }

    /// <summary>The core did not answer in time: the centre finds out by itself, and 6301 tells.</summary>
    private async Task<PlacePaymentReply> FoundOutAsync(IYbPayClient client, UploadFeesRequest bill, UploadFeesReply order, CancellationToken cancel)
    {
        timeline.Step("6202", "医保核心未及时应答，中心正在核实", Values(("ordStas", "2")));
        var known = await UntilAsync(
            async () => await QueryAsync(client, bill, order, cancel) is { OrdStas: not "2" } answer ? answer : null, "结算结果一直没有核实", Patience, cancel);
        return new PlacePaymentReply
        {
            PayOrdId = known.PayOrdId, OrdStas = known.OrdStas, FeeSumamt = known.FeeSumamt, OwnPayAmt = known.OwnPayAmt, PsnAcctPay = known.PsnAcctPay, FundPay = known.FundPay,
            OthFeeAmt = known.FeeSumamt - known.OwnPayAmt - known.PsnAcctPay - known.FundPay,
        };
    }

    private async Task PayCashAsync(PlacePaymentReply payment, CancellationToken cancel)
    {
        if (payment.OwnPayAmt == 0) return;
        using var answer = await _http.PostAsJsonAsync($"{sandbox.Control.BaseUrl}/bank/{payment.PayOrdId}", new { action = "pay" }, cancel);
        Demand(answer.IsSuccessStatusCode, $"银行没有这笔待支付（HTTP {(int)answer.StatusCode}）");
        var paid = await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
        timeline.Step("bank", "参保人在银行页面支付自费部分", Values(("status", paid.GetProperty("status").ToString()), ("amount", $"{paid.GetProperty("amount")} 分")));
    }

    private async Task HospitalToldAsync(SandboxPartner partner, PlacePaymentReply payment, CancellationToken cancel)
    {
        var notice = await UntilAsync(
            async () =>
            {
                var received = await _http.GetFromJsonAsync<JsonElement>($"{sandbox.Control.BaseUrl}/received?orgCodg={partner.OrgCodg}", cancel);
                return received.EnumerateArray().Cast<JsonElement?>().LastOrDefault(r => r!.Value.GetProperty("data").GetProperty("payOrdId").GetString() == payment.PayOrdId);
            },
            "医院没有收到6302", Patience, cancel);
        var data = notice.GetProperty("data");
        timeline.Step("6302", "医院收到结算结果通知并确认", Values(
            ("setlType", data.GetProperty("setlType").ToString()), ("ownpayAmt", data.GetProperty("ownpayAmt").ToString()), ("fundPay", data.GetProperty("fundPay").ToString()), ("answer", notice.GetProperty("answer").ToString())));
    }

    private async Task<QueryOrderReply> WaitCompletedAsync(IYbPayClient client, UploadFeesRequest bill, UploadFeesReply order, CancellationToken cancel)
    {
        var reply = await UntilAsync(
            async () => await QueryAsync(client, bill, order, cancel) is { OrdStas: "6" } completed ? completed : null, "订单没有走到结算完成", Patience, cancel);
        timeline.Step("6301", "订单结算完成", Values(("ordStas", reply.OrdStas), ("setlType", reply.SetlType ?? ""), ("traceTime", reply.TraceTime ?? ""), ("hiDocSn", reply.HiDocSn ?? "")));
        return reply;
    }

    private async Task RefundInPartAsync(IYbPayClient client, UploadFeesRequest bill, UploadFeesReply order, DecodeQrCodeReply credential, QueryOrderReply paid, CancellationToken cancel)
    {
        // Part of the cash where there was any, otherwise the insurance part.
        var cash = paid.OwnPayAmt > 0.01m ? decimal.Round(paid.OwnPayAmt!.Value / 2, 2) : 0.00m;
        var isCash = cash > 0;
        var request = new RefundRequest
        {
            PayOrdId = order.PayOrdId, AppRefdSn = "RF" + bill.MedOrgOrd, AppRefdTime = ChinaTime.Digits(clock.GetUtcNow()),
            RefdType = isCash ? "CASH" : "HI", CashRefdAmt = cash, TotlRefdAmt = isCash ? cash : paid.FundPay!.Value + paid.PsnAcctPay!.Value,
            PsnAcctRefdAmt = isCash ? null : paid.PsnAcctPay, FundRefdAmt = isCash ? null : paid.FundPay, EcToken = credential.EcToken,
        };
        var reply = await client.RefundAsync(request, cancel);
        timeline.Step("6203", isCash ? "退回一部分现金" : "退回医保部分", Values(
            ("refdType", request.RefdType), ("totlRefdAmt", Yuan(request.TotlRefdAmt)), ("refdSn", reply.RefdSn), ("refStatus", reply.RefStatus)));
        Demand(reply.RefStatus == "SUCC", $"退费应成功，实际为{reply.RefStatus}");
        var after = await QueryAsync(client, bill, order, cancel);
        timeline.Step("6301", "退费后的订单", Values(("ordStas", after.OrdStas)));
        Demand(after.OrdStas == (isCash ? "10" : "8"), $"退费后订单状态不对：{after.OrdStas}");
    }

    private static Task<QueryOrderReply> QueryAsync(IYbPayClient client, UploadFeesRequest bill, UploadFeesReply order, CancellationToken cancel) => client.QueryOrderAsync(
        new QueryOrderRequest { PayOrdId = order.PayOrdId, OrgCodg = bill.OrgCodg, PayToken = order.PayToken, IdNo = bill.IdNo, UserName = bill.UserName, IdType = bill.IdType }, cancel);

    /// <summary>Credentials are shown by their beginning only.</summary>
    private static string Shorten(string? value) => value is { Length: > 8 } ? value[..8] + "…" : "-";
}
