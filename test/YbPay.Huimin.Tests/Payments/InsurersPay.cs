using System.Net;
using YbPay.Contracts.Huimin;
using YbPay.Contracts.MobilePay;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Orders;
using YbPay.Storage;
using static YbPay.Center.Tests.Hosting.Eventually;

namespace YbPay.Huimin.Tests.Payments;

/// <summary>HOS00003 with extParams: the insurer's part first, the rest from credit; when the rest fails the insurer's part goes back. YLX44002 pays half.</summary>
public sealed class InsurersPay
{
    private static readonly CreditExtension Claim = new() { TreatmentSerialNo = "V0003", SetlId = "JS0001", SocialInsuranceTotal = 30_000, ThirdpartyPayTotal = 0 };

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task The_insurer_pays_its_part_and_credit_the_rest(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Third, "V0003", "03");
        var paid = await host.First.PaidAsync(token, 10_000, claim: Claim);
        (paid.Amt, paid.PsnAmt, paid.AccType).ShouldBe((10_000, 5_000, "03"));
        var trade = (await host.First.AskTradeAsync(paid.OrderId)).Done<QueryTradeReply>();
        (trade.Amt, trade.PsnAmt, trade.InsureSettleAmt, trade.OrderStatus).ShouldBe((10_000, 5_000, 5_000, "02"));
        (await host.First.RefundAsync(paid.QueryId, 5_001)).RtMsg.ShouldContain("超过可退金额"); // what an insurer paid is not refundable here
        (await host.First.RefundAsync(paid.QueryId, 5_000)).Done<CreditRefundReply>().OrderStatus.ShouldBe("12");
        (await TakenAsync(host)).ShouldBe(0);
        (await Books.InsurersAsync(host)).ShouldBe(5_000);
        await Books.BalanceAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_the_bank_refuses_the_insurer_takes_back(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Third, "V0003", "03");
        host.PullAtBank(LeverAction.Refuse, "PAYMENT");
        var reply = (await host.First.PayAsync(host.First.Payment(token, 10_000, claim: Claim))).Done<CreditPaymentReply>();
        (reply.OrderStatus, reply.PsnAmt, reply.AccType, reply.Msg).ShouldBe(("03", null, null, "支付失败：模拟银行按指令拒绝本次交易"));
        (await host.First.AskTradeAsync(reply.OrderId)).Done<QueryTradeReply>().InsureSettleAmt.ShouldBeNull();
        (await Books.InsurersAsync(host)).ShouldBe(0);
        (await host.NumberAsync("SELECT COUNT(*) FROM legs WHERE kind = 'payment.insurer-back' AND state = 1")).ShouldBe(1);
        await Books.BalanceAsync(host);
        (await host.First.PaidAsync(token, 400_000, claim: Claim)).PsnAmt.ShouldBe(200_000); // the whole of the year's cap is there again
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_insurer_that_takes_back_late_is_waited_for(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Third, "V0003", "03");
        host.PullAtBank(LeverAction.Refuse, "PAYMENT");
        host.PullAtInsurer(LeverAction.Late, "CANCELLATION");
        var payment = host.First.Payment(token, 10_000, claim: Claim);
        (await host.First.PayAsync(payment)).Done<CreditPaymentReply>().OrderStatus.ShouldBe("01");
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        (await EndsAsync(host, payment.OrderId)).ShouldBe("03");
        (await Books.InsurersAsync(host)).ShouldBe(0);
        await Books.BalanceAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_claim_that_the_insurer_will_not_take_back_stays_open_and_says_who_has_to_act(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Third, "V0003", "03");
        host.PullAtBank(LeverAction.Refuse, "PAYMENT");
        host.PullAtInsurer(LeverAction.Refuse, "CANCELLATION");
        var reply = (await host.First.PayAsync(host.First.Payment(token, 10_000, claim: Claim))).Done<CreditPaymentReply>();
        (reply.OrderStatus, reply.Msg).ShouldBe(("01", "支付未成功，商保理赔尚待人工撤销，请稍后查询"));
        (await Books.InsurersAsync(host)).ShouldBe(5_000);
        (await host.NumberAsync("SELECT SUM(amount) FROM ledger_postings WHERE account LIKE 'insurer:%'")).ShouldBe(5_000); // the books say what the insurer says
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_the_insurer_would_not_take_back_people_end(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Third, "V0003", "03");
        host.PullAtBank(LeverAction.Refuse, "PAYMENT");
        host.PullAtInsurer(LeverAction.Refuse, "CANCELLATION");
        var payment = host.First.Payment(token, 10_000, claim: Claim);
        var stuck = (await host.First.PayAsync(payment)).Done<CreditPaymentReply>();
        (await ActAsync(stuck.QueryId, token: "wrong")).ShouldBe(HttpStatusCode.NotFound);
        (await ActAsync("CP2026112000000000000001")).ShouldBe(HttpStatusCode.NotFound);
        (await ActAsync(stuck.QueryId, action: "settle")).ShouldBe(HttpStatusCode.BadRequest);
        (await ActAsync(stuck.QueryId, reason: "")).ShouldBe(HttpStatusCode.BadRequest);
        (await host.First.AskTradeAsync(payment.OrderId)).Done<QueryTradeReply>().OrderStatus.ShouldBe("01");

