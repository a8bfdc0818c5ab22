using YbPay.Center.Features.Books;
using YbPay.Center.Tests.Cashier;
using YbPay.Center.Tests.Hosting;
using YbPay.Cli.Demo;
using YbPay.Sandbox.Plan;
using YbPay.Storage;
using YbPay.Storage.Legs;

namespace YbPay.Center.Tests;

/// <summary>Accounts at the core and the patient at the bank pay the same fen: the cash stands, and what is too much goes back.</summary>
public sealed class AccountsMeetCash
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(6);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task While_the_core_is_silent_the_patient_pays_all_and_gets_the_surplus_back(string database)
    {
        await using var world = await PayDownWorld.StartAsync(database);
        var visit = await world.Host.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await visit.PayAsync();
        world.Between.IsSilent = true;
        await world.AccountsPayAsync(visit, 12.50m);

        (await visit.PatientPaysAtBankAsync()).ShouldBe(2000);
        (await visit.ReachesAsync("6")).OwnPayAmt.ShouldBe(20.00m);
        world.Between.IsSilent = false;
        await AdvancedUntilAsync(world, visit, 7.50m);

        var end = await visit.EndsAsync("6");
        (end.OwnPayAmt, end.PsnAcctPay, end.SetlType).ShouldBe((7.50m, 12.50m, "ALL"));
        await ReturnedAsync(world, visit, "bank.surplus", 1250);
        (await visit.RefundAsync(visit.Refund("ALL", 7.50m, 12.50m, 80.00m))).RefStatus.ShouldBe("SUCC");
        await visit.EndsAsync("7");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_payment_that_is_paid_when_it_is_to_be_closed_stands(string database)
    {
        await using var world = await PayDownWorld.StartAsync(database);
        var visit = await world.Host.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await visit.PayAsync();
        // The bank has the money and its report is lost.
        (await AtBankAsync(world, "UPDATE bank_payment SET status = 'PAID', paid_at = @now WHERE pay_ord_id = @payOrdId", visit)).ShouldBe(1);
        await world.AccountsPayAsync(visit, 20.00m);

        await AdvancedUntilAsync(world, visit, 0.00m);

        var end = await visit.EndsAsync("6");
        (end.PsnAcctPay, end.SetlType).ShouldBe((20.00m, "HI"));
        await ReturnedAsync(world, visit, "bank.surplus", 2000);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_payment_that_was_replaced_and_is_paid_all_the_same_goes_back_whole(string database)
    {
        await using var world = await PayDownWorld.StartAsync(database);
        var visit = await world.Host.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();
        var till = await visit.ConfirmsAsync(browser, await visit.OpensAsync(browser, visit.Address()));
        await world.AccountsPayAsync(visit, 12.50m);
        await AdvancedUntilAsync(world, visit, 7.50m);

        (await AtBankAsync(world, "UPDATE bank_payment SET status = 'WAIT' WHERE pay_ord_id = @payOrdId AND amount = 2000", visit)).ShouldBe(1);
        using (await browser.PostAsync(till, ("action", "pay"))) await ReturnedAsync(world, visit, "bank.return", 2000);
        (await visit.QueryAsync()).OrdStas.ShouldBe("4");

        (await visit.PatientPaysAtBankAsync()).ShouldBe(750);
        await visit.EndsPaidAsync();
        var page = await visit.ResultAsync(browser);
        foreach (var line in (string[])["医保基金支付</dt><dd>¥80.00", "账户共济等已付</dt><dd>¥12.50", "现金支付</dt><dd>¥7.50"]) page.ShouldContain(line);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_accounts_pay_later_is_named_by_the_books_and_goes_back_when_the_order_is_asked_for(string database)
    {
        await using var world = await PayDownWorld.StartAsync(database);
        var visit = await world.Host.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await visit.PayAsync();
        await visit.PatientPaysAtBankAsync();
        await visit.EndsAsync("6");
        await NoLegIsOpenAsync(world, visit);
        await world.AccountsPayAsync(visit, 12.50m);

        var report = await BooksPage.AskAsync(world.Host.Plan, CancellationToken.None);
        report.Claims.Single(claim => claim.Name == "what accounts paid agrees").Breaches.ShouldBe([$"amount: {visit.PayOrdId} is 0 here and 1250 there"]);
        await AdvancedUntilAsync(world, visit, 7.50m);

        await visit.EndsAsync("6");
        await ReturnedAsync(world, visit, "bank.surplus", 1250);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_surplus_that_the_bank_refuses_to_return_is_named_by_the_books(string database)
    {
        await using var world = await PayDownWorld.StartAsync(database);
        var visit = await world.Host.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await visit.PayAsync();
        world.Between.IsSilent = true;
        await world.AccountsPayAsync(visit, 12.50m);
        await visit.PatientPaysAtBankAsync();
        await visit.ReachesAsync("6");
        await world.Host.Control.FaultAsync("bank", "refund", "refuse");
        world.Between.IsSilent = false;

        await AdvancedUntilAsync(world, visit, 7.50m);

        var kept = await Eventually.GetAsync(() => BreachesAsync(world, "cash that should go back is back or on its way"), breaches => breaches.Count > 0, "the books name it");
        kept.ShouldHaveSingleItem().ShouldStartWith($"{visit.PayOrdId}: 1250 fen under SUR");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_bank_that_reports_another_amount_makes_an_order_for_a_human_and_is_not_asked_again(string database)
    {
        await using var world = await PayDownWorld.StartAsync(database);
        var visit = await world.Host.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await visit.PayAsync();
        (await AtBankAsync(world, "UPDATE bank_payment SET amount = 1999 WHERE pay_ord_id = @payOrdId", visit)).ShouldBe(1);

        (await visit.PatientPaysAtBankAsync()).ShouldBe(1999);

        (await visit.ReachesAsync("14")).OwnPayAmt.ShouldBeNull();
        await NoLegIsOpenAsync(world, visit);
        (await BreachesAsync(world, "channels took what they were asked for")).ShouldBe([$"{visit.PayOrdId}: 2000 fen asked, 1999 reported"]);
        (await BreachesAsync(world, "orders agree with entries")).ShouldBeEmpty("nothing was booked");
        (await visit.NoticesAsync()).ShouldBeEmpty();
        await Visit.RefusedAsync(Contracts.Outcomes.Refusals.OrderStateForbids, () => visit.RevokeAsync());
    }

    [Fact]
    public async Task Of_several_who_learn_it_at_once_one_asks_for_the_rest()
    {
        await using var world = await PayDownWorld.StartAsync(BothDatabases.Postgres);
        var visit = await world.Host.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        using var browser = new Browser();
        await visit.ConfirmsAsync(browser, await visit.OpensAsync(browser, visit.Address()));
        await world.AccountsPayAsync(visit, 12.50m);
        await using var row = await HeldRow.TakeAsync(world.Host.Postgres!, visit.PayOrdId);

        // Each page asks the core for itself, as nodes do; all find the same news about the same order and wait for its row.
        var pages = Enumerable.Range(0, 4).Select(_ => browser.GetAsync(visit.Page("/cashier/pay"))).ToList();
        await row.WaitersAsync(4);
        await row.LetGoAsync();

        foreach (var page in await Task.WhenAll(pages))
        {
            (await page.Content.ReadAsStringAsync()).ShouldContain("账户共济等已付</dt><dd>¥12.50");
            page.Dispose();
        }

        await LegsAsync(world, visit, legs => legs.Count(leg => leg.Kind == "bank.pay") == 2, "one payment takes the place of the first");
        (await visit.PatientPaysAtBankAsync()).ShouldBe(750);
        await visit.EndsPaidAsync();
    }

    private static Task AdvancedUntilAsync(PayDownWorld world, Visit visit, decimal left) => Eventually.GetAsync(
        async () =>
        {
            await world.Host.Control.AdvanceAsync(Moment);
            return await visit.QueryAsync();
        },
        reply => reply.OwnPayAmt == left, $"{left} yuan are left");

    private static async Task<IReadOnlyList<string>> BreachesAsync(PayDownWorld world, string claim) =>
        (await BooksPage.AskAsync(world.Host.Plan, CancellationToken.None)).Claims.Single(one => one.Name == claim).Breaches;

    private static async Task<int> AtBankAsync(PayDownWorld world, string sql, Visit visit)
    {
        await using var bank = await Databases.OpenAsync(world.Host.Plan.DatabaseOf(SandboxRoles.Bank), typeof(SandboxPlan).Assembly);
        return await bank.WriteAsync(session => session.ExecuteAsync(sql, new { payOrdId = visit.PayOrdId, now = world.Host.Clock.GetUtcNow().ToUnixTimeMilliseconds() }));
    }

    private static Task ReturnedAsync(PayDownWorld world, Visit visit, string kind, long amount) => LegsAsync(
        world, visit, legs => legs.Count(leg => leg.Kind == kind) == 1 && legs.Any(leg => leg.Kind == kind && leg.State == LegState.Succeeded && leg.Amount == amount), $"{amount} fen go back once");

    private static Task NoLegIsOpenAsync(PayDownWorld world, Visit visit) => LegsAsync(world, visit, legs => legs.All(leg => leg.NextAt is null), "no question is open");

    private static async Task LegsAsync(PayDownWorld world, Visit visit, Func<IReadOnlyList<LegRow>, bool> fits, string wanted)
    {
        await using var books = await Databases.OpenAsync(world.Host.Plan.DatabaseOf(SandboxRoles.Center), null);
        await Eventually.GetAsync(() => books.ReadAsync(session => LegStore.OfOwnerAsync(session, visit.PayOrdId)), fits, wanted);
    }
}
