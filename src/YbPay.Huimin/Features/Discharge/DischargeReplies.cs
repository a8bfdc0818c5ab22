using YbPay.Contracts.Huimin;
using YbPay.Contracts.Outcomes;
using YbPay.Contracts;
using YbPay.Engine.Credit;
using YbPay.Engine.Discharge;
using YbPay.Engine.Money;
using YbPay.Huimin.Running;

namespace YbPay.Huimin.Features.Discharge;

/// <summary>What is stored, as the document prints it.</summary>
internal static class DischargeReplies
{
    private const string Paid = "02";

    public static SettleDischargeReply Settlement(DischargeFile file) => new()
    {
        OrderId = file.Row.OrderId, QueryId = file.Row.QueryId, OrderStatus = file.Row.Stands.OfDischarge(), SettleAmt = file.Row.SettleAmt, InsureSettleAmt = file.Row.Insured,
        SupplementAmt = 0, RefundAmt = file.Row.Refund, Msg = Msg(file), PsnAmt = file.Row.PsnAmt, MiAmt = file.Row.MiAmt, BudgetAmt = file.Row.Budget, GrAmt = file.Row.GrAmt,
        OrderList = [.. file.Deposits.Select(deposit => Settled(deposit, file))],
    };

    /// <summary>5501: nothing has happened, and the supplement says what is missing.</summary>
    public static SettleDischargeReply Short(SettleDischargeRequest request, IReadOnlyList<DepositRow> deposits, long worth, long due) => new()
    {
        OrderId = request.OrderId, OrderStatus = DischargeState.Failed.ToOrderStatus(), SettleAmt = request.SettleAmt, InsureSettleAmt = 0, SupplementAmt = due - worth, RefundAmt = 0,
        Msg = $"押金不足，还需补缴{due - worth}分", PsnAmt = worth, MiAmt = request.MiAmt, BudgetAmt = request.BudgetAmt, GrAmt = request.GrAmt,
        OrderList =
        [
            .. deposits.Select(deposit => new SettledDeposit
            {
                OrderId = deposit.OrderId, QueryId = deposit.QueryId, OrderTime = ChinaTime.Digits(deposit.CreatedAt), AccType = deposit.AccType, Amt = deposit.Amt, OrderStatus = Paid, Msg = "支付成功",
            }),
        ],
    };

    /// <summary>What the reply of HOS00014 says besides its content; null when it is under way or done.</summary>
    public static Refusal? But(DischargeRow row) => row.Stands switch
    {
        DischargeState.Failed => DischargeRefusals.DischargeClaimRefused,
        DischargeState.RefundRefused => DischargeRefusals.SurplusRefused,
        _ => null,
    };

    public static QueryDischargeReply Query(DischargeFile file) => new()
    {
        OrderId = file.Row.OrderId, QueryId = file.Row.QueryId, OrderStatus = file.Row.Stands.OfDischarge(), SettleAmt = file.Row.SettleAmt, InsureSettleAmt = file.Row.Insured,
        SupplementAmt = 0, RefundAmt = file.Row.Refund, Msg = Msg(file), MiAmt = file.Row.MiAmt, BudgetAmt = file.Row.Budget, GrAmt = file.Row.GrAmt,
        OrderList = [.. file.Deposits.Select(deposit => Queried(deposit, file))],
    };

    public static QueryDischargeReply Query(DischargeFile file, CancellationRow cancellation) => Query(file) with
    {
        OrderId = cancellation.OrderId, QueryId = cancellation.QueryId, OrderStatus = cancellation.Stands.ToOrderStatus(), Msg = Msg(cancellation),
    };

    public static CancelDischargeReply Cancellation(CancellationRow cancellation) => new()
    {
        OrderId = cancellation.OrderId, QueryId = cancellation.QueryId, OrderStatus = cancellation.Stands.ToOrderStatus(), Msg = Msg(cancellation),
    };

    private static SettledDeposit Settled(HeldDeposit deposit, DischargeFile file)
    {
        var (status, msg) = Fate(deposit, file);
        return new()
        {
            OrderId = deposit.OrderId, QueryId = deposit.QueryId, OrderTime = ChinaTime.Digits(deposit.CreatedAt), AccType = deposit.AccType, Amt = deposit.Amt, OrderStatus = status, Msg = msg,
        };
    }

    private static QueriedDeposit Queried(HeldDeposit deposit, DischargeFile file)
    {
        var (status, msg) = Fate(deposit, file);
        return new()
        {
            OrderId = deposit.OrderId, QueryId = deposit.QueryId, OrderTime = ChinaTime.Digits(deposit.CreatedAt), AccType = deposit.AccType, OrderStatus = status, Msg = msg,
            Amt = file.Row.Stands.Hold() is DepositHold.Free ? 0 : file.Work.UsedOf(deposit.AtFirst).Value, RefundAmt = file.Work.RefundedOf(deposit.QueryId).Value,
        };
    }

    /// <summary>A deposit of which nothing goes back is paid (02); otherwise it is what became of its latest refund (11, 12, 13).</summary>
    private static (string Status, string Msg) Fate(HeldDeposit deposit, DischargeFile file) => file.Refunds.LastOrDefault(refund => refund.PaymentId == deposit.QueryId) switch
    {
        null => (Paid, "支付成功"),
        { Stands: CreditRefundState.Refunding } refund => (refund.Stands.ToOrderStatus(), "退费处理中"),
        { Stands: CreditRefundState.Refunded } refund => (refund.Stands.ToOrderStatus(), "退费成功"),
        { Msg: var words } refund => (refund.Stands.ToOrderStatus(), $"退费失败：{words}"),
    };

    private static string Msg(DischargeFile file) => file.PaidOutByHand == Fen.Zero ? Msg(file.Row) : $"{Msg(file.Row)}，其中{file.PaidOutByHand.Value}分由医院线下退还";

    private static string Msg(DischargeRow row) => row.Stands switch
    {
        DischargeState.SettlingClaim => "结算处理中，等待保险公司确认",
        DischargeState.Refunding => "结算处理中，多余押金正在退回",
        DischargeState.Undoing => "结算处理中，正在撤销保险公司理赔",
        DischargeState.UndoRefused => "结算处理中，正与保险公司人工核对",
        DischargeState.Settled or DischargeState.SettledByHand or DischargeState.CancelFailed => "结算成功",
        DischargeState.Failed => $"结算失败：{row.Msg}",
        DischargeState.RefundRefused => "银行退费失败，请用原订单号重新发起结算",
        DischargeState.Cancelling => "结算撤销处理中",
        DischargeState.Cancelled => "结算已撤销",
    };

    private static string Msg(CancellationRow row) => row.Stands switch
    {
        DischargeState.Cancelling => "结算撤销处理中",
        DischargeState.Cancelled => "结算撤销成功",
        _ => $"结算撤销失败：{row.Msg}",
    };
}
