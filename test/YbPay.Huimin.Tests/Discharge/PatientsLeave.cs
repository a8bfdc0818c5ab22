using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;

namespace YbPay.Huimin.Tests.Discharge;

/// <summary>The way that most stays end.</summary>
public sealed class PatientsLeave
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Three_deposits_an_insurer_and_a_surplus(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var stay = await Stay.BeginAsync(host.First, 100_000, 100_000, 100_000);

        var (tried, settlement) = await stay.TryAsync(StayBill.Usual);
        (tried.PsnAmt, tried.BudgetAmt, tried.RefundAmt, tried.SupplementAmt).ShouldBe((300_000, 240_000, 140_000, 0));

        var settled = await stay.SettleAsync(settlement);
        (settled.OrderStatus, settled.PsnAmt, settled.InsureSettleAmt, settled.BudgetAmt, settled.RefundAmt, settled.Msg).ShouldBe(("32", 300_000, 240_000, 240_000, 140_000, "结算成功"));
        settled.QueryId!.ShouldStartWith("DS");
        settled.OrderList.Select(deposit => (deposit.OrderId, deposit.Amt, deposit.AccType, deposit.OrderStatus, deposit.Msg)).ShouldBe(
        [
            (stay.Deposits[0].OrderId, 100_000, "01", "02", "支付成功"),
            (stay.Deposits[1].OrderId, 100_000, "01", "12", "退费成功"),
            (stay.Deposits[2].OrderId, 100_000, "01", "12", "退费成功"),
        ]);

        var asked = await stay.EndsAsync(settlement, "32");
        (asked.QueryId, asked.InsureSettleAmt, asked.RefundAmt, asked.MiAmt).ShouldBe((settled.QueryId, 240_000, 140_000, 500_000));
        asked.OrderList.Select(deposit => (deposit.QueryId, deposit.Amt, deposit.RefundAmt)).ShouldBe(
            [(stay.Numbers[0], 100_000, 0), (stay.Numbers[1], 60_000, 40_000), (stay.Numbers[2], 0, 100_000)]);

        foreach (var deposit in stay.Deposits)
        {
            var trade = (await host.First.AskTradeAsync(deposit.OrderId)).Done<QueryTradeReply>();
            (trade.QueryId, trade.OrderStatus, trade.Amt, trade.PsnAmt).ShouldBe((deposit.QueryId, "02", 100_000, 100_000));
            (await host.First.RefundAsync(deposit.QueryId, 1)).RtCode.ShouldBe("1000");
        }

        (await host.Bank.BooksAsync(default)).Sum(account => account.Opening - account.Available).ShouldBe(160_000);
        (await host.NumberAsync("SELECT SUM(consumed) FROM payments")).ShouldBe(160_000);
        (await host.NumberAsync("SELECT COUNT(*) FROM legs WHERE kind = 'discharge.refund' AND state = 1")).ShouldBe(2);
    }
}
