using YbPay.Bureau.Tests.Hosting;
using YbPay.Contracts.Fsi;
using static YbPay.Bureau.Tests.Hosting.Stay;

namespace YbPay.Bureau.Tests;

/// <summary>A stay with a settlement in the middle: the deductible is paid once.</summary>
public sealed class InpatientPath
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_stay_is_admitted_settled_in_the_middle_and_at_the_end(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        var admitted = await patient.At.AskAsync<AdmitInpatientRequest, AdmitInpatientReply>("2401", Admission(patient));
        patient.MdtrtId = admitted.Result.MdtrtId;
        await patient.At.RefusedAsync("VISIT_KIND", "2204", patient.Fees("B1", ("1", SeedItems.ClassA, 1m, 1m)));
        await patient.At.RefusedAsync("LINES_MISSING", "2303", PreSettlement(patient, 1m));

        await UploadAsync(patient, ("1", SeedItems.ClassA, 3000m), ("2", SeedItems.ClassA, 1000m));
        var trial = await patient.At.AskAsync<PreSettleInpatientRequest, PreSettleInpatientReply>("2303", PreSettlement(patient, 4000m));
        trial.Setlinfo.FundPaySumamt.ShouldBe(2400m); // (4000 - 1000) x 80 %
        var middle = await SettleAsync(patient, 4000m, middle: true);
        (middle.Setlinfo.ActPayDedc, middle.Setlinfo.FundPaySumamt, middle.Setlinfo.ClrType).ShouldBe((1000m, 2400m, "21"));

        await UploadAsync(patient, ("3", SeedItems.ClassA, 500m));
        var last = await SettleAsync(patient, 500m, middle: false);
        (last.Setlinfo.ActPayDedc, last.Setlinfo.FundPaySumamt).ShouldBe((0m, 400m));

        await patient.At.RefusedAsync("SETTLED", "2301", Lines(patient, ("4", SeedItems.ClassA, 5m)));
        await patient.At.RefusedAsync("SETTLED", "2304", Settlement(patient, 500m, middle: false));
        var cancelled = await patient.At.AskAsync<CancelInpatientSettlementRequest, CancelInpatientSettlementReply>("2305", Cancellation(patient, last));
        cancelled.Setlinfo.FundPaySumamt.ShouldBe(-400m);
        await patient.At.DoAsync("2302", new CancelInpatientFeesRequest { Data = [new() { FeedetlSn = "3", MdtrtId = patient.MdtrtId, PsnNo = patient.PsnNo }] });
        await UploadAsync(patient, ("5", SeedItems.ClassA, 100m));
        (await SettleAsync(patient, 100m, middle: false)).Setlinfo.FundPaySumamt.ShouldBe(80m);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task The_deductible_of_another_stay_is_its_own(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        for (var stay = 0; stay < 2; stay++)
        {
            patient.MdtrtId = (await patient.At.AskAsync<AdmitInpatientRequest, AdmitInpatientReply>("2401", Admission(patient))).Result.MdtrtId;
            await UploadAsync(patient, ("1", SeedItems.ClassA, 1200m));
            (await SettleAsync(patient, 1200m, middle: false)).Setlinfo.ActPayDedc.ShouldBe(1000m);
        }
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_reversed_settlement_of_a_stay_leaves_its_lines_to_settle(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        patient.MdtrtId = (await patient.At.AskAsync<AdmitInpatientRequest, AdmitInpatientReply>("2401", Admission(patient))).Result.MdtrtId;
        await UploadAsync(patient, ("1", SeedItems.ClassA, 1200m));
        await SettleAsync(patient, 1200m, middle: false);
        await patient.At.DoAsync("2601", patient.Reversal(patient.At.LastMsgid, "2304"));
        (await SettleAsync(patient, 1200m, middle: false)).Setlinfo.ActPayDedc.ShouldBe(1000m);
    }
}
