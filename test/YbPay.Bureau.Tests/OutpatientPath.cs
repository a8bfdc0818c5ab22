using YbPay.Bureau.Tests.Hosting;
using YbPay.Contracts.Fsi;

namespace YbPay.Bureau.Tests;

/// <summary>A visit from registration to cancelled settlement.</summary>
public sealed class OutpatientPath
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_bill_is_registered_calculated_settled_and_cancelled(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        await patient.At.DoAsync("2203", patient.Visit());

        // Level 3, employee at work: A 60.00; B 2 x 130.00 with limit 120.00, over 20.00, first 24.00; C 10.00.
        // Scope 60 + 216 = 276.00; deductible 100.00; 176.00 x 55 % = 96.80. Owed 233.20, account 356.80.
        var lines = await patient.At.AskAsync<UploadOutpatientFeesRequest, UploadOutpatientFeesReply>(
            "2204", patient.Fees("B1", ("1", SeedItems.ClassA, 30m, 2m), ("2", SeedItems.ClassB, 130m, 2m), ("3", SeedItems.ClassC, 10m, 1m)));
        lines.Result.Select(line => (line.ChrgitmLv, line.OverlmtAmt, line.PreselfpayAmt, line.FulamtOwnpayAmt, line.InscpScpAmt)).ShouldBe(
            [("01", 0m, 0m, 0m, 60m), ("02", 20m, 24m, 0m, 216m), ("03", 0m, 0m, 10m, 0m)]);

        var before = await patient.At.AskAsync<PreSettleOutpatientRequest, PreSettleOutpatientReply>("2206", patient.PreSettlement("B1", 330m));
        before.Setlinfo.SetlId.ShouldBeNull();
        before.Setlinfo.FundPaySumamt.ShouldBe(96.80m);
        before.Setlinfo.AcctPay.ShouldBe(233.20m);
        (await patient.BalanceAsync()).ShouldBe(356.80m);

        var settled = await patient.SettleAsync("B1", 330m);
        var info = settled.Setlinfo;
        (info.MedfeeSumamt, info.FundPaySumamt, info.AcctPay, info.PsnCashPay, info.Balc).ShouldBe((330m, 96.80m, 233.20m, 0m, 123.60m));
        info.ActPayDedc.ShouldBe(100m);
        info.MedinsSetlId.ShouldBe(patient.At.LastMsgid);
        info.SetlId.ShouldNotBeNullOrEmpty();
        settled.Setldetail[0].SetlProcInfo.ShouldBe("普通门诊：(范围内276.00-起付线100.00)×55%=96.80");
        (await patient.BalanceAsync()).ShouldBe(123.60m);

        var cancelled = await patient.At.AskAsync<CancelOutpatientSettlementRequest, CancelOutpatientSettlementReply>("2208", patient.Cancellation(info.SetlId!));
        (cancelled.Setlinfo.MedfeeSumamt, cancelled.Setlinfo.FundPaySumamt, cancelled.Setlinfo.AcctPay).ShouldBe((-330m, -96.80m, -233.20m));
        cancelled.Setlinfo.SetlId.ShouldNotBe(info.SetlId);
        (await patient.BalanceAsync()).ShouldBe(356.80m);
        await patient.At.RefusedAsync("NOT_SETTLED", "2208", patient.Cancellation(info.SetlId!));
    }
}
