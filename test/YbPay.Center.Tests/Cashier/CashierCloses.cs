using YbPay.Center.Tests.Hosting;
using YbPay.Sandbox.Plan;
using YbPay.Storage;
using YbPay.Storage.Legs;

namespace YbPay.Center.Tests.Cashier;

/// <summary>Time passes at the cashier. A world of its own for each test: the clock only goes forward.</summary>
public sealed class CashierCloses
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task After_the_time_limit_the_page_says_closed_and_nothing_can_be_paid(string database)
    {
        await using var world = await CenterHost.StartAsync(database);
        var waiting = await world.Clinic.UploadedAsync(Patient.Employee, Bill.Covered(100.00m));
        var looked = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(20.00m));
        var late = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(30.00m));
        using var one = new Browser();
        using var two = new Browser();
        using var three = new Browser();
        var address = late.Address();
        await waiting.ConfirmsAsync(one, await waiting.OpensAsync(one, waiting.Address()));
        var page = await looked.OpensAsync(two, looked.Address());

        await world.Control.AdvanceAsync(TimeSpan.FromMinutes(20));
        using (var expired = await two.PostAsync(looked.Page("/cashier/pay"), ("formToken", Browser.FormTokenOf(page)), ("channel", "BANK")))
            (await expired.Content.ReadAsStringAsync()).ShouldContain("订单已过期");
        (await looked.QueryAsync()).OrdStas.ShouldBe("1");

        await world.Control.AdvanceAsync(TimeSpan.FromMinutes(101));
        await waiting.ReachesAsync("13");
        await looked.ReachesAsync("12");
        (await waiting.ResultAsync(one)).ShouldContain("订单已关闭");
        (await looked.ResultAsync(two)).ShouldContain("订单已关闭");
        await late.ShowsNothingAsync(three, address);
        await world.BooksAreCleanAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_hospitals_own_order_is_closed_with_the_order(string database)
    {
        await using var world = await CenterHost.StartAsync(database);
        var begun = await world.Clinic.UploadedAsync(Patient.Employee, Bill.Covered(100.00m));
        var never = await world.Hospital.UploadedAsync(Patient.Resident, Bill.NotCovered(10.00m));
        using var one = new Browser();
        using var two = new Browser();
        var front = await begun.ConfirmsAsync(one, await begun.OpensAsync(one, begun.Address()), "WX");
        var late = await never.ConfirmsAsync(two, await never.OpensAsync(two, never.Address()), "ALI");
        string till;
        using (var entered = await one.GetAsync(front)) till = new Uri(new Uri(front), entered.Headers.Location!).ToString();
        await world.Control.FaultAsync("hospital", "close", "timeout", delayMs: 200);

        await world.Control.AdvanceAsync(TimeSpan.FromMinutes(121));
        await world.Control.StruckAsync();
        // The one that was not answered is closed when it is asked again.
        await Eventually.HoldsAsync(
            async () =>
            {
                await world.Control.AdvanceAsync(TimeSpan.FromMinutes(1));
                return (await begun.QueryAsync()).OrdStas == "13" && (await never.QueryAsync()).OrdStas == "13";
            },
            "both orders are closed");

        using (await one.PostAsync(till, ("action", "pay")))
        using (var page = await one.GetAsync(till)) (await page.Content.ReadAsStringAsync()).ShouldContain("订单已关闭");
        using (var entered = await two.GetAsync(late))
        using (var page = await two.GetAsync(new Uri(new Uri(late), entered.Headers.Location!).ToString())) (await page.Content.ReadAsStringAsync()).ShouldContain("订单已关闭");
        await world.BooksAreCleanAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Money_that_comes_after_closing_goes_back_and_the_page_says_so(string database)
    {
        await using var world = await CenterHost.StartAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();
        var till = await visit.ConfirmsAsync(browser, await visit.OpensAsync(browser, visit.Address()));
        await world.Control.AdvanceAsync(TimeSpan.FromMinutes(121));
        await visit.ReachesAsync("13");

        // A bank that lets someone pay what it had closed.
        await using (var bank = await Databases.OpenAsync(world.Plan.DatabaseOf(SandboxRoles.Bank), typeof(SandboxPlan).Assembly, CancellationToken.None))
            (await bank.WriteAsync(session => session.ExecuteAsync(
                "UPDATE bank_payment SET status = 'WAIT', expire_at = @later WHERE pay_ord_id = @payOrdId",
                new { later = world.Clock.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds(), payOrdId = visit.PayOrdId }))).ShouldBe(1);
        using (await browser.PostAsync(till, ("action", "pay"))) (await visit.ResultAsync(browser)).ShouldContain("订单已关闭");

        var page = await Eventually.GetAsync(() => visit.ResultAsync(browser), text => text.Contains("已退回现金", StringComparison.Ordinal), "the page says that the cash went back");
        page.ShouldContain("¥20.00");
        page.ShouldNotContain("重新支付");
        await using (var books = await Databases.OpenAsync(world.Plan.DatabaseOf(SandboxRoles.Center), null))
        {
            var legs = (await books.ReadAsync(session => LegStore.OfOwnerAsync(session, visit.PayOrdId))).Where(leg => leg.Kind.StartsWith("bank.", StringComparison.Ordinal)).ToList();
            legs.Select(leg => (leg.Kind, leg.State, leg.Amount, leg.NextAt)).ShouldBe(
                [("bank.pay", LegState.Succeeded, 2000, null), ("bank.return", LegState.Succeeded, 2000, null)], "the money came and went back, once, and nobody asks any more");
        }

        await visit.EndsAsync("13", told: true);
        (await visit.NoticesAsync()).ShouldHaveSingleItem().Data.TryGetProperty("callType", out _).ShouldBeFalse("6204 was told, 6302 was not");
    }
}
