using YbPay.Bureau.Tests.Hosting;
using YbPay.Contracts.Fsi;

namespace YbPay.Bureau.Tests;

/// <summary>3201 and 3202 with files up and down: how an institution learns what the core holds.</summary>
public sealed class Reconciliation
{
    private const int SetlId = 2;
    private const int Msgid = 3;
    private const int Result = 4;
    private const int Memo = 6;

    private static async Task<(Patient Patient, SettlementInfo First, SettlementInfo Second)> TwoSettledAsync(BureauHost host)
    {
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        await patient.UploadAsync("B1", ("1", SeedItems.ClassA, 200m, 1m));
        await patient.UploadAsync("B2", ("2", SeedItems.ClassA, 100m, 1m));
        var first = (await patient.SettleAsync("B1", 200m, useAccount: false)).Setlinfo; // (200 - 100) x 55 % = 55.00
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = (await patient.SettleAsync("B2", 100m, useAccount: false)).Setlinfo; // 55.00
        return (patient, first, second);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Every_row_of_either_side_comes_back_with_a_verdict(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var (patient, first, second) = await TwoSettledAsync(host);
        await patient.UploadAsync("B3", ("3", SeedItems.ClassC, 10m, 1m));
        var third = (await patient.SettleAsync("B3", 10m, useAccount: false)).Setlinfo;

        var rows = await DetailFile.CheckAsync(
            patient.At, 399m, 110m,
            DetailFile.Row(patient, first.SetlId, null, 200m, 55m, 0m),
            DetailFile.Row(patient, null, second.MedinsSetlId, 99m, 55m, 0m),
            DetailFile.Row(patient, null, "H44010000001202603101200000042", 100m, 0m, 0m));

        rows.Select(row => row[Result]).ShouldBe(["000000", "000103", "000102", "000101"]);
        rows.Select(row => row[SetlId]).ShouldBe([first.SetlId!, second.SetlId!, "null", third.SetlId!]);
        rows[0][Msgid].ShouldBe(first.MedinsSetlId);
        rows[1][Memo].ShouldStartWith("金额：医疗费总额(中心100.00)不一致");
        rows[3].ShouldBe([patient.PsnNo, patient.MdtrtId, third.SetlId!, third.MedinsSetlId!, "000101", "0", rows[3][Memo], "10.00", "0.00", "0.00"]);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_lost_settlement_is_found_by_its_msgid_and_read(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var (patient, _, second) = await TwoSettledAsync(host);
        var rows = await DetailFile.CheckAsync(patient.At, 100m, 0m, DetailFile.Row(patient, null, second.MedinsSetlId, 100m, 0m, 0m));
        var found = rows.Single(row => row[Msgid] == second.MedinsSetlId);
        found[SetlId].ShouldBe(second.SetlId);

        var read = await patient.At.AskAsync<QuerySettlementRequest, QuerySettlementReply>("5203", Query(patient, found[SetlId]));
        read.Setlinfo.ShouldBe(second);
        read.Setldetail.Sum(row => row.FundPayamt).ShouldBe(55m);
        read.Paydown.ShouldBe(new PaydownInfo { CashOwed = 45m, AcctDeducted = 0m, MulaidDeducted = 0m, WalletDeducted = 0m });
        await patient.At.RefusedAsync("NOT_SETTLED", "5203", Query(patient, "440100000000000000000000000X"));
        var other = Query(patient, found[SetlId]);
        await patient.At.RefusedAsync("NOT_SETTLED", "5203", other with { Data = other.Data with { PsnNo = Patient.Of(patient.At, 1).PsnNo } });
        await patient.At.DoAsync("2601", patient.Reversal(second.MedinsSetlId!, "2207"));
        await patient.At.RefusedAsync("NOT_SETTLED", "5203", Query(patient, found[SetlId]));
        (await DetailFile.CheckAsync(patient.At, 100m, 0m, DetailFile.Row(patient, null, second.MedinsSetlId, 100m, 0m, 0m)))[0][Result].ShouldBe("000102");
    }

    private static QuerySettlementRequest Query(Patient patient, string setlId) => new() { Data = new() { PsnNo = patient.PsnNo, SetlId = setlId, MdtrtId = patient.MdtrtId } };

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_cancellation_is_a_row_of_its_own(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var (patient, first, second) = await TwoSettledAsync(host);
        await patient.CancelAsync(second.SetlId!);
        var cancelledBy = patient.At.LastMsgid;
        var rows = await DetailFile.CheckAsync(
            patient.At, 200m, 55m,
            DetailFile.Row(patient, first.SetlId, null, 200m, 55m, 0m),
            DetailFile.Row(patient, second.SetlId, null, 100m, 55m, 0m),
            DetailFile.Row(patient, null, cancelledBy, -100m, -55m, 0m, refunded: true));
        rows.Select(row => row[Result]).ShouldBe(["000000", "000000", "000000"]);

        (await TotalsAsync(patient, 200m, 55m, 3)).ShouldBe("000000");
        (await TotalsAsync(patient, 300m, 110m, 2, refunded: "0")).ShouldBe("000000");
        (await TotalsAsync(patient, -100m, -55m, 1, refunded: "1")).ShouldBe("000000");
        (await TotalsAsync(patient, 200m, 55m, 2)).ShouldBe("000103");
        (await TotalsAsync(patient, 200.01m, 55m, 3)).ShouldBe("000103");
        (await TotalsAsync(patient, 0m, 0m, 0, insutype: "390")).ShouldBe("000000");
        (await TotalsAsync(patient, 0m, 0m, 0, day: "2026-03-11")).ShouldBe("000000");
    }

    private static async Task<string> TotalsAsync(Patient patient, decimal fee, decimal fund, int count, string? refunded = null, string insutype = "310", string day = "2026-03-10") =>
        (await patient.At.AskAsync<CheckTotalsRequest, CheckTotalsReply>("3201", new()
        {
            Data = new()
            {
                Insutype = insutype, ClrType = "11", SetlOptins = "440100", StmtBegndate = day, StmtEnddate = day, MedfeeSumamt = fee, FundPaySumamt = fund, AcctPay = 0m,
                FixmedinsSetlCnt = count, RefdSetlFlag = refunded,
            },
        })).Stmtinfo.StmtRslt;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_institution_sees_its_own_files_and_settlements_only(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var (patient, first, _) = await TwoSettledAsync(host);
        var clinic = await host.SignInAsync(TestInstitution.Clinic);
        var elsewhere = Patient.Of(clinic, 0);
        elsewhere.MdtrtId = patient.MdtrtId;
        (await DetailFile.CheckAsync(clinic, 200m, 55m, DetailFile.Row(elsewhere, first.SetlId, null, 200m, 55m, 0m))).Select(row => row[Result]).ShouldBe(["000102"]);

        var fileNo = await DetailFile.UploadAsync(patient.At, DetailFile.Zip("x"));
        await clinic.RefusedAsync("FILE_UNKNOWN", "9102", Download(clinic, fileNo));
        await clinic.RefusedAsync("FILE_UNKNOWN", "3202", DetailFile.Request(fileNo, 0m, 0m, 0));
        host.Clock.Advance(TimeSpan.FromDays(8));
        await patient.At.SignInAsync();
        await patient.At.RefusedAsync("FILE_UNKNOWN", "9102", Download(patient.At, fileNo));
    }

    private static DownloadFileRequest Download(TestInstitution at, string fileNo) => new() { FsDownloadIn = new() { FileQuryNo = fileNo, Filename = "day.zip", FixmedinsCode = at.Code } };

    [Fact]
    public async Task A_file_that_is_none_is_refused()
    {
        await using var host = await BureauHost.StartAsync(BothDatabases.Sqlite);
        var at = await host.SignInAsync();
        await RefusedAsync("FILE_INVALID", "not a zip"u8.ToArray());
        await RefusedAsync("FILE_INVALID", DetailFile.Zip("one\ttwo"));
        await RefusedAsync("FILE_INVALID", DetailFile.Zip("p\tm\tnull\tnull\tnull\t0\tnull\t1.00\t0.00\t0.00"));
        await RefusedAsync("FILE_INVALID", DetailFile.Zip("p\tm\ts\tnull\tnull\t0\tnull\t1.001\t0.00\t0.00"));
        await RefusedAsync("FILE_INVALID", DetailFile.Zip(new string('\n', 40 * 1024 * 1024)));
        await RefusedAsync("TOTALS_INVALID", DetailFile.Zip("p\tm\ts\tnull\tnull\t0\tnull\t1.00\t0.00\t0.00"));
        await at.RefusedAsync("FILE_INVALID", "9101", new UploadFileRequest { FsUploadIn = new() { In = "%%%", Filename = "x", FixmedinsCode = at.Code } });
        await at.RefusedAsync("FILE_INVALID", "9101", new UploadFileRequest { FsUploadIn = new() { In = "AAAA", Filename = "x", FixmedinsCode = TestInstitution.Clinic } });

        async Task RefusedAsync(string refusal, byte[] file) =>
            await at.RefusedAsync(refusal, "3202", DetailFile.Request(await DetailFile.UploadAsync(at, file), 2m, 0m, 1));
    }
}
