using System.Text;
using YbPay.Center.Tests.Hosting;
using YbPay.Client;
using YbPay.Contracts.Outcomes;

namespace YbPay.Center.Tests;

/// <summary>6202 more than once (ruling C6), and envelopes more than once (ruling A.6).</summary>
public sealed class PayAgain(Worlds worlds) : IClassFixture<Worlds>
{
    private static Bill Small => Bill.Covered(20.00m) with { UsesAccount = true };

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_serial_number_gets_the_first_answer(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.Resident, Bill.Covered(30.00m));
        var request = visit.Payment();

        var first = await visit.PayAsync(request);
        await visit.PatientPaysAtBankAsync();
        await visit.ReachesAsync("6");
        var again = await visit.PayAsync(request);

        again.OrdStas.ShouldBe("4", "the first answer, not the order as it stands now");
        (again.FundPay, again.OwnPayAmt).ShouldBe((first.FundPay, first.OwnPayAmt));
        await visit.EndsAsync("6");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_serial_number_with_another_body_is_refused(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(30.00m) with { UsesAccount = true });
        var request = visit.Payment();
        await visit.PayAsync(request);

        await Visit.RefusedAsync(Refusals.KeyUsedOtherwise, () => visit.PayAsync(request with { Deposit = 1.00m }));
        await Visit.RefusedAsync(Refusals.AlreadyPaid, () => visit.PayAsync());
        await visit.EndsAsync("6");
    }

    [Theory]
    [InlineData(BothDatabases.Sqlite, 2)]
    [InlineData(BothDatabases.Sqlite, 16)]
    [InlineData(BothDatabases.Postgres, 2)]
    [InlineData(BothDatabases.Postgres, 16)]
    public async Task Payments_at_once_settle_once(string database, int count)
    {
        var world = await worlds.OnAsync(database);
        using var core = new CoreDesk(world.Clinic);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Small);
        var before = await core.BalanceAsync(visit.Patient);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => OutcomeAsync(visit)));

        outcomes.Count(outcome => outcome == "paid").ShouldBe(1, string.Join(", ", outcomes));
        outcomes.ShouldAllBe(outcome => outcome == "paid" || outcome == nameof(Refusals.PaymentUnderWay) || outcome == nameof(Refusals.AlreadyPaid));
        await visit.EndsAsync("6");
        (before - await core.BalanceAsync(visit.Patient)).ShouldBe(4.00m);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_envelope_gets_the_same_bytes_and_has_no_second_effect(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Small);
        var envelope = world.Clinic.Seal(visit.Payment());

        var together = await Task.WhenAll(world.Clinic.PostAsync("pay_order", envelope), world.Clinic.PostAsync("pay_order", envelope));
        await visit.ReachesAsync("6");
        var later = await world.Clinic.PostAsync("pay_order", envelope);

        together[1].ShouldBe(together[0]);
        later.ShouldBe(together[0]);
        await visit.EndsAsync("6");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_envelope_of_one_interface_is_not_accepted_by_another(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.Resident, Bill.Covered(30.00m));
        var query = world.Clinic.Seal(visit.Query());
        await world.Clinic.PostAsync("query_order_info", query);

        // A query and a revocation carry the same members: whoever caught the one must not be able to do the other.
        var answer = await world.Clinic.PostAsync("revoke_order", query);

        Encoding.UTF8.GetString(answer).ShouldContain($"\"code\":{Refusals.EnvelopeRejected.Code}");
        await visit.EndsAsync("0", told: false);
        await visit.RevokeAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Another_persons_authorisation_pays_nothing(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.Resident, Bill.Covered(30.00m));
        var other = await world.Clinic.ScansAsync(Patient.Employee);

        await Visit.RefusedAsync(Refusals.PersonDiffers, () => visit.PayAsync(visit.Payment() with { PayAuthNo = other.PayAuthNo }));
        await Visit.RefusedAsync(Refusals.CredentialRejected, () => visit.PayAsync(visit.Payment() with { PayAuthNo = "AUTH-UNKNOWN" }));
        await Visit.RefusedAsync(Refusals.OrderMissing, () => visit.PayAsync(visit.Payment() with { PayToken = "0123456789ABCDEF0123456789ABCDEF" }));
        await Visit.RefusedAsync(Refusals.UploadDiffers, () => visit.PayAsync(visit.Payment() with { ChrgBchno = "CB-OTHER" }));
        await visit.EndsAsync("0", told: false);
        await visit.RevokeAsync();
    }

    private static async Task<string> OutcomeAsync(Visit visit)
    {
        try
        {
            await visit.PayAsync();
            return "paid";
        }
        catch (YbPayException refused)
        {
            return refused.RefusalName ?? refused.Message;
        }
    }
}
