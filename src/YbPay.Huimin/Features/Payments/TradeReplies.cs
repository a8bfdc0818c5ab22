using System.Globalization;
using YbPay.Contracts.Huimin;
using YbPay.Contracts;
using YbPay.Engine.Credit;
using YbPay.Huimin.Running;

namespace YbPay.Huimin.Features.Payments;

/// <summary>Payments and refunds as they stand, as the replies print them.</summary>
internal static class TradeReplies
{
    public static CreditPaymentReply Of(PaymentRow payment) => new()
    {
        OrderId = payment.OrderId, QueryId = payment.QueryId, OrderTime = ChinaTime.Digits(payment.CreatedAt), AccType = payment.AccType, Amt = payment.Amt, PsnAmt = PsnAmt(payment),
        OrderStatus = payment.Stands.ToOrderStatus(), CouponInfo = Coupon(payment), Msg = Message(payment),
    };

    public static CreditRefundReply Of(RefundRow refund, PaymentRow payment) => new()
    {
        OrderId = refund.OrderId, QueryId = refund.QueryId, OrigOrderId = payment.OrderId, OrderTime = ChinaTime.Digits(refund.CreatedAt), AccType = payment.AccType ?? "", Amt = refund.Amount,
        OrderStatus = refund.Stands.ToOrderStatus(), Msg = Message(refund),
    };

    public static QueryTradeReply Trade(PaymentRow payment) => new()
    {
        OrderId = payment.OrderId, QueryId = payment.QueryId, TradeNo = payment.TradeNo ?? payment.QueryId, OrderType = payment.OrderType, OrderTime = ChinaTime.Digits(payment.CreatedAt),
        AccType = payment.AccType, Amt = payment.Amt, InsureSettleAmt = payment.Stands == CreditPaymentState.Paid ? payment.Insured : null, PsnAmt = PsnAmt(payment),
        OrderStatus = payment.Stands.ToOrderStatus(), CouponInfo = Coupon(payment), Msg = Message(payment),
    };

    public static QueryTradeReply Trade(RefundRow refund, PaymentRow payment) => new()
    {
        OrderId = refund.OrderId, QueryId = refund.QueryId, TradeNo = refund.TradeNo ?? refund.QueryId, OrderType = payment.OrderType, OrderTime = ChinaTime.Digits(refund.CreatedAt),
        AccType = payment.AccType, Amt = refund.Amount, PsnAmt = refund.Stands == CreditRefundState.Refunded ? refund.Amount : null, OrderStatus = refund.Stands.ToOrderStatus(), Msg = Message(refund),
    };

    /// <summary>In plain Chinese, at most 128 characters: the other side's words have at most 100.</summary>
    public static string Message(PaymentRow payment) => payment.Stands switch
    {
        CreditPaymentState.Paid => "支付成功",
        CreditPaymentState.Failed => $"支付失败：{payment.Msg}",
        CreditPaymentState.UndoRefused => "支付未成功，商保理赔尚待人工撤销，请稍后查询",
        CreditPaymentState.QuotingClaim or CreditPaymentState.SettlingClaim or CreditPaymentState.Paying or CreditPaymentState.PayingRest or CreditPaymentState.Undoing => "支付处理中，请稍后查询",
    };

    /// <inheritdoc cref="Message(PaymentRow)"/>
    public static string Message(RefundRow refund) => refund.Stands switch
    {
        CreditRefundState.Refunding => "退费处理中，请稍后查询",
        CreditRefundState.Refunded => "退费成功",
        CreditRefundState.RefundFailed => $"退费失败：{refund.Msg}",
    };

    /// <summary>Known once it is paid: until then an insurer may take its part.</summary>
    private static long? PsnAmt(PaymentRow payment) => payment.Stands == CreditPaymentState.Paid ? payment.PsnAmt : null;

    private static string? Coupon(PaymentRow payment) => payment.Discount > 0 ? payment.Discount.ToString(CultureInfo.InvariantCulture) : null;
}
