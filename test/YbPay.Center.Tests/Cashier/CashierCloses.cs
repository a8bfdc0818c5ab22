using YbPay.Center.Tests.Hosting;

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
}