        (await ActAsync(stuck.QueryId)).ShouldBe(HttpStatusCode.OK);
        (await ActAsync(stuck.QueryId)).ShouldBe(HttpStatusCode.Conflict);
        (await host.First.AskTradeAsync(payment.OrderId)).Done<QueryTradeReply>().OrderStatus.ShouldBe("03");
        (await host.NumberAsync("SELECT SUM(amount) FROM ledger_postings WHERE account LIKE 'insurer:%'")).ShouldBe(0);
        (await host.NumberAsync("SELECT COUNT(*) FROM audit WHERE action = 'PaymentClaimUndone' AND detail = 'agreed by telephone'")).ShouldBe(1);
        Books.Breaches(await PlatformBooks.CheckAloneAsync(host.Services)).ShouldBeEmpty();
        Books.Breaches(await Books.CheckAsync(host)).ShouldBeEmpty(); // each leg is what the insurer says of it

        Task<HttpStatusCode> ActAsync(string? queryId, string action = "claimUndone", string reason = "agreed by telephone", string token = TestHospital.InternalToken) =>
            Operator.ActAsync(host, "payments", queryId!, action, reason, token);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_insurer_that_refuses_to_settle_ends_the_payment_before_the_bank_is_asked(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Third, "V0003", "03");
        host.PullAtInsurer(LeverAction.Refuse, "SETTLEMENT");
        var reply = (await host.First.PayAsync(host.First.Payment(token, 10_000, claim: Claim))).Done<CreditPaymentReply>();
        (reply.OrderStatus, reply.Msg).ShouldBe(("03", "支付失败：模拟保险公司按指令拒绝本次请求"));
        (await host.NumberAsync("SELECT COUNT(*) FROM legs WHERE kind = 'credit.pay'")).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Without_a_quote_credit_pays_all_and_without_an_answer_nothing_is_paid(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Third, "V0003", "03");
        host.PullAtInsurer(LeverAction.Refuse, "QUOTE");
        (await host.First.PaidAsync(token, 10_000, claim: Claim)).PsnAmt.ShouldBe(10_000);
        host.Order(FaultTarget.Insurer, "quote", FaultKind.LostAnswer);
        var unanswered = (await host.First.PayAsync(host.First.Payment(token, 10_000, claim: Claim))).Done<CreditPaymentReply>();
        (unanswered.OrderStatus, unanswered.Msg).ShouldBe(("03", "支付失败：商保试算暂无应答，请稍后重新发起"));
        var poor = await host.First.EnrolAsync(TestPatient.Poor, "V0004");
        (await host.First.PaidAsync(poor, 10_000, claim: Claim with { TreatmentSerialNo = "V0004" })).PsnAmt.ShouldBe(10_000); // nobody insures him
        (await TakenAsync(host)).ShouldBe(20_000);
        await Books.BalanceAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Answers_that_the_insurer_loses_are_asked_for(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Third, "V0003", "03");
        host.Order(FaultTarget.Insurer, "settle", FaultKind.LostAnswer);
        var settled = host.First.Payment(token, 10_000, claim: Claim);
        (await host.First.PayAsync(settled)).Done<CreditPaymentReply>().OrderStatus.ShouldBe("01");
        (await EndsAsync(host, settled.OrderId)).ShouldBe("02");
        host.PullAtBank(LeverAction.Refuse, "PAYMENT");
        host.Order(FaultTarget.Insurer, "cancel", FaultKind.LostAnswer);
        var refused = host.First.Payment(token, 10_000, claim: Claim);
        (await host.First.PayAsync(refused)).Done<CreditPaymentReply>().OrderStatus.ShouldBe("01");
        (await EndsAsync(host, refused.OrderId)).ShouldBe("03");
        (await Books.InsurersAsync(host)).ShouldBe(5_000);
        await Books.BalanceAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_node_that_died_between_insurer_and_bank_is_taken_over(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Third, "V0003", "03");
        CreditPaymentRequest payment;
        await using (var dying = await host.StartAnotherAsync())
        {
            host.PullAtInsurer(LeverAction.Late, "SETTLEMENT");
            payment = dying.First.Payment(token, 10_000, claim: Claim);
            (await dying.First.PayAsync(payment)).Done<CreditPaymentReply>().OrderStatus.ShouldBe("01");
        }

