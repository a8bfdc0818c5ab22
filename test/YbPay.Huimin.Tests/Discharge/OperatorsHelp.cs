using System.Net;
using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Sandbox.Orders;
using YbPay.Storage.Ledger;
using static YbPay.Center.Tests.Hosting.Eventually;

namespace YbPay.Huimin.Tests.Discharge;

/// <summary>What no leg can end: an insurer that settles what it was not asked for, and a bank that never gives back.</summary>
public sealed class OperatorsHelp
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_insurer_that_pays_all_of_the_rest_leaves_all_deposits(string database)
    {
        await using var insurer = await OddInsurer.StartAsync();
        await using var host = await HuiminHost.StartAsync(database, options => options.Insurer.BaseUrl = insurer.Address.ToString());
        var stay = await Stay.BeginAsync(host.First, 100_000);
        insurer.Quotes = 400_001;
        (await stay.SendAsync(stay.Trial(StayBill.Usual))).RtMsg.ShouldStartWith("保险公司暂无试算结果"); // more than there is to pay
        insurer.Quotes = 400_000;
        var (tried, settlement) = await stay.TryAsync(StayBill.Usual);
        (tried.BudgetAmt, tried.RefundAmt).ShouldBe((400_000, 100_000));
        var settled = await stay.SettleAsync(settlement);
        (settled.OrderStatus, settled.InsureSettleAmt, settled.RefundAmt).ShouldBe(("32", 400_000, 100_000));
        (await host.Bank.BooksAsync(default)).Sum(account => account.Opening - account.Available).ShouldBe(0);
        (await BalanceAsync(host, "insurer:ODD00001")).ShouldBe(400_000);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_the_insurer_settled_otherwise_is_taken_back_and_the_discharge_fails(string database)
    {
        await using var insurer = await OddInsurer.StartAsync();
        await using var host = await HuiminHost.StartAsync(database, options => options.Insurer.BaseUrl = insurer.Address.ToString());
        var stay = await Stay.BeginAsync(host.First, 200_000);
        (insurer.Quotes, insurer.Settles) = (240_000, 239_999);
        var (_, settlement) = await stay.TryAsync(StayBill.Usual);
        var failed = await stay.SettleAsync(settlement, "1000");
        (failed.OrderStatus, failed.InsureSettleAmt, failed.Msg).ShouldBe(("33", 0, "结算失败：保险公司结算金额与试算不一致"));
        (await BalanceAsync(host, "insurer:ODD00001")).ShouldBe(0);
        (await host.First.RefundAsync(stay.Numbers[0], 200_000)).Done<CreditRefundReply>().OrderStatus.ShouldBe("12");
        host.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_amount_that_no_field_holds_is_no_answer(string database)
    {
        await using var insurer = await OddInsurer.StartAsync();
        await using var host = await HuiminHost.StartAsync(database, options => options.Insurer.BaseUrl = insurer.Address.ToString());
        var stay = await Stay.BeginAsync(host.First, 200_000);
        (insurer.Quotes, insurer.Settles) = (240_000, -240_000);
        var (_, settlement) = await stay.TryAsync(StayBill.Usual);
        (await stay.SettleAsync(settlement)).OrderStatus.ShouldBe("31");
        (await BalanceAsync(host, "insurer:ODD00001")).ShouldBe(0);
        host.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_the_insurer_would_not_take_back_people_end(string database)
    {
        await using var insurer = await OddInsurer.StartAsync();
        await using var host = await HuiminHost.StartAsync(database, options => options.Insurer.BaseUrl = insurer.Address.ToString());
        var stay = await Stay.BeginAsync(host.First, 200_000);
        (insurer.Quotes, insurer.Settles, insurer.TakesBack) = (240_000, 250_000, false);
        var (_, settlement) = await stay.TryAsync(StayBill.Usual);
        var stuck = await stay.SettleAsync(settlement);
        (stuck.OrderStatus, stuck.InsureSettleAmt).ShouldBe(("31", 250_000));
        (await stay.AskedAsync(settlement)).Msg.ShouldBe("结算处理中，正与保险公司人工核对");
        (await BalanceAsync(host, "insurer:ODD00001")).ShouldBe(250_000);

        (await ActAsync(host, stuck.QueryId!, "surplusPaidOut")).ShouldBe(HttpStatusCode.Conflict);
        (await ActAsync(host, stuck.QueryId!, "claimUndone")).ShouldBe(HttpStatusCode.OK);
        (await ActAsync(host, stuck.QueryId!, "claimUndone")).ShouldBe(HttpStatusCode.Conflict);
        (await stay.AskedAsync(settlement)).OrderStatus.ShouldBe("33");
        (await BalanceAsync(host, "insurer:ODD00001")).ShouldBe(0);
        (await host.Database.ReadAsync(LedgerStore.UnbalancedAsync)).ShouldBeEmpty();
        (await host.First.RefundAsync(stay.Numbers[0], 200_000)).Done<CreditRefundReply>().OrderStatus.ShouldBe("12");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_the_bank_would_not_take_back_the_hospital_pays_out(string database)
    {
        await using var host = await HuiminHost.StartAsync(database, options => options.Retired = true);
        var stay = await Stay.BeginAsync(host.First, 100_000, 100_000);
        var (_, settlement) = await stay.TryAsync(StayBill.Plain(90_000));
        host.PullAtBank(LeverAction.Refuse, "REFUND", 1);
        var refused = await stay.SettleAsync(settlement, "5502");
        var left = refused.OrderList.Single(deposit => deposit.OrderStatus == "13").QueryId == stay.Numbers[1] ? 100_000 : 10_000;
        (await ActAsync(host, refused.QueryId!, "claimUndone")).ShouldBe(HttpStatusCode.Conflict);
        (await ActAsync(host, refused.QueryId!, "surplusPaidOut")).ShouldBe(HttpStatusCode.OK);
        var said = (await stay.AskAsync(settlement.OrderId)).Done<QueryDischargeReply>();
        (said.OrderStatus, said.Msg).ShouldBe(("32", $"结算成功，其中{left}分由医院线下退还"));
        said.OrderList.Sum(deposit => deposit.RefundAmt).ShouldBe(110_000 - left);
        await Sums.AddUpAsync(host);
        (await stay.CancelAsync(refused.QueryId!)).RtMsg.ShouldStartWith("当前状态不能撤销结算"); // it would be given back a second time
        (await stay.SendAsync(settlement)).Done<SettleDischargeReply>().OrderStatus.ShouldBe("32");
        (await host.First.RefundAsync(stay.Numbers[0], 1)).RtCode.ShouldBe("1000");
    }

    [Fact]
    public async Task Strangers_and_nonsense_change_nothing()
    {
        await using var host = await HuiminHost.StartAsync(BothDatabases.Sqlite);
        (await ActAsync(host, "DS202611200000000001", "claimUndone")).ShouldBe(HttpStatusCode.NotFound);
        (await ActAsync(host, "DS202611200000000001", "claimUndone", token: "wrong")).ShouldBe(HttpStatusCode.NotFound);
        (await ActAsync(host, "DS202611200000000001", "settle")).ShouldBe(HttpStatusCode.BadRequest);
        (await ActAsync(host, "", "claimUndone")).ShouldBe(HttpStatusCode.BadRequest);
        (await ActAsync(host, "DS202611200000000001", "claimUndone", reason: new string('x', 201))).ShouldBe(HttpStatusCode.BadRequest);
        await using var closed = await host.StartAnotherAsync(options => options.InternalToken = "");
        (await ActAsync(closed, "DS202611200000000001", "claimUndone", token: "")).ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<HttpStatusCode> ActAsync(HuiminHost host, string queryId, string action, string reason = "agreed by telephone", string token = TestHospital.InternalToken) =>
        Operator.ActAsync(host, "discharges", queryId, action, reason, token);

    private static Task<long> BalanceAsync(HuiminHost host, string account) => host.Database.ReadAsync(session => LedgerStore.BalanceAsync(session, account));
}
