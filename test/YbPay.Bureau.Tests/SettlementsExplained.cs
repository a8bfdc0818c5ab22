using YbPay.Bureau.Tests.Hosting;
using YbPay.Contracts.Fsi;
using YbPay.Engine.Benefits;

namespace YbPay.Bureau.Tests;

/// <summary>What the core stored of a settlement is enough to check it by hand, later and without it.</summary>
public sealed class SettlementsExplained
{
    private static async Task<(BureauHost Host, Patient Patient, SettleInpatientReply Settled)> SettledAsync(string database)
    {
        var host = await BureauHost.StartAsync(database, options => options.Policy = BenefitPolicy.Shipped("519900"));
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await Stay.AdmitAsync(patient);
        await Stay.UploadAsync(patient, ("1", SeedItems.ClassA, 20_000m), ("2", SeedItems.ClassC, 50m));
        return (host, patient, await Stay.SettleAsync(patient, 20_050m, middle: false));
    }

    private static async Task<SettlementExplanation> ExplainAsync(BureauHost host, string setlId) =>
        (await SettlementExplanation.ReadAsync(host.Place, setlId, CancellationToken.None)).ShouldNotBeNull();

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Each_step_stands_on_a_line(string database)
    {
        var (host, patient, settled) = await SettledAsync(database);
        await using var _ = host;
        var id = settled.Setlinfo.SetlId!;
        var explanation = await ExplainAsync(host, id);

        explanation.Agrees.ShouldBeTrue();
        var lines = explanation.Lines;
        lines[0].ShouldBe($"结算 {id}  {settled.Setlinfo.SetlTime}  有效");
        lines[2].ShouldBe("人员类别 1101  医院等级 3  政策 519900 示例乙市（四川式）（结算当时保存的计算，不按今日政策重算）");
        lines[4].ShouldStartWith($"1  甲  1 20000.00 | 0.00 0.00 0.00 20000.00 | {SeedItems.ClassA} ");
        lines[5].ShouldStartWith($"2  丙  1 50.00 | 50.00 0.00 0.00 0.00 | {SeedItems.ClassC} ");
        lines.Skip(6).ShouldBe(
        [
            "费用总额 20050.00 = 全自费 50.00 + 超限价 0.00 + 先行自付 0.00 + 范围内 20000.00",
            "1. 职工基本医疗保险统筹基金（310100，住院）",
            "   基数：范围内 20000.00",
            "   起付线：每次就诊 800.00，本次就诊此前已付 0.00，本次 800.00；起付线以上 20000.00 - 800.00 = 19200.00",
            "   分段 0.00 至 10000.00：10000.00 × 83% = 8300.00",
            "   分段 10000.00 至 19200.00：9200.00 × 86% = 7912.00",
            "   各段合计 16212.00",
            "   年度封顶 450000.00，本年此前已付 0.00，本次最多 450000.00",
            "   支付 16212.00",
            "基金合计 16212.00",
            "个人负担 3838.00 = 费用总额 20050.00 - 基金 16212.00 - 医院负担 0.00",
            "其中个人账户 0.00，现金 3838.00；账户余额 356.80",
            "核对：明细、各基金与合计相符",
        ]);
        string.Join('\n', lines).ShouldNotContain(patient.PsnNo);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_policy_of_today_changes_nothing_of_what_was_stored(string database)
    {
        var (host, _, settled) = await SettledAsync(database);
        await using var first = host;
        var before = await ExplainAsync(host, settled.Setlinfo.SetlId!);
        await using var today = await host.StartAnotherAsync(options => options.Policy = BenefitPolicy.Shipped("449900"));
        (await ExplainAsync(today, settled.Setlinfo.SetlId!)).Lines.ShouldBe(before.Lines);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_cancellation_explains_what_it_took_back(string database)
    {
        var (host, patient, settled) = await SettledAsync(database);
        await using var _ = host;
        var cancelled = await patient.At.AskAsync<CancelInpatientSettlementRequest, CancelInpatientSettlementReply>("2305", Stay.Cancellation(patient, settled));
        var explanation = await ExplainAsync(host, cancelled.Setlinfo.SetlId);
        explanation.Agrees.ShouldBeTrue();
        explanation.Lines[0].ShouldBe($"{cancelled.Setlinfo.SetlId} 撤销结算 {settled.Setlinfo.SetlId}，金额全部取反；原结算如下。");
        explanation.Lines[1].ShouldEndWith("已撤销");
        explanation.Lines.ShouldContain("结算已收回，费用明细已不属于它");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_line_or_a_calculation_changed_behind_the_cores_back_is_named(string database)
    {
        var (host, _, settled) = await SettledAsync(database);
        await using var first = host;
        var id = settled.Setlinfo.SetlId!;
        await host.Database.WriteAsync(async session =>
        {
            await session.ExecuteAsync("UPDATE fee_line SET amount = amount + 1, own_paid = own_paid + 1 WHERE setl_id = @id AND feedetl_sn = '2'", new { id });
            (await session.ExecuteAsync("""UPDATE settlement SET reckoning = REPLACE(reckoning, '"paid":791200', '"paid":791300') WHERE setl_id = @id""", new { id })).ShouldBe(1);
            return 0;
        });
        var explanation = await ExplainAsync(host, id);
        explanation.Agrees.ShouldBeFalse();
        explanation.Lines.Where(line => line.StartsWith("核对不符", StringComparison.Ordinal)).ShouldBe(
        [
            "核对不符：明细金额合计 20050.01，结算 20050.00",
            "核对不符：住院：按所存比例、起付线与封顶重算得 16212.00，所存 16212.00，但中间步骤不同",
        ]);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_unknown_number_explains_nothing(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        (await SettlementExplanation.ReadAsync(host.Place, "none", CancellationToken.None)).ShouldBeNull();
    }
}
