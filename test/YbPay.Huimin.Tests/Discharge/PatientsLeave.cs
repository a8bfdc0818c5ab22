using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;

namespace YbPay.Huimin.Tests.Discharge;

/// <summary>The ways that stays end where nothing goes wrong.</summary>
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

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_the_deposits_lack_is_said_and_paid_and_named(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var stay = await Stay.BeginAsync(host.First, 60_000, 40_000);
        var (tried, settlement) = await stay.TryAsync(StayBill.Usual);
        (tried.SupplementAmt, tried.RefundAmt).ShouldBe((60_000, 0));

        var refused = await stay.SettleAsync(settlement, "5501");
        (refused.OrderStatus, refused.SupplementAmt, refused.PsnAmt, refused.InsureSettleAmt, refused.QueryId).ShouldBe(("33", 60_000, 100_000, 0, null));
        (await stay.AskAsync(settlement.OrderId)).RtCode.ShouldBe("0001"); // there is no such discharge
        (await host.NumberAsync("SELECT (SELECT COUNT(*) FROM discharges) + (SELECT COUNT(*) FROM payments WHERE discharge_id IS NOT NULL)")).ShouldBe(0);
        (await host.First.RefundAsync(stay.Numbers[0], 1)).Done<CreditRefundReply>().OrderStatus.ShouldBe("12");

        await stay.DepositAsync(60_000);
        var again = settlement with { OrigPayQueryId = OrderNumbers.Of(stay.Numbers) };
        (await stay.SettleAsync(again, "5501")).SupplementAmt.ShouldBe(1); // the fen that went back meanwhile
        await stay.DepositAsync(1);
        var settled = await stay.SettleAsync(settlement with { OrigPayQueryId = OrderNumbers.OfText(string.Join(',', stay.Numbers)) });
        (settled.OrderStatus, settled.SupplementAmt, settled.RefundAmt, settled.PsnAmt).ShouldBe(("32", 0, 0, 160_000));
        await stay.EndsAsync(settlement with { OrigPayQueryId = OrderNumbers.Of(stay.Numbers) }, "32");
        (await host.NumberAsync("SELECT COUNT(*) FROM legs WHERE kind = 'discharge.refund'")).ShouldBe(0);
    }

    /// <summary>Whatever others pay, credit bears the rest: more than the deposits, all of them, a part, nothing.</summary>
    [Theory]
    [MemberData(nameof(Rests))]
    public async Task Others_pay_what_they_pay(string database, long settleAmt, long nonCredit, bool asksInsurer, long goesBack)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var stay = await Stay.BeginAsync(host.First, TestPatient.Poor, "ZY0001", 10_000, 20_000);
        var (tried, settlement) = await stay.TryAsync(new(settleAmt, nonCredit, nonCredit, Insured: asksInsurer));
        (tried.BudgetAmt, tried.RefundAmt, tried.SupplementAmt).ShouldBe((0, goesBack, 0));
        var settled = await stay.SettleAsync(settlement);
        (settled.OrderStatus, settled.RefundAmt, settled.InsureSettleAmt).ShouldBe(("32", goesBack, 0));
        await stay.EndsAsync(settlement, "32");
        (await host.Bank.BooksAsync(default)).Sum(account => account.Opening - account.Available).ShouldBe(30_000 - goesBack);
        (await host.NumberAsync("SELECT COUNT(*) FROM legs WHERE kind = 'discharge.insurer'")).ShouldBe(0);
    }

    public static TheoryData<string, long, long, bool, long> Rests()
    {
        var rests = new TheoryData<string, long, long, bool, long>();
        foreach (var database in (string[])[BothDatabases.Sqlite, BothDatabases.Postgres])
        {
            rests.Add(database, 30_000, 0, false, 0); // exactly the deposits
            rests.Add(database, 29_999, 0, false, 1);
            rests.Add(database, 30_000, 0, true, 0); // the insurer was asked and insures nothing
            rests.Add(database, 0, 0, false, 30_000); // a stay that cost nothing
            rests.Add(database, 99_999_999_999, 99_999_999_999, true, 30_000); // the largest amount there is, all of it paid by others
            rests.Add(database, 500_000, 490_000, false, 20_000);
        }

        return rests;
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_a_coupon_bore_is_worth_what_it_paid(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var stay = new Stay(host.First, await host.First.EnrolAsync(TestPatient.Second, "ZY0001", "02"), "ZY0001");
        await stay.DepositAsync(100_000); // of which the coupon bears 5,000
        var (tried, settlement) = await stay.TryAsync(StayBill.Plain(60_000));
        (tried.PsnAmt, tried.RefundAmt).ShouldBe((100_000, 40_000));
        (await stay.SettleAsync(settlement)).OrderStatus.ShouldBe("32");
        await stay.EndsAsync(settlement, "32");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_went_back_before_is_not_counted(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var stay = await Stay.BeginAsync(host.First, 50_000, 50_000);
        (await host.First.RefundAsync(stay.Numbers[1], 20_000)).Done<CreditRefundReply>().OrderStatus.ShouldBe("12");
        var (tried, settlement) = await stay.TryAsync(StayBill.Plain(40_000));
        (tried.PsnAmt, tried.RefundAmt).ShouldBe((80_000, 40_000));
        (await stay.SettleAsync(settlement)).OrderStatus.ShouldBe("32");
        var asked = await stay.EndsAsync(settlement, "32");
        asked.OrderList.Select(deposit => (deposit.Amt, deposit.RefundAmt)).ShouldBe([(40_000, 10_000), (0, 30_000)]);
    }
}
