using YbPay.Center.Tests.Cashier;
using YbPay.Center.Tests.Hosting;
using YbPay.Contracts.MobilePay;
using YbPay.Sandbox.Plan;
using YbPay.Storage;
using YbPay.Storage.Legs;

namespace YbPay.Center.Tests;

/// <summary>
/// The hospital's systems deduct accounts at the core itself (5369, 5373, 5379), beside the centre. The wealthy employee has 1,280.00 on the personal account, 50.50 in the wallet,
/// and 722.00 in three mutual-aid accounts.
/// </summary>
public sealed class BureauAccountsPay
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(6);
    private static readonly string[] Kinds = ["5369", "5373", "5379"];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Wallet_then_family_then_the_bank_and_a_refund_gives_each_its_own_back(string database)
    {
        await using var world = await CenterHost.StartAsync(database);
        using var desk = new CoreDesk(world.Clinic);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.NotCovered(800.00m));
        var wallet = await desk.WalletAsync(visit.Patient);
        using var browser = new Browser();
        var page = await visit.OpensAsync(browser, visit.Address());
        await visit.ConfirmsAsync(browser, page);

        (await desk.DeductAsync("5379", visit)).ShouldBe(50.50m);
        (await desk.DeductAsync("5373", visit)).ShouldBe(722.00m);
        (await desk.DeductAsync("5379", visit)).ShouldBe(50.50m, "asking again is the first answer");

        await visit.ConfirmsAsync(browser, page);
        (await visit.PatientPaysAtBankAsync()).ShouldBe(2750);
        await visit.EndsPaidAsync();
        var end = await visit.QueryAsync();
        (end.FeeSumamt, end.PsnAcctPay, end.OwnPayAmt, end.SetlType).ShouldBe((800.00m, 772.50m, 27.50m, "ALL"));

        (await visit.RefundAsync(visit.Refund("ALL", 27.50m, 772.50m, 0.00m))).RefStatus.ShouldBe("SUCC");
        await visit.ReachesAsync("7");
        await Eventually.HoldsAsync(async () => await desk.WalletAsync(visit.Patient) == wallet, "the wallet has its own back");
        await world.BooksAreCleanAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task All_kinds_at_once_from_several_windows_while_the_patient_pays_cover_the_bill_once(string database)
    {
        await using var world = await CenterHost.StartAsync(database);
        var desks = Enumerable.Range(0, 3).Select(_ => new CoreDesk(world.Clinic)).ToList();
        foreach (var (bill, pays) in new[] { (1500.00m, false), (400.00m, true) })
        {
            var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.NotCovered(bill));
            await visit.PayAsync();

            var asked = desks.SelectMany(desk => Kinds.Select(kind => desk.DeductAsync(kind, visit))).ToList();
            var patient = pays ? world.Control.MoveAsync(visit.PayOrdId, "pay") : Task.FromResult<System.Text.Json.JsonElement?>(null);
            var deducted = await Task.WhenAll(asked);
            await patient;

            Kinds.Select((_, kind) => deducted.Where((_, at) => at % Kinds.Length == kind).Distinct().ShouldHaveSingleItem("each window hears the same")).Sum().ShouldBe(bill);
            await LearnsAsync(world, visit, reply => reply is { PsnAcctPay: { } account, OwnPayAmt: 0.00m } && account == bill);
            (await visit.EndsAsync("6")).FeeSumamt.ShouldBe(bill);
            (await visit.RefundAsync(visit.Refund("ALL", 0.00m, bill, 0.00m))).RefStatus.ShouldBe("SUCC");
            await visit.EndsAsync("7");
        }

        foreach (var desk in desks) desk.Dispose();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_bank_of_accounts_that_does_not_say_keeps_the_patient_from_paying_until_it_does(string database)
    {
        await using var world = await CenterHost.StartAsync(database);
        using var desk = new CoreDesk(world.Clinic);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.NotCovered(100.00m));
        using var browser = new Browser();
        var page = await visit.OpensAsync(browser, visit.Address());
        await visit.ConfirmsAsync(browser, page);
        await world.Control.FaultAsync("accountBank", "deduct", "timeout");

        var deducting = desk.DeductionAsync("5379", visit);
        await world.Control.StruckAsync();
        (await visit.ConfirmsAsync(browser, page)).ShouldBe("/cashier/result", "49.50 or 100.00 may be owed");
        (await deducting).ErrMsg.ShouldNotBeNull().ShouldStartWith("[DEDUCTION_OPEN]");

        var bank = await Eventually.GetAsync(() => visit.ConfirmsAsync(browser, page), address => address != "/cashier/result", "the core learns that the wallet paid");
        using (await browser.PostAsync(bank, ("action", "pay"))) await visit.EndsPaidAsync();
        (await visit.QueryAsync()).OwnPayAmt.ShouldBe(49.50m);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_centre_killed_while_the_bank_closes_the_payment_asks_for_the_rest_when_it_is_back(string database)
    {
        await using var world = await CenterHost.StartAsync(database, [.. SandboxRoles.All.Where(role => role != SandboxRoles.Center)]);
        using var centre = await CentreProcess.StartAsync(world);
        using var desk = new CoreDesk(world.Clinic);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.NotCovered(100.00m));
        await visit.PayAsync();
        await desk.DeductAsync("5379", visit);
        await world.Control.FaultAsync("bank", "close", "timeout");

        // The bank has closed it, and nobody hears that it has.
        await world.Control.StruckAsync();
        centre.Kill();
        (await world.Control.MoveAsync(visit.PayOrdId, "pay")).ShouldBeNull();
        await centre.StartAgainAsync();
        (await visit.QueryAsync()).OwnPayAmt.ShouldBe(49.50m, "who asks need not wait until the dead one's hold on the payment is over");

        (await visit.PatientPaysAtBankAsync()).ShouldBe(4950);
        (await visit.EndsAsync("6")).PsnAcctPay.ShouldBe(50.50m);
        await using var books = await Databases.OpenAsync(world.Plan.DatabaseOf(SandboxRoles.Center), null);
        var legs = await books.ReadAsync(session => LegStore.OfOwnerAsync(session, visit.PayOrdId));
        legs.Where(leg => leg.Kind == "bank.pay").Select(leg => (leg.Amount, leg.State)).ShouldBe([(10000, LegState.Failed), (4950, LegState.Succeeded)]);
    }

    private static Task LearnsAsync(CenterHost world, Visit visit, Func<QueryOrderReply, bool> learnt) => Eventually.GetAsync(
        async () =>
        {
            await world.Control.AdvanceAsync(Moment);
            return await visit.QueryAsync();
        },
        learnt, "the order knows what accounts paid");
}
