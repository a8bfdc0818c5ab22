using YbPay.Center.Tests.Hosting;
using YbPay.Sandbox.Plan;
using YbPay.Storage;
using YbPay.Storage.Legs;

namespace YbPay.Center.Tests;

/// <summary>A settled order whose person still owes cash is paid down by accounts at the core; the core tells nobody, and the centre learns it by asking.</summary>
public sealed class AccountsPayDown
{
    /// <summary>Each question is asked at most once in a short while.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(6);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_part_leaves_the_rest_to_the_bank_under_another_number(string database)
    {
        await using var world = await PayDownWorld.StartAsync(database);
        var visit = await world.Host.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await visit.PayAsync();
        await world.AccountsPayAsync(visit, 12.50m);

        var lowered = await LearnsAsync(world, visit, 7.50m);

        (lowered.OrdStas, lowered.PsnAcctPay, lowered.FundPay, lowered.FeeSumamt).ShouldBe(("4", 12.50m, 80.00m, 100.00m));
        (await visit.PatientPaysAtBankAsync()).ShouldBe(750);
        var end = await visit.EndsAsync("6");
        (end.OwnPayAmt, end.PsnAcctPay, end.FundPay, end.SetlType).ShouldBe((7.50m, 12.50m, 80.00m, "ALL"));
        var notice = (await visit.NoticesAsync())[0];
        (notice.Text("ownpayAmt"), notice.Text("psnAcctPay")).ShouldBe(("7.50", "12.50"));
        (await PaymentsAsync(world, visit)).ShouldBe([(2000, LegState.Failed), (750, LegState.Succeeded)]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task All_of_it_leaves_nothing_and_the_hospital_is_told(string database)
    {
        await using var world = await PayDownWorld.StartAsync(database);
        var visit = await world.Host.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await visit.PayAsync();
        await world.AccountsPayAsync(visit, 15.00m);
        await LearnsAsync(world, visit, 5.00m);
        await world.AccountsPayAsync(visit, 5.00m);

        await world.Host.Control.AdvanceAsync(Moment);
        var end = await visit.EndsAsync("6");

        (end.OwnPayAmt, end.PsnAcctPay, end.SetlType).ShouldBe((0.00m, 20.00m, "HI"));
        (await world.Host.Control.MoveAsync(visit.PayOrdId, "pay")).ShouldBeNull("nothing can be paid at the bank");
        (await PaymentsAsync(world, visit)).ShouldBe([(2000, LegState.Failed), (500, LegState.Failed)]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nobody_needs_to_ask_the_centre(string database)
    {
        await using var world = await PayDownWorld.StartAsync(database);
        var visit = await world.Host.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await visit.PayAsync();
        await world.AccountsPayAsync(visit, 20.00m);

        await Eventually.HoldsAsync(
            async () =>
            {
                await world.Host.Control.AdvanceAsync(Moment);
                return (await visit.NoticesAsync()).Count > 0;
            },
            "the hospital hears that it is paid");

        (await visit.EndsAsync("6")).OwnPayAmt.ShouldBe(0.00m);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Accounts_go_before_the_deposit_and_free_what_it_need_not_cover(string database)
    {
        await using var world = await PayDownWorld.StartAsync(database);
        var visit = await world.Host.Clinic.UploadedAsync(Patient.Resident, Bill.NotCovered(50.00m));
        (await visit.PayAsync(deposit: 30.00m)).Deposit.ShouldBe(30.00m);
        await world.AccountsPayAsync(visit, 36.00m);

        await world.Host.Control.AdvanceAsync(Moment);
        var end = await visit.EndsAsync("6");

        (end.OwnPayAmt, end.PsnAcctPay, end.Deposit).ShouldBe((14.00m, 36.00m, 14.00m));
        (await visit.RefundAsync(visit.Refund("ALL", 0.00m, 36.00m, 0.00m) with { TotlRefdAmt = 50.00m })).RefStatus.ShouldBe("SUCC");
        await visit.EndsAsync("7");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_accounts_took_back_is_due_again(string database)
    {
        await using var world = await PayDownWorld.StartAsync(database);
        var visit = await world.Host.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await visit.PayAsync();
        await world.AccountsPayAsync(visit, 15.00m);
        await LearnsAsync(world, visit, 5.00m);
        await world.AccountsPayAsync(visit, -10.00m);

        await LearnsAsync(world, visit, 15.00m);

        (await visit.PatientPaysAtBankAsync()).ShouldBe(1500);
        (await visit.EndsAsync("6")).PsnAcctPay.ShouldBe(5.00m);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_order_taken_back_gives_the_accounts_their_part_by_the_core(string database)
    {
        await using var world = await PayDownWorld.StartAsync(database);
        var visit = await world.Host.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await visit.PayAsync();
        await world.AccountsPayAsync(visit, 12.50m);
        await LearnsAsync(world, visit, 7.50m);

        (await visit.RevokeAsync()).ShouldBeTrue();

        await visit.EndsAsync("13", told: false);
        (await world.Host.Control.MoveAsync(visit.PayOrdId, "pay")).ShouldBeNull("the second payment is closed too");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Refunds_return_the_cash_that_came_and_the_core_the_rest(string database)
    {
        await using var world = await PayDownWorld.StartAsync(database);
        var visit = await world.Host.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await visit.PayAsync();
        await world.AccountsPayAsync(visit, 12.50m);
        await LearnsAsync(world, visit, 7.50m);
        await visit.PatientPaysAtBankAsync();
        await visit.EndsAsync("6");

        await Visit.RefusedAsync(Contracts.Outcomes.Refusals.RefundTooBig, () => visit.RefundAsync(visit.Refund("CASH", 7.51m)));
        await world.Host.Control.FaultAsync("bank", "refund", "refuse");
        (await visit.RefundAsync(visit.Refund("ALL", 7.50m, 12.50m, 80.00m))).RefStatus.ShouldBe("EXP");
        (await visit.RefundAsync(visit.Refund("CASH", 7.50m))).RefStatus.ShouldBe("SUCC");

        await visit.EndsAsync("7");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_core_that_knows_no_such_payments_changes_nothing(string database)
    {
        await using var world = await PayDownWorld.StartAsync(database);
        world.Between.IsAnothers = true;
        var visit = await world.Host.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(100.00m));
        await visit.PayAsync();
        await visit.QueryAsync();

        (await visit.PatientPaysAtBankAsync()).ShouldBe(2000);

        (await visit.EndsAsync("6")).OwnPayAmt.ShouldBe(20.00m);
        world.Between.Asked.ShouldBeGreaterThan(0);
    }

    /// <summary>The order as 6301 shows it once so much is left.</summary>
    private static Task<Contracts.MobilePay.QueryOrderReply> LearnsAsync(PayDownWorld world, Visit visit, decimal left) => Eventually.GetAsync(
        async () =>
        {
            await world.Host.Control.AdvanceAsync(Moment);
            return await visit.QueryAsync();
        },
        reply => reply.OwnPayAmt == left, $"{left} yuan are left");

    private static async Task<IEnumerable<(long, LegState)>> PaymentsAsync(PayDownWorld world, Visit visit)
    {
        await using var books = await Databases.OpenAsync(world.Host.Plan.DatabaseOf(SandboxRoles.Center), null);
        var legs = await books.ReadAsync(session => LegStore.OfOwnerAsync(session, visit.PayOrdId));
        return legs.Where(leg => leg.Kind == "bank.pay").Select(leg => (leg.Amount, leg.State));
    }
}
