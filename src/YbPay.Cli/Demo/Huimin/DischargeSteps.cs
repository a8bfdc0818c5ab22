using System.Globalization;
using YbPay.Client;
using YbPay.Contracts.Dictionaries;
using YbPay.Contracts.Huimin;
using static YbPay.Cli.Demo.DemoSteps;

namespace YbPay.Cli.Demo.Huimin;

/// <summary>The patient goes home: the commercial insurer pays its part, and what was deposited too much goes back.</summary>
internal static class DischargeSteps
{
    /// <summary>Fen: what the commercial insurer paid.</summary>
    public static async Task<long> WalkAsync(HuiminScene scene, IReadOnlyList<CreditPaymentReply> deposits, CancellationToken cancel)
    {
        var (stay, trial) = (scene.Stay, scene.Number("SS"));
        scene.Timeline.Step("his", "住院费用", Values(("总费用", HuiminScene.Yuan(stay.Total)), ("医保报销", HuiminScene.Yuan(stay.Basic)), ("其余", HuiminScene.Yuan(stay.Own))));
        var tried = await TryAsync(scene, deposits, trial, cancel);
        var order = scene.Number("JS");
        var reply = await scene.Platform.SettleDischargeAsync(
            new SettleDischargeRequest
            {
                TrialId = trial, OrderId = order, TreatmentSerialNo = stay.VisitNo, SetlId = stay.SetlId, HospitalId = scene.HospitalId, CityCode = scene.CityCode,
                OrigPayQueryId = OrderNumbers.Of(deposits.Select(deposit => deposit.QueryId)), SettleAmt = stay.Total, NonCreditPayAmt = stay.Basic, MiAmt = stay.Basic, ThirdpartyPayTotal = 0,
                BudgetAmt = tried.BudgetAmt, GrAmt = stay.Own - tried.BudgetAmt,
            },
            cancel);
        scene.Timeline.Step("HOS00014", "出院结算", Values(("orderStatus", reply.OrderStatus), ("insureSettleAmt", HuiminScene.Yuan(reply.InsureSettleAmt)), ("refundAmt", HuiminScene.Yuan(reply.RefundAmt))));
        var done = await UntilAsync(() => AskAsync(scene, order, cancel), answer => answer.OrderStatus != OrderStatus.Settling, "出院结算一直没有结果", HuiminScene.Patience, cancel);
        Show(scene, done, deposits);
        Demand(done.OrderStatus == OrderStatus.Settled, $"出院结算没有成功（{done.OrderStatus} {done.Msg}）");
        Demand(done.InsureSettleAmt == tried.BudgetAmt && done.SettleAmt == stay.Total && done.SupplementAmt == 0, "出院结算的金额与试算不符");
        Demand(done.OrderList.Sum(deposit => deposit.RefundAmt) == done.RefundAmt && done.RefundAmt == tried.RefundAmt, "各笔押金的退款之和与应退金额不符");
        // The fewest refunds: the latest deposit first, and an earlier one only when that does not suffice.
        var back = deposits.Select(deposit => done.OrderList.First(row => row.QueryId == deposit.QueryId).RefundAmt).ToList();
        Demand(back.Zip(back.Skip(1), (earlier, later) => earlier == 0 || later == stay.Deposit).All(holds => holds), "多交的押金应从最后一笔开始退");
        return done.InsureSettleAmt;
    }

    private static async Task<TryDischargeReply> TryAsync(HuiminScene scene, IReadOnlyList<CreditPaymentReply> deposits, string trial, CancellationToken cancel)
    {
        var stay = scene.Stay;
        var extension = new CreditExtension { TreatmentSerialNo = stay.VisitNo, SetlId = stay.SetlId, SocialInsuranceTotal = stay.Basic, ThirdpartyPayTotal = 0 };
        var tried = await scene.Platform.TryDischargeAsync(
            new TryDischargeRequest
            {
                TrialId = trial, TreatmentSerialNo = stay.VisitNo, SetlId = stay.SetlId, HospitalId = scene.HospitalId, CityCode = scene.CityCode,
                OrigPayQueryId = OrderNumbers.OfText(string.Join(',', deposits.Select(deposit => deposit.QueryId))), SettleAmt = stay.Total, NonCreditPayAmt = stay.Basic, ExtParams = extension.ToContent(),
            },
            cancel);
        scene.Timeline.Step("HOST0014", "出院结算试算", Values(
            ("psnAmt", HuiminScene.Yuan(tried.PsnAmt)), ("budgetAmt", HuiminScene.Yuan(tried.BudgetAmt)), ("supplementAmt", HuiminScene.Yuan(tried.SupplementAmt)), ("refundAmt", HuiminScene.Yuan(tried.RefundAmt))));
        Demand(tried.BudgetAmt > 0, "商业保险没有可赔的金额：示例保单的额度可能已被以前的演示用完，请换一个新的 --data 目录");
        Demand(tried is { SupplementAmt: 0 } && tried.PsnAmt == 3 * stay.Deposit && tried.RefundAmt == tried.PsnAmt - (stay.Own - tried.BudgetAmt), "试算的金额与押金、费用和商保不平");
        return tried;
    }

    private static void Show(HuiminScene scene, QueryDischargeReply done, IReadOnlyList<CreditPaymentReply> deposits)
    {
        var values = Values(("orderStatus", done.OrderStatus), ("insureSettleAmt", HuiminScene.Yuan(done.InsureSettleAmt)), ("refundAmt", HuiminScene.Yuan(done.RefundAmt)));
        for (var i = 0; i < deposits.Count; i++)
        {
            var row = done.OrderList.FirstOrDefault(row => row.QueryId == deposits[i].QueryId) ?? throw new DemoFailedException("结算结果中缺少押金订单");
            values[string.Create(CultureInfo.InvariantCulture, $"第{i + 1}笔押金退回")] = HuiminScene.Yuan(row.RefundAmt);
            if (row.RefundAmt > 0) scene.Own.Add(new HuiminOwnOrder(row.OrderId, true, row.RefundAmt));
        }

        scene.Timeline.Step("HOS00016", "出院结算结果，多交的押金已退", values);
    }

    private static Task<QueryDischargeReply> AskAsync(HuiminScene scene, string order, CancellationToken cancel) => scene.Platform.QueryDischargeAsync(
        new QueryDischargeRequest { OrderId = order, TreatmentSerialNo = scene.Stay.VisitNo, HospitalId = scene.HospitalId, CityCode = scene.CityCode, Type = DischargeOrderType.Settlement }, cancel);
}
