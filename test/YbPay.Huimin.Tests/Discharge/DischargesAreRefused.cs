using YbPay.Contracts.Huimin;
using YbPay.Contracts.MobilePay;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Sandbox.Orders;
using YbPay.Storage;

namespace YbPay.Huimin.Tests.Discharge;

/// <summary>What a hospital can get wrong: refused with its reason, and nothing has happened.</summary>
public sealed class DischargesAreRefused
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Orders_that_are_no_deposits_of_this_stay(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var stay = await Stay.BeginAsync(host.First, 100_000);
        var another = await Stay.BeginAsync(host.First, TestPatient.Rich, "ZY0002", 100_000);
        var elsewhere = await new Stay(host.Second, stay.Token, stay.VisitNo).DepositAsync(100_000);
        var outpatient = await host.First.PaidAsync(stay.Token, 1_000, orderType: "3");
        host.PullAtBank(LeverAction.Late, "PAYMENT");
        var unpaid = (await host.First.PayAsync(host.First.Payment(stay.Token, 1_000))).Done<CreditPaymentReply>();
        var (bill, mine) = (StayBill.Plain(40_000), stay.Numbers[0]);
        var good = (await stay.TryAsync(bill, mine)).Settlement;

        foreach (var (orders, rtCode, words) in new (string, string, string)[]
        {
            ($"{mine},{another.Numbers[0]}", "0001", "未找到本次住院的押金订单"),
            (elsewhere.QueryId, "0001", "未找到本次住院的押金订单"),
            ("CP202611200000000001", "0001", "未找到本次住院的押金订单"),
            (mine[..^1], "0001", "未找到本次住院的押金订单"),
            ($"{mine},{mine}", "1000", "参数不符合接口规范：origPayQueryId"),
            (outpatient.QueryId, "1000", "该订单不是住院押金"),
            (unpaid.QueryId, "1000", "押金订单未支付成功"),
            (good.OrderId, "0001", "未找到本次住院的押金订单"),
            ($"{mine}' OR '1'='1", "0001", "未找到本次住院的押金订单"),
            (string.Join(',', Enumerable.Range(0, 101).Select(i => $"CP2026112000000{i:D5}")), "1000", "参数不符合接口规范：origPayQueryId"),
        })
        {
            var tried = await stay.SendAsync(stay.Trial(bill) with { OrigPayQueryId = OrderNumbers.OfText(orders) });
            var settled = await stay.SendAsync(good with { OrigPayQueryId = OrderNumbers.OfText(orders) });
            foreach (var reply in (Replied[])[tried, settled]) (reply.RtCode, reply.RtMsg[..Math.Min(words.Length, reply.RtMsg.Length)]).ShouldBe((rtCode, words), orders[..Math.Min(60, orders.Length)]);
        }

        (await host.NumberAsync("SELECT COUNT(*) FROM discharges")).ShouldBe(0);
        await host.Bank.FinishAllAsync(default);
        (await stay.SettleAsync(good)).OrderStatus.ShouldBe("32");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_visit_is_compared_only_where_the_payment_itself_named_one(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var stay = await Stay.BeginAsync(host.First, 50_000);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await host.First.AskEnrolmentAsync(TestPatient.Second, "MZ0001")).Done<QueryEnrolmentReply>(); // a consultation, told later than the stay
        await stay.DepositAsync(50_000);
        var named = await host.First.PaidAsync(stay.Token, 1_000, claim: new CreditExtension { TreatmentSerialNo = "MZ0001", SetlId = "JS00000001" });
        (await stay.SendAsync(stay.Trial(StayBill.Plain(1), [.. stay.Numbers, named.QueryId]))).RtCode.ShouldBe("0001");
        (await stay.TryAsync(StayBill.Plain(30_000))).Tried.PsnAmt.ShouldBe(100_000);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Sums_that_do_not_add_up_and_amounts_that_cannot_be(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var stay = await Stay.BeginAsync(host.First, 200_000);
        (await stay.SendAsync(stay.Trial(new(100, 101)))).RtMsg.ShouldStartWith("非无感支付金额大于结算总金额：101/100分");
        (await stay.SendAsync(stay.Trial(new(1_000_000, 600_000, Mi: 600_000, ThirdParty: 1, Insured: true)))).RtMsg.ShouldStartWith("社保与第三方金额合计大于非无感支付金额");
        foreach (var absurd in new[] { -1, 100_000_000_000, long.MinValue, long.MaxValue })
        {
            (await stay.SendAsync(stay.Trial(new(absurd, 0)))).RtCode.ShouldBe("1000", $"{absurd}");
            (await stay.SendAsync(stay.Trial(new(0, absurd)))).RtCode.ShouldBe("1000", $"{absurd}");
        }

        var (_, good) = await stay.TryAsync(StayBill.Usual);
        foreach (var (wrong, words) in new (SettleDischargeRequest, string)[]
        {
            (good with { SettleAmt = good.SettleAmt + 1 }, "与试算不一致：settleAmt"),
            (good with { NonCreditPayAmt = good.NonCreditPayAmt - 1 }, "与试算不一致：nonCreditPayAmt"),
            (good with { BudgetAmt = good.BudgetAmt - 1 }, "与试算不一致：budgetAmt"),
            (good with { SetlId = "JS99999999" }, "与试算不一致：setlId"),
            (good with { TreatmentSerialNo = "ZY0009" }, "与试算不一致：treatmentSerialNo"),
            (good with { MiAmt = good.NonCreditPayAmt }, "社保与第三方金额合计大于非无感支付金额"),
            (good with { ThirdpartyPayTotal = 99_999_999_999 }, "社保与第三方金额合计大于非无感支付金额"),
            (good with { GrAmt = good.SettleAmt + 1 }, "个人自负金额大于结算总金额"),
            (good with { GrAmt = -1 }, "参数不符合接口规范"),
            (good with { MiAmt = 100_000_000_000 }, "参数不符合接口规范"),
        })
        {
            var reply = await stay.SendAsync(wrong);
            (reply.RtCode, reply.RtMsg[..Math.Min(words.Length, reply.RtMsg.Length)]).ShouldBe(("1000", words));
            reply.Clear.ShouldBeNull();
        }

        (await stay.SettleAsync(good)).OrderStatus.ShouldBe("32");
        await stay.EndsAsync(good, "32");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_trial_of_nobody_or_of_another_content_than_its_extension(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var stay = await Stay.BeginAsync(host.First, 200_000);
        (await new Stay(host.First, stay.Token, "ZY0009").SendAsync(stay.Trial(StayBill.Usual) with { TreatmentSerialNo = "ZY0009", ExtParams = null })).RtMsg.ShouldStartWith("未找到该住院流水号的就诊人");
        (await stay.SendAsync(stay.Trial(StayBill.Usual) with { SetlId = "JS99999999" })).RtMsg.ShouldStartWith("extParams的就诊流水号或结算号与报文不一致");
        (await stay.SendAsync(stay.Trial(StayBill.Usual) with { HospitalId = host.Second.HospitalId })).RtMsg.ShouldStartWith("医院编号或城市编码与接入方不符");
        var (_, good) = await stay.TryAsync(StayBill.Usual);
        var stranger = new Stay(host.Second, stay.Token, stay.VisitNo);
        (await stranger.SendAsync(good with { HospitalId = host.Second.HospitalId })).RtCode.ShouldBe("0001"); // another hospital's trial
        (await stay.SettleAsync(good)).OrderStatus.ShouldBe("32");
        (await stranger.AskAsync(good.OrderId)).RtCode.ShouldBe("0001");
        (await new Stay(host.First, stay.Token, "ZY0009").AskAsync(good.OrderId)).RtCode.ShouldBe("0001");
        (await stay.AskAsync(good.OrderId, "02")).RtCode.ShouldBe("0001");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_refund_that_is_open_and_a_discharge_do_not_meet(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var stay = await Stay.BeginAsync(host.First, 100_000, 100_000);
        var (_, settlement) = await stay.TryAsync(StayBill.Plain(150_000));
        host.PullAtBank(LeverAction.Late, "REFUND");
        (await host.First.RefundAsync(stay.Numbers[0], 10_000)).Done<CreditRefundReply>().OrderStatus.ShouldBe("11");
        (await stay.SendAsync(settlement)).RtMsg.ShouldStartWith($"押金正在退费，请稍后重试：{stay.Numbers[0]}");
        (await stay.SendAsync(stay.Trial(StayBill.Plain(1)))).RtMsg.ShouldStartWith("押金正在退费，请稍后重试");
        await host.Bank.FinishAllAsync(default);
        await Center.Tests.Hosting.Eventually.HoldsAsync(async () => (await stay.SendAsync(settlement)).RtCode == "0000", "the same order goes through once the refund is done");
        await stay.EndsAsync(settlement, "32");
        (await host.Bank.BooksAsync(default)).Sum(account => account.Opening - account.Available).ShouldBe(150_000);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Of_refunds_and_discharges_at_the_same_moment_no_fen_goes_twice(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        await using var other = await host.StartAnotherAsync();
        var stay = await Stay.BeginAsync(host.First, 100_000);
        var (_, settlement) = await stay.TryAsync(StayBill.Plain(60_000));
        var refunds = Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? host : other).First.RefundAsync(stay.Numbers[0], 3_000));
        var settled = await Task.WhenAll([.. refunds, stay.SendAsync(settlement), stay.At(other).SendAsync(settlement)]);
        settled.ShouldAllBe(reply => reply.RtCode == "0000" || reply.RtCode == "1000");
        await Center.Tests.Hosting.Eventually.HoldsAsync(async () => (await stay.SendAsync(settlement)).RtCode is "0000" or "5501", "the discharge comes or says what is missing");
        await Sums.AddUpAsync(host);
        (await host.NumberAsync("SELECT refunded + consumed FROM payments")).ShouldBeLessThanOrEqualTo(100_000);
        other.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task The_database_itself_holds_the_limits(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var stay = await Stay.BeginAsync(host.First, 100_000);
        var (_, settlement) = await stay.TryAsync(StayBill.Plain(60_000));
        (await stay.SettleAsync(settlement)).OrderStatus.ShouldBe("32");
        foreach (var wrong in new[]
        {
            "UPDATE payments SET consumed = consumed + 1",
            "UPDATE payments SET held = held + 1",
            "UPDATE payments SET consumed = -1",
            "UPDATE discharge_deposits SET refund = held + 1",
            "UPDATE trials SET budget = settle_amt - non_credit + 1",
            "UPDATE trials SET supplement = 1",
            "INSERT INTO discharges (query_id, hospital_id, order_id, digest, trial_id, visit_no, setl_id, person_key, state, settle_amt, non_credit, mi_amt, budget, gr_amt, psn_amt, created_at, updated_at) "
                + "SELECT 'DS2', hospital_id, 'D2', digest, trial_id, visit_no, setl_id, person_key, state, settle_amt, non_credit, mi_amt, budget, gr_amt, psn_amt, created_at, updated_at FROM discharges",
            "INSERT INTO refunds (query_id, leg_id, hospital_id, order_id, digest, payment_id, discharge_id, round, state, amount, created_at, updated_at) "
                + "SELECT 'CR2', 'LG2', hospital_id, order_id, digest, payment_id, discharge_id, round, state, amount, created_at, updated_at FROM refunds",
        })
            await Should.ThrowAsync<Exception>(() => host.Database.WriteAsync(session => session.ExecuteAsync(wrong)), wrong);
        await Sums.AddUpAsync(host);
    }
}
