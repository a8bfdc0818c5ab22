using YbPay.Bureau.Tests.Hosting;
using YbPay.Contracts.Fsi;

namespace YbPay.Bureau.Tests;

/// <summary>Hand-made files of 3202 with one difference of each kind: its code, its kind, and how to close it.</summary>
public sealed class DetailDifferences
{
    private const int SetlId = 2;
    private const int Msgid = 3;
    private const int Result = 4;
    private const int Memo = 6;

    /// <summary>One settlement of 200.00 on the day: deductible 100.00, then 55 % of the rest by the fund; the account is left alone.</summary>
    private static async Task<(Patient Patient, SettlementInfo Settled)> SettledAsync(BureauHost host)
    {
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        await patient.UploadAsync("B1", ("1", SeedItems.ClassA, 200m, 1m));
        return (patient, (await patient.SettleAsync("B1", 200m, useAccount: false)).Setlinfo);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Missing_here_names_the_row_and_how_to_close_it(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var (patient, settled) = await SettledAsync(host);
        var own = DetailFile.Row(patient, settled.SetlId, null, 200m, 55m, 0m);
        var rows = await DetailFile.CheckAsync(patient.At, 500m, 55m, own, DetailFile.Row(patient, null, "H44010000001202603101200000042", 300m, 0m, 0m));
        rows.Select(row => row[Result]).ShouldBe(["000000", "000102"]);
        rows[0][Memo].ShouldBe("null");
        rows[1][Memo].ShouldBe("中心缺：机构有、中心无。先按msgid冲正(2601)以防报文迟到，再重新结算或作废本地记录");

        rows = await DetailFile.CheckAsync(patient.At, 400m, 110m, own, own);
        rows.Select(row => row[Result]).ShouldBe(["000000", "000102"]);
        rows[1][Memo].ShouldStartWith("中心缺：本文件中重复的行");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Missing_there_names_settlement_and_cancellation_apart(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var (patient, settled) = await SettledAsync(host);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await patient.CancelAsync(settled.SetlId!);
        var rows = await DetailFile.CheckAsync(patient.At, 0m, 0m);
        rows.Select(row => row[Result]).ShouldBe(["000101", "000101"]);
        rows[0][Memo].ShouldStartWith("机构缺：中心有、机构无。");
        rows[1][Memo].ShouldStartWith("机构缺：中心已撤销结算");
        rows[0].Skip(7).ShouldBe(["200.00", "55.00", "0.00"]);
        rows[1].Skip(7).ShouldBe(["-200.00", "-55.00", "0.00"]);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Amount_names_each_amount_that_differs_with_ours_beside_it(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var (patient, settled) = await SettledAsync(host);
        (await MemoAsync(201m, 55m, 0m)).ShouldBe("金额：医疗费总额(中心200.00)不一致。核对费用明细后更正；已结算金额有误的，撤销(2208/2305)后重新结算");
        (await MemoAsync(200m, 55.01m, -0.01m)).ShouldStartWith("金额：基金支付总额(中心55.00)、个人账户支出(中心0.00)不一致。");

        async Task<string> MemoAsync(decimal fee, decimal fund, decimal account)
        {
            var row = (await DetailFile.CheckAsync(patient.At, fee, fund, DetailFile.Row(patient, settled.SetlId, null, fee, fund, account))).ShouldHaveSingleItem();
            row[Result].ShouldBe("000103");
            return row[Memo];
        }
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task State_tells_what_became_of_the_row_at_the_core(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var (patient, settled) = await SettledAsync(host);
        var row = DetailFile.Row(patient, settled.SetlId, settled.MedinsSetlId, 200m, 55m, 0m);
        (await OneAsync(DetailFile.Row(patient, settled.SetlId, null, 200m, 55m, 0m, refunded: true))).ShouldBe(("000103", "状态：退费标志不一致。撤销结算以其自己的结算ID另记一行"));
        (await OneAsync(row, day: "2026-03-09")).ShouldBe(("000102", "状态：中心记在2026-03-10，不在对账日期内。按中心日期对账"));
        (await OneAsync(row, clrType: "21")).ShouldBe(("000102", "状态：中心清算类别为11，不在本次对账范围。按中心类别对账"));
        (await OneAsync(row, clrType: "11")).ShouldBe(("000000", "null"));
        await patient.At.DoAsync("2601", patient.Reversal(settled.MedinsSetlId!, "2207"));
        (await OneAsync(row)).ShouldBe(("000102", "状态：中心已冲正(2601)。作废本地记录，需要时重新结算"));

        async Task<(string, string)> OneAsync(string sent, string day = "2026-03-10", string? clrType = null)
        {
            var usual = DetailFile.Request("", 200m, 55m, 1);
            var all = await DetailFile.CheckAsync(patient.At, usual with { Data = usual.Data with { StmtBegndate = day, StmtEnddate = day, ClrType = clrType } }, sent);
            return (all[0][Result], all[0][Memo]);
        }
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_row_with_a_wrong_number_or_person_is_found_by_the_other_number_and_says_so(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var (patient, settled) = await SettledAsync(host);
        var other = Patient.Of(patient.At, 1);
        other.MdtrtId = "440100260310000000NONE000001";
        var rows = await DetailFile.CheckAsync(
            patient.At, 200m, 55m, DetailFile.Row(other, "440100260310000000NONE000002", settled.MedinsSetlId, 200m, 55m, 0m));
        rows.ShouldHaveSingleItem()[Result].ShouldBe("000103");
        rows[0][Memo].ShouldBe("信息：结算ID、人员编号、就诊ID不一致。按中心更正本地记录");
        rows[0][SetlId].ShouldBe(settled.SetlId);

        rows = await DetailFile.CheckAsync(patient.At, 200m, 55m, DetailFile.Row(patient, settled.SetlId, "H44010000001202603101200000042", 200m, 55m, 0m));
        rows[0][Memo].ShouldBe("信息：报文ID不一致。按中心更正本地记录");
        rows[0][Msgid].ShouldBe(settled.MedinsSetlId);
    }

    [Theory]
    [InlineData("\uFEFF{0}\r\n\r\n")]
    [InlineData("{0}")]
    public async Task Byte_order_mark_and_line_ends_of_Windows_are_no_difference(string form)
    {
        await using var host = await BureauHost.StartAsync(BothDatabases.Sqlite);
        var (patient, settled) = await SettledAsync(host);
        var seven = string.Join('\t', settled.SetlId, "null", "null", "200", "55.0", "null", "null");
        var rows = await DetailFile.CheckAsync(patient.At, DetailFile.Request("", 200m, 55m, 1), string.Format(System.Globalization.CultureInfo.InvariantCulture, form, seven));
        rows.ShouldHaveSingleItem()[Result].ShouldBe("000000");
        rows[0].ShouldBe(["null", "null", settled.SetlId!, settled.MedinsSetlId!, "000000", "0", "null", "200.00", "55.00", "0.00"]);
    }

    [Fact]
    public async Task More_rows_than_one_question_holds_are_all_looked_for()
    {
        await using var host = await BureauHost.StartAsync(BothDatabases.Sqlite);
        var (patient, settled) = await SettledAsync(host);
        await patient.At.DoAsync("2601", patient.Reversal(settled.MedinsSetlId!, "2207"));
        var strangers = Enumerable.Range(0, 900).Select(i => DetailFile.Row(patient, $"NONE{i}", null, 1m, 0m, 0m));
        var rows = await DetailFile.CheckAsync(patient.At, 1100m, 55m, [.. strangers, DetailFile.Row(patient, settled.SetlId, null, 200m, 55m, 0m)]);
        rows.Length.ShouldBe(901);
        rows.Count(row => row[Memo].StartsWith("中心缺", StringComparison.Ordinal)).ShouldBe(900);
        rows[900][Memo].ShouldStartWith("状态：中心已冲正");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Totals_that_differ_say_which_and_tell_ours(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var (patient, _) = await SettledAsync(host);
        (await TotalsAsync(200m, 55m, 0m, 1)).ShouldBe(("000000", "平"));
        (await TotalsAsync(199m, 55m, 1m, 2)).ShouldBe(("000103", "笔数(中心1)、医疗费总额(中心200.00)、个人账户支出(中心0.00)不一致。请用3202逐笔对账"));
        (await TotalsAsync(200m, 54m, 0m, 1)).ShouldBe(("000103", "基金支付总额(中心55.00)不一致。请用3202逐笔对账"));
        (await TotalsAsync(0m, 0m, 0m, 0, clrType: "21")).ShouldBe(("000000", "平"));

        async Task<(string, string?)> TotalsAsync(decimal fee, decimal fund, decimal account, int count, string clrType = "11")
        {
            var told = (await patient.At.AskAsync<CheckTotalsRequest, CheckTotalsReply>("3201", new()
            {
                Data = new()
                {
                    Insutype = "310", ClrType = clrType, SetlOptins = "440100", StmtBegndate = "2026-03-10", StmtEnddate = "2026-03-10", MedfeeSumamt = fee, FundPaySumamt = fund,
                    AcctPay = account, FixmedinsSetlCnt = count,
                },
            })).Stmtinfo;
            return (told.StmtRslt, told.StmtRsltDscr);
        }
    }
}
