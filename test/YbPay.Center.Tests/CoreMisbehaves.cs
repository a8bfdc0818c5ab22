using System.Diagnostics;
using YbPay.Center.Tests.Hosting;
using YbPay.Cli.Demo;
using YbPay.Contracts.Outcomes;
using YbPay.Sandbox.Plan;
using YbPay.Storage;
using YbPay.Storage.Legs;

namespace YbPay.Center.Tests;

/// <summary>The core times out, loses its answer, refuses or does things twice.</summary>
public sealed class CoreMisbehaves(Worlds worlds) : IClassFixture<Worlds>
{
    private static Bill Small => Bill.Covered(20.00m) with { UsesAccount = true };

    public static TheoryData<string, string> SilentWays => Each(["timeout", "lostAnswer"]);

    public static TheoryData<string, string, string> UploadFaults => Each(["2201", "2203", "2204"], ["timeout", "lostAnswer", "refuse"]);

    [Theory, MemberData(nameof(SilentWays))]
    public async Task A_settlement_without_an_answer_is_asked_for_and_paid(string database, string kind)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Small);
        await world.Control.FaultAsync("core", "2207", kind);
        var request = visit.Payment();

        var reply = await visit.PayAsync(request);

        (reply.OrdStas, reply.FeeSumamt, reply.OwnPayAmt, reply.PsnAcctPay, reply.FundPay).ShouldBe(("2", null, null, null, null));
        (await visit.EndsAsync("6")).FundPay.ShouldBe(16.00m);
        (await visit.PayAsync(request)).FundPay.ShouldBe(16.00m);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_settlement_carried_out_twice_settles_once(string database)
    {
        var world = await worlds.OnAsync(database);
        using var core = new CoreDesk(world.Clinic);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Small);
        var before = await core.BalanceAsync(visit.Patient);
        await world.Control.FaultAsync("core", "2207", "duplicate");

        await visit.PayAsync();

        await visit.EndsAsync("6");
        (before - await core.BalanceAsync(visit.Patient)).ShouldBe(4.00m);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_settlement_that_arrives_after_its_reversal_does_not_settle(string database)
    {
        var world = await worlds.OnAsync(database);
        using var core = new CoreDesk(world.Clinic);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Small);
        var before = await core.BalanceAsync(visit.Patient);
        var late = TimeSpan.FromSeconds(9);
        await world.Control.FaultAsync("core", "2207", "delay", delayMs: (int)late.TotalMilliseconds);
        var watch = Stopwatch.StartNew();

        (await visit.PayAsync()).OrdStas.ShouldBe("2");
        await visit.ReachesAsync("15");
        // The late copy leaves no trace that could be asked for: only its time can be awaited.
        await Eventually.HoldsAsync(() => Task.FromResult(watch.Elapsed > late + TimeSpan.FromSeconds(1)), "the late copy has arrived");

        (await core.BalanceAsync(visit.Patient)).ShouldBe(before);
        await visit.EndsAsync("15", told: false);
        await visit.PayAsync();
        await visit.EndsAsync("6");
        (before - await core.BalanceAsync(visit.Patient)).ShouldBe(4.00m);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_settlement_that_lands_on_an_order_that_fell_apart_is_known_by_its_leg_and_asked_for_no_more(string database)
    {
        await using var world = await CenterHost.StartAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Small);
        await world.Control.FaultAsync("core", "2207", "delay", delayMs: 1500);
        await using var books = await Databases.OpenAsync(world.Plan.DatabaseOf(SandboxRoles.Center), null);

        var paying = visit.PayAsync();
        await Eventually.GetAsync(
            () => books.WriteAsync(session => session.ExecuteAsync("UPDATE orders SET state = 1400, version = version + 1 WHERE pay_ord_id = @PayOrdId AND state = 300", new { visit.PayOrdId })),
            changed => changed == 1, "the order falls apart while its settlement is under way");
        (await paying).OrdStas.ShouldBe("14");

        var legs = await Eventually.GetAsync(
            () => books.ReadAsync(session => LegStore.OfOwnerAsync(session, visit.PayOrdId)), legs => legs.All(leg => leg.NextAt is null), "no question is open");
        var settled = legs.Single(leg => leg.Kind == "2207");
        (settled.State, settled.Reference.ShouldNotBeNull().Length > 0, settled.Note).ShouldBe((LegState.Succeeded, true, "it stands at the core"));
        (await visit.QueryAsync()).OrdStas.ShouldBe("14");
        var page = await BooksPage.AskAsync(world.Plan, CancellationToken.None);
        string[] BreachesOf(string claim) => [.. page.Claims.Single(one => one.Name == claim).Breaches];
        BreachesOf("orders agree with legs").ShouldBe([visit.PayOrdId]);
        BreachesOf("the core's settlements agree").ShouldBe([$"amount: {visit.PayOrdId}"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_refused_settlement_can_be_paid_again(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Small);
        await world.Control.FaultAsync("core", "2207", "refuse");

        await Visit.RefusedAsync(Refusals.CoreRefused, () => visit.PayAsync());
        (await visit.QueryAsync()).OrdStas.ShouldBe("15");
        await visit.PayAsync();

        await visit.EndsAsync("6");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_refused_settlement_can_be_revoked(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Small);
        await world.Control.FaultAsync("core", "2207", "refuse");
        await Visit.RefusedAsync(Refusals.CoreRefused, () => visit.PayAsync());

        (await visit.RevokeAsync()).ShouldBeTrue();

        await visit.EndsAsync("12", told: false);
    }

    [Theory, MemberData(nameof(UploadFaults))]
    public async Task An_upload_that_stops_half_way_is_taken_back_and_can_be_sent_again(string database, string infno, string kind)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.VisitOfAsync(Patient.WealthyEmployee, Small);
        await world.Control.FaultAsync("core", infno, kind);

        await Visit.RefusedAsync(kind == "refuse" ? Refusals.CoreRefused : Refusals.CoreSilent, () => visit.UploadAsync());
        await visit.UploadAgainAsync();
        await visit.PayAsync();

        await visit.EndsAsync("6");
    }

    [Theory, MemberData(nameof(SilentWays))]
    public async Task A_known_visit_is_free_again_after_its_upload_was_taken_back(string database, string kind)
    {
        var world = await worlds.OnAsync(database);
        using var core = new CoreDesk(world.Clinic);
        var visit = await world.Clinic.VisitOfAsync(Patient.WealthyEmployee, Small);
        visit.Bill = visit.Bill with { MdtrtId = await core.RegisterAsync(visit.Bill) };
        await world.Control.FaultAsync("core", "2204", kind);

        await Visit.RefusedAsync(Refusals.CoreSilent, () => visit.UploadAsync());
        await visit.UploadAgainAsync();
        await visit.PayAsync();

        await visit.EndsAsync("6");
    }

    [Theory, MemberData(nameof(SilentWays))]
    public async Task A_revocation_without_an_answer_is_carried_out_all_the_same(string database, string kind)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Small);
        await world.Control.FaultAsync("core", "2205", kind);

        await Visit.RefusedAsync(Refusals.CoreSilent, () => visit.RevokeAsync());

        await visit.EndsAsync("12", told: false);
        (await visit.RevokeAsync()).ShouldBeTrue();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_refused_revocation_leaves_the_order_as_it_was(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Small);
        await world.Control.FaultAsync("core", "2205", "refuse");

        await Visit.RefusedAsync(Refusals.CoreRefused, () => visit.RevokeAsync());
        (await visit.QueryAsync()).OrdStas.ShouldBe("0");
        await visit.PayAsync();

        await visit.EndsAsync("6");
    }

    [Theory]
    [InlineData(BothDatabases.Sqlite, "timeout")]
    [InlineData(BothDatabases.Sqlite, "lostAnswer")]
    [InlineData(BothDatabases.Sqlite, "refuse")]
    [InlineData(BothDatabases.Postgres, "timeout")]
    [InlineData(BothDatabases.Postgres, "lostAnswer")]
    [InlineData(BothDatabases.Postgres, "refuse")]
    public async Task A_withdrawal_that_the_core_does_not_answer_is_finished_later(string database, string kind)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.Employee, Bill.Covered(100.00m));
        await visit.PayAsync();
        await world.Control.FaultAsync("core", "2208", kind);

        await Visit.RefusedAsync(Refusals.CoreSilent, () => visit.RevokeAsync());

        await visit.EndsAsync("13", told: false);
    }

    private static TheoryData<string, string> Each(string[] kinds)
    {
        var rows = new TheoryData<string, string>();
        foreach (var database in (string[])[BothDatabases.Sqlite, BothDatabases.Postgres])
            foreach (var kind in kinds) rows.Add(database, kind);
        return rows;
    }

    private static TheoryData<string, string, string> Each(string[] transactions, string[] kinds)
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var database in (string[])[BothDatabases.Sqlite, BothDatabases.Postgres])
            foreach (var transaction in transactions)
                foreach (var kind in kinds) rows.Add(database, transaction, kind);
        return rows;
    }
}
