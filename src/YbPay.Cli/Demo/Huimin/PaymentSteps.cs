using YbPay.Client;
using YbPay.Contracts.Dictionaries;
using YbPay.Contracts.Huimin;
using static YbPay.Cli.Demo.DemoSteps;

namespace YbPay.Cli.Demo.Huimin;

/// <summary>Credit payments: the stay's deposits, and an examination of which a part is given back.</summary>
internal static class PaymentSteps
{
    private const string Outpatient = "3";
    private const string Inpatient = "2";
    private const long Examination = 12_800;
    private const long TooMuch = 3_800;

    /// <summary>Three deposits; the platform's numbers, in the order in which they were paid.</summary>
    public static async Task<IReadOnlyList<CreditPaymentReply>> DepositsAsync(HuiminScene scene, string token, CancellationToken cancel)
    {
        var paid = new List<CreditPaymentReply>();
        for (var i = 1; i <= 3; i++) paid.Add(await PayAsync(scene, token, $"YJ{i}", Inpatient, scene.Stay.Deposit, $"第{i}笔住院押金", cancel));
        return paid;
    }

    public static async Task ExaminationAsync(HuiminScene scene, string token, CancellationToken cancel)
    {
        var paid = await PayAsync(scene, token, "MZ", Outpatient, Examination, "一笔门诊检查费", cancel);
        var order = scene.Number("TF");
        var reply = await scene.Platform.RefundAsync(
            new CreditRefundRequest { OrderId = order, OrigOrderId = paid.QueryId, AmtRefund = TooMuch, HospitalId = scene.HospitalId, CityCode = scene.CityCode }, cancel);
        scene.Timeline.Step("HOS00004", "少做一项检查，退一部分", Values(("orderStatus", reply.OrderStatus), ("amt", HuiminScene.Yuan(reply.Amt))));
        var done = await SettledAsync(scene, order, OrderStatus.Refunding, cancel);
        scene.Timeline.Step("HOS00012", "退费结果", Values(("orderStatus", done.OrderStatus), ("amt", HuiminScene.Yuan(done.Amt))));
        Demand(done is { OrderStatus: OrderStatus.Refunded, Amt: TooMuch }, $"退费没有成功（{done.OrderStatus} {done.Msg}）");
        scene.Own.Add(new HuiminOwnOrder(order, true, TooMuch));
    }

    private static async Task<CreditPaymentReply> PayAsync(HuiminScene scene, string token, string kind, string orderType, long amount, string what, CancellationToken cancel)
    {
        var order = scene.Number(kind);
        var reply = await scene.Platform.PayAsync(
            new CreditPaymentRequest
            {
                SignToken = token, OrderId = order, Amt = amount, HospitalId = scene.HospitalId, CityCode = scene.CityCode, OrderType = orderType,
                MdtrtId = "MD" + scene.Stay.VisitNo, SetlId = $"{kind}{scene.Stay.VisitNo}",
            },
            cancel);
        scene.Timeline.Step("HOS00003", what, Values(("amt", HuiminScene.Yuan(reply.Amt)), ("accType", reply.AccType ?? "-"), ("orderStatus", reply.OrderStatus), ("queryId", reply.QueryId)));
        var done = await SettledAsync(scene, order, OrderStatus.Paying, cancel);
        scene.Timeline.Step("HOS00012", "支付结果", Values(("orderStatus", done.OrderStatus), ("psnAmt", HuiminScene.Yuan(done.PsnAmt ?? 0))));
        Demand(done.OrderStatus == OrderStatus.Paid && done.Amt == amount && done.QueryId == reply.QueryId, $"支付没有成功（{done.OrderStatus} {done.Msg}）");
        scene.Own.Add(new HuiminOwnOrder(order, false, amount));
        return reply;
    }

    /// <summary>The order once it is no longer under way.</summary>
    private static Task<QueryTradeReply> SettledAsync(HuiminScene scene, string order, string underWay, CancellationToken cancel) => UntilAsync(
        () => scene.Platform.QueryTradeAsync(new QueryTradeRequest { OrderId = order, HospitalId = scene.HospitalId, CityCode = scene.CityCode }, cancel),
        reply => reply.OrderStatus != underWay, "交易一直没有结果", HuiminScene.Patience, cancel);
}
