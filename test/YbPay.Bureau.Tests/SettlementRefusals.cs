using YbPay.Bureau.Tests.Hosting;
using YbPay.Contracts.Fsi;

namespace YbPay.Bureau.Tests;

/// <summary>What stops a settlement, and what two settlements share.</summary>
public sealed class SettlementRefusals
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_batch_is_settled_once_and_for_its_own_sum(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        await patient.UploadAsync("B1", ("1", SeedItems.ClassA, 100m, 1m));
        await patient.At.RefusedAsync("AMOUNT_DIFFERS", "2206", patient.PreSettlement("B1", 100.01m));
        await patient.At.RefusedAsync("AMOUNT_DIFFERS", "2207", patient.Settlement("B1", 99.99m));
        await patient.At.RefusedAsync("LINES_MISSING", "2207", patient.Settlement("B2", 100m));
        var settlement = patient.Settlement("B1", 100m);
        await patient.At.RefusedAsync("NO_BENEFIT", "2207", settlement with { Data = settlement.Data with { MedType = "9907" } });
        await patient.At.RefusedAsync("INSURANCE_UNKNOWN", "2207", settlement with { Data = settlement.Data with { Insutype = "390" } });
        await patient.At.RefusedAsync("AMOUNT_INVALID", "2207", settlement with { Data = settlement.Data with { MedfeeSumamt = -1m } });

        var first = await patient.SettleAsync("B1", 100m);
        await patient.At.RefusedAsync("SETTLED", "2207", settlement);
        await patient.UploadAsync("B1", ("2", SeedItems.ClassA, 5m, 1m));
        await patient.At.RefusedAsync("SETTLED", "2207", patient.Settlement("B1", 5m));
        await patient.CancelAsync(first.Setlinfo.SetlId!);
        (await patient.SettleAsync("B1", 105m)).Setlinfo.MedfeeSumamt.ShouldBe(105m);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task The_deductible_of_the_year_is_paid_once_and_comes_back_with_a_cancellation(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        await patient.UploadAsync("B1", ("1", SeedItems.ClassA, 70m, 1m));
        await patient.UploadAsync("B2", ("2", SeedItems.ClassA, 50m, 1m));
        var first = await patient.SettleAsync("B1", 70m, useAccount: false);
        (first.Setlinfo.ActPayDedc, first.Setlinfo.FundPaySumamt).ShouldBe((70m, 0m));
        var second = await patient.SettleAsync("B2", 50m, useAccount: false);
        (second.Setlinfo.ActPayDedc, second.Setlinfo.FundPaySumamt).ShouldBe((30m, 11m));

        await patient.CancelAsync(second.Setlinfo.SetlId!);
        await patient.CancelAsync(first.Setlinfo.SetlId!);
        var again = await patient.SettleAsync("B2", 50m, useAccount: false);
        again.Setlinfo.ActPayDedc.ShouldBe(50m);

        // The next year has its own deductible.
        host.Clock.Advance(TimeSpan.FromDays(300));
        await patient.At.SignInAsync();
        (await patient.SettleAsync("B1", 70m, useAccount: false)).Setlinfo.ActPayDedc.ShouldBe(70m);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_cancellation_names_its_own_settlement(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        await patient.UploadAsync("B1", ("1", SeedItems.ClassA, 70m, 1m));
        var settled = await patient.SettleAsync("B1", 70m);
        var cancel = patient.Cancellation(settled.Setlinfo.SetlId!);
        await patient.At.RefusedAsync("NOT_SETTLED", "2208", cancel with { Data = cancel.Data with { MdtrtId = "other" } });
        await patient.At.RefusedAsync("NOT_SETTLED", "2208", cancel with { Data = cancel.Data with { SetlId = "other" } });
        await patient.At.RefusedAsync("NOT_SETTLED", "2208", cancel with { Data = cancel.Data with { PsnNo = Patient.Of(patient.At, 1).PsnNo } });
        await patient.At.RefusedAsync("VISIT_KIND", "2305", new CancelInpatientSettlementRequest { Data = new() { SetlId = settled.Setlinfo.SetlId!, MdtrtId = patient.MdtrtId, PsnNo = patient.PsnNo } });
        await patient.CancelAsync(settled.Setlinfo.SetlId!);
    }
}