        host.Clock.Advance(TimeSpan.FromMinutes(2));
        (await EndsAsync(host, payment.OrderId)).ShouldBe("02");
        (await host.First.PayAsync(payment)).Done<CreditPaymentReply>().PsnAmt.ShouldBe(5_000);
        (await TakenAsync(host)).ShouldBe(5_000);
        await Books.BalanceAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_claim_for_somebody_elses_visit_or_one_that_is_not_whole_is_refused(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var token = await host.First.EnrolAsync(TestPatient.Third, "V0003", "03");
        (await host.First.AskEnrolmentAsync(TestPatient.Rich, "V0009")).RtCode.ShouldBe("0000");
        (await host.First.PayAsync(host.First.Payment(token, 10_000, claim: Claim with { TreatmentSerialNo = "V0009" }))).RtMsg.ShouldContain("属于其他患者");
        foreach (var broken in (string[])["""{"treatmentSerialNo":"V0003"}""", """{"treatmentSerialNo":"V0003","setlId":"J","socialInsuranceTotal":-1}""", """{"treatmentSerialNo":"V0003","setlId":"J","thirdpartyPayTotal":1.5}"""])
            (await host.First.PayAsync(host.First.Payment(token, 10_000) with { ExtParams = ExpandedContent.OfText(broken) })).RtCode.ShouldBe("1000", broken);
        (await host.NumberAsync("SELECT COUNT(*) FROM payments")).ShouldBe(0);
        (await host.First.PaidAsync(token, 0, claim: Claim)).PsnAmt.ShouldBe(0);
        (await host.NumberAsync("SELECT COUNT(*) FROM legs WHERE kind LIKE 'payment.%'")).ShouldBe(0);
    }

    private static async Task<long> TakenAsync(HuiminHost host) => (await host.Bank.BooksAsync(default)).Sum(account => account.Opening - account.Available);

    private static async Task<string> EndsAsync(HuiminHost host, string orderId) =>
        await GetAsync(async () => (await host.First.AskTradeAsync(orderId)).Done<QueryTradeReply>().OrderStatus, status => status != "01", $"{orderId} ends");
}
