using YbPay.Center.Tests.Hosting;
using YbPay.Client;
using YbPay.Contracts.MobilePay;
using YbPay.Sandbox.Plan;

namespace YbPay.Center.Tests;

/// <summary>kill -9 between a leg and its answer, and a new start: nothing is lost, nothing happens twice.</summary>
public sealed class CentreIsKilled
{
    private static readonly string[] Others = [SandboxRoles.Bureau, SandboxRoles.Bank, SandboxRoles.Hospital, SandboxRoles.Control];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task While_the_core_settles(string database)
    {
        foreach (var kind in new[] { "timeout", "delay" })
        {
            await using var world = await CenterHost.StartAsync(database, Others);
            using var centre = await CentreProcess.StartAsync(world);
            var visit = await world.Clinic.UploadedAsync(Patient.Pensioner, Bill.Covered(50.00m) with { UsesAccount = true });
            await world.Control.FaultAsync("core", "2207", kind, delayMs: 8000);

            var lost = LostAsync(visit.PayAsync());
            await world.Control.StruckAsync();
            centre.Kill();
            await lost;
            await centre.StartAgainAsync();

            var end = await Eventually.GetAsync(visit.QueryAsync, reply => reply.OrdStas is "6" or "15", $"{kind}: the order comes to an end");
            if (end.OrdStas == "15") await visit.PayAsync();
            await visit.EndsAsync("6");
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task While_the_bill_is_uploaded(string database)
    {
        await using var world = await CenterHost.StartAsync(database, Others);
        using var centre = await CentreProcess.StartAsync(world);
        var visit = await world.Clinic.VisitOfAsync(Patient.Pensioner, Bill.Covered(50.00m) with { UsesAccount = true });
        await world.Control.FaultAsync("core", "2204", "timeout");

        var lost = LostAsync(visit.UploadAsync());
        await world.Control.StruckAsync();
        centre.Kill();
        await lost;
        await centre.StartAgainAsync();

        await Eventually.HoldsAsync(() => UploadsAsync(visit), "the bill can be uploaded again");
        await visit.PayAsync();
        await visit.EndsAsync("6");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task While_the_bank_creates_the_payment(string database)
    {
        await using var world = await CenterHost.StartAsync(database, Others);
        using var centre = await CentreProcess.StartAsync(world);
        var visit = await world.Clinic.UploadedAsync(Patient.Resident, Bill.NotCovered(50.00m));
        await world.Control.FaultAsync("bank", "create", "timeout");

        var lost = LostAsync(visit.PayAsync());
        await world.Control.StruckAsync();
        centre.Kill();
        await lost;
        await centre.StartAgainAsync();

        (await visit.PatientPaysAtBankAsync()).ShouldBe(5000);
        await visit.EndsAsync("6");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task While_the_core_cancels_for_a_refund(string database)
    {
        await using var world = await CenterHost.StartAsync(database, Others);
        using var centre = await CentreProcess.StartAsync(world);
        var visit = await world.Clinic.UploadedAsync(Patient.Pensioner, Bill.Covered(50.00m) with { UsesAccount = true });
        await visit.PayAsync();
        var paid = await visit.ReachesAsync("6");
        var request = visit.Refund("ALL", account: paid.PsnAcctPay, fund: paid.FundPay);
        await world.Control.FaultAsync("core", "2208", "timeout");

        var lost = LostAsync(visit.RefundAsync(request));
        await world.Control.StruckAsync();
        centre.Kill();
        await lost;
        await centre.StartAgainAsync();

        await Eventually.GetAsync(() => visit.RefundAsync(request), (RefundReply reply) => reply.RefStatus == "SUCC", "the refund is finished");
        await visit.EndsAsync("7");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task While_the_hospital_is_told(string database)
    {
        await using var world = await CenterHost.StartAsync(database, Others);
        using var centre = await CentreProcess.StartAsync(world);
        var visit = await world.Clinic.UploadedAsync(Patient.Pensioner, Bill.Covered(50.00m) with { UsesAccount = true });
        // The hospital books the notice, and its answer never arrives: it will be told once more.
        await world.Control.FaultAsync("hospital", "6302", "timeout");

        await visit.PayAsync();
        await world.Control.StruckAsync();
        centre.Kill();
        // A message that was being sent when its sender died is free again when its lease is over.
        await centre.StartAgainAsync(ahead: TimeSpan.FromMinutes(2));

        await visit.EndsAsync("6");
        (await visit.NoticesAsync()).Count.ShouldBe(2, "told twice, booked once");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task While_the_bank_gives_cash_back(string database)
    {
        await using var world = await CenterHost.StartAsync(database, Others);
        using var centre = await CentreProcess.StartAsync(world);
        var visit = await world.Clinic.UploadedAsync(Patient.Resident, Bill.NotCovered(30.00m));
        await visit.PayAsync();
        await visit.PatientPaysAtBankAsync();
        await visit.ReachesAsync("6");
        var request = visit.Refund("CASH", cash: 10.00m);
        await world.Control.FaultAsync("bank", "refund", "timeout");

        var lost = LostAsync(visit.RefundAsync(request));
        await world.Control.StruckAsync();
        centre.Kill();
        await lost;
        await centre.StartAgainAsync();

        await visit.EndsAsync("10");
        (await visit.RefundAsync(request)).RefStatus.ShouldBe("SUCC");
    }

    /// <summary>The caller's connection dies with the centre; that is all the caller learns.</summary>
    private static async Task LostAsync(Task call)
    {
        var thrown = await Should.ThrowAsync<YbPayException>(call);
        thrown.OutcomeUnknown.ShouldBeTrue();
    }

    private static async Task<bool> UploadsAsync(Visit visit)
    {
        try
        {
            await visit.UploadAsync();
            return true;
        }
        catch (YbPayException refused) when (refused.MayRetry)
        {
            return false;
        }
    }
}
