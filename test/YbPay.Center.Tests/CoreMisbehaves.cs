using YbPay.Center.Tests.Hosting;
using YbPay.Contracts.Outcomes;

namespace YbPay.Center.Tests;

/// <summary>The core times out, loses its answer, answers late, twice, or refuses: the order still ends true, once.</summary>
public sealed class CoreMisbehaves(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_settlement_without_an_answer_is_found_out_and_goes_on(string database)
    {
        foreach (var kind in new[] { "timeout", "lostAnswer" })
        {
            var visit = await UploadedAsync(database);
            await visit.Hospital.Host.Control.FaultAsync("core", "2207", kind);

            var paid = await visit.PayAsync();

            (paid.OrdStas, paid.FeeSumamt, paid.FundPay).ShouldBe(("2", null, null), kind);
            var end = await visit.EndsAsync("6");
            (end.FundPay, end.PsnAcctPay, end.OwnPayAmt).ShouldBe((42.50m, 7.50m, 0.00m));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_settlement_that_lands_after_it_was_reversed_settles_nothing(string database)
    {
        var visit = await UploadedAsync(database);
        // The centre waits three seconds for the core; the message arrives after six.
        await visit.Hospital.Host.Control.FaultAsync("core", "2207", "delay", delayMs: 6000);

        (await visit.PayAsync()).OrdStas.ShouldBe("2");
        await visit.ReachesAsync("15");
        await visit.PayAsync();

        await visit.EndsAsync("6");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_refused_settlement_can_be_asked_for_again(string database)
    {
        var visit = await UploadedAsync(database);
        await visit.Hospital.Host.Control.FaultAsync("core", "2207", "refuse");

        await Visit.RefusedAsync(Refusals.CoreRefused, () => visit.PayAsync());
        (await visit.ReachesAsync("15")).FundPay.ShouldBeNull();
        (await visit.PayAsync()).OrdStas.ShouldBe("4");

        await visit.EndsAsync("6");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_settlement_that_arrives_twice_settles_once(string database)
    {
        var visit = await UploadedAsync(database);
        await visit.Hospital.Host.Control.FaultAsync("core", "2207", "duplicate");

        // The second copy is refused by the core for its msgid; what came of the first is then asked.
        (await visit.PayAsync()).OrdStas.ShouldBeOneOf("2", "4");

        await visit.EndsAsync("6");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_upload_that_stops_half_way_is_taken_back_and_can_be_made_anew(string database)
    {
        var world = await worlds.OnAsync(database);
        foreach (var transaction in new[] { "2201", "2203", "2204" })
        {
            foreach (var kind in new[] { "refuse", "timeout", "lostAnswer" })
            {
                var visit = await world.Clinic.VisitOfAsync(Patient.WealthyEmployee, Bill.Covered(5.00m) with { UsesAccount = true });
                await world.Control.FaultAsync("core", transaction, kind);

                await Visit.RefusedAsync(kind == "refuse" ? Refusals.CoreRefused : Refusals.CoreSilent, visit.UploadAsync);
                await Eventually.HoldsAsync(() => UploadsAsync(visit), $"{transaction} {kind}: the bill can be uploaded again");

                await visit.PayAsync();
                await visit.EndsAsync("6");
            }
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_revocation_without_an_answer_is_carried_through(string database)
    {
        foreach (var kind in new[] { "timeout", "lostAnswer" })
        {
            var visit = await UploadedAsync(database);
            await visit.Hospital.Host.Control.FaultAsync("core", "2205", kind);

            await Visit.RefusedAsync(Refusals.CoreSilent, visit.RevokeAsync);

            await visit.EndsAsync("12", told: false);
            (await visit.RevokeAsync()).ShouldBeTrue();
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_refused_revocation_leaves_the_order_payable(string database)
    {
        var visit = await UploadedAsync(database);
        await visit.Hospital.Host.Control.FaultAsync("core", "2205", "refuse");

        await Visit.RefusedAsync(Refusals.CoreRefused, visit.RevokeAsync);
        await visit.PayAsync();

        await visit.EndsAsync("6");
    }

    /// <summary>50 yuan at the clinic: the fund pays 42.50 for a pensioner, the account the rest.</summary>
    private async Task<Visit> UploadedAsync(string database) =>
        await (await worlds.OnAsync(database)).Clinic.UploadedAsync(Patient.Pensioner, Bill.Covered(50.00m) with { UsesAccount = true });

    private static async Task<bool> UploadsAsync(Visit visit)
    {
        try
        {
            await visit.UploadAsync();
            return true;
        }
        catch (Client.YbPayException refused) when (refused.RefusalName == Refusals.OrderBeingUploaded.Name)
        {
            return false;
        }
    }
}
